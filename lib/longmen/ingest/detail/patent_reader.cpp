// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of patents: cells to canonical fields, and what follows from them taken together.
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/cells.hpp>
#include <longmen/ingest/detail/event_columns.hpp>
#include <longmen/ingest/detail/patent_cells.hpp>
#include <longmen/record/field.hpp>
#include <longmen/record/number.hpp>
#include <longmen/record/patent_type.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace longmen::ingest::detail {
namespace {

enum class Helper : std::uint8_t {
    none,
    office,
    kind,
    same_app_no,
    status_coarse,
    first_pub_no,
    first_pub_date
};

struct Target {
    std::optional<Field> field;
    Helper helper = Helper::none;
};

Target target_of(const std::string& key) {
    constexpr std::array<std::pair<std::string_view, Helper>, 6> helpers{
        {{"_office", Helper::office},
         {"_kind", Helper::kind},
         {"_same_app_no", Helper::same_app_no},
         {"_status_coarse", Helper::status_coarse},
         {"_first_pub_no", Helper::first_pub_no},
         {"_first_pub_date", Helper::first_pub_date}}};
    for (const auto& [name, helper] : helpers) {
        if (key == name) {
            return {std::nullopt, helper};
        }
    }
    return {field_by_key(key), Helper::none};
}

class PatentReader final : public RowReader, PatentCells {
    std::vector<Target> targets_;
    EventColumns events_;
    std::string_view coarse_, same_app_, first_pub_, first_pub_date_;
    std::size_t same_app_column_ = 0, first_pub_column_ = 0, first_pub_date_column_ = 0, coarse_column_ = 0;

    void read_helper(Helper helper, std::string_view cell, std::size_t column) {
        switch (helper) {
        case Helper::same_app_no:
            same_app_ = cell;
            same_app_column_ = column;
            break;
        case Helper::status_coarse:
            coarse_ = cell;
            coarse_column_ = column;
            break;
        case Helper::first_pub_no:
            first_pub_ = cell;
            first_pub_column_ = column;
            break;
        case Helper::first_pub_date:
            first_pub_date_ = cell;
            first_pub_date_column_ = column;
            break;
        case Helper::office:
        case Helper::kind:
        case Helper::none:
            break;
        }
    }

    /// Columns that only speak where another one is silent.
    void read_late(const TableRow& row) {
        if (!same_app_.empty()) {
            const auto other = parse_number(same_app_, NumberHint::application);
            if (!has(Field::app_no)) {
                read_number(row, Field::app_no, same_app_, same_app_column_);
            } else if (!other || !app_ || other->key() != app_->key()) {
                keep(same_app_column_, same_app_);
            }
        }
        if (!coarse_.empty()) {
            const auto& match = state_of(coarse_);
            if (!has(Field::status) && match && match->state != LegalState::unknown) {
                put(Field::status, std::string{legal_state_key(match->state)}, coarse_column_);
            } else if (!match) {
                keep(coarse_column_, coarse_);
            }
        }
        if (!first_pub_.empty()) {
            const auto first = parse_number(first_pub_, NumberHint::publication, cell_of(row, office_));
            if (!has(Field::pub_no)) {
                read_number(row, Field::pub_no, first_pub_, first_pub_column_);
                if (!first_pub_date_.empty() && !has(Field::pub_date)) {
                    read_date(row, Field::pub_date, first_pub_date_, first_pub_date_column_);
                }
            } else if (!first || !pub_ || first->canonical() != pub_->canonical()) {
                keep(first_pub_column_, first_pub_);
                if (!first_pub_date_.empty()) {
                    keep(first_pub_date_column_, first_pub_date_);
                }
            }
        }
    }

    [[nodiscard]] static std::size_t first_cell(const TableRow& row) {
        std::size_t first = 0;
        while (first + 1 < row.cells.size() && trim(row.cells[first]).empty()) {
            ++first;
        }
        return first;
    }

    /// Numbers decide whether there is a record at all.
    bool settle_numbers(const TableRow& row) {
        const bool any =
            has(Field::app_no) || has(Field::pub_no) || has(Field::grant_no) || has(Field::source_ids);
        if (bad_number_) {
            if (!any && !is_total_word(trim(row.cells[first_cell(row)]))) {
                reject(row, *bad_number_, bad_number_column_);
                return false;
            }
            if (any) {
                context_.warn(row,
                              *bad_number_ == DiagnosticCode::bad_number ? DiagnosticCode::second_number
                                                                         : *bad_number_,
                              bad_number_column_);
                keep(bad_number_column_, row.cells[bad_number_column_]);
            }
        }
        if (!any) {
            const auto first = first_cell(row);
            if (is_total_word(trim(row.cells[first]))) {
                reject(row, DiagnosticCode::total_row, first);
            } else if (!context_.spreadsheet && row.cells.size() < context_.columns.size()) {
                reject(row, DiagnosticCode::short_row, first);
            } else {
                reject(row, DiagnosticCode::no_number, first);
            }
            return false;
        }
        return true;
    }

    /// Office and type from the numbers where no column gave them.
    void complete() {
        const auto& number = app_ ? app_ : pub_ ? pub_ : grant_;
        if (number && !has(Field::office)) {
            const auto field = app_ ? Field::app_no : pub_ ? Field::pub_no : Field::grant_no;
            put(Field::office, number->office, find(field)->column - 1U);
        }
        if (!has(Field::patent_type)) {
            auto type = app_ ? app_->type() : PatentType::unknown;
            std::size_t column = app_ ? find(Field::app_no)->column : 0;
            if (type == PatentType::unknown && pub_ && pub_->office == "CN") {
                const auto* date = find(Field::pub_date);
                const auto meaning =
                    cn_kind_meaning(pub_->kind, date ? Date::from_iso(date->value) : std::nullopt);
                type = meaning ? meaning->type : pub_->type();
                column = find(Field::pub_no)->column;
            }
            if (type != PatentType::unknown) {
                put(Field::patent_type, std::string{patent_type_key(type)}, column - 1);
            }
        }
        const auto* office = find(Field::office);
        if (office && office->value == "CN") {
            move_foreign(Field::title, Field::title_en);
            move_foreign(Field::abstract, Field::abstract_en);
        }
    }

    /// A Chinese document whose text is not Chinese: the text is a translation.
    void move_foreign(Field from, Field to) {
        const auto found = std::ranges::find(out_.values, from, &FieldValue::field);
        if (found != out_.values.end() && !has_han(found->value) && !has(to)) {
            found->field = to;
        }
    }

    void compare_dates(const TableRow& row) {
        const auto* filed = find(Field::app_date);
        if (!filed) {
            return;
        }
        const auto year = app_ && app_->office == "CN" ? app_->year() : std::nullopt;
        const auto filing = Date::from_iso(filed->value);
        constexpr std::string_view entry_types =
            "89"; // the number of a national phase carries the year of entry
        const auto type_place = app_ && app_->digits.size() == 12 ? std::size_t{4} : std::size_t{2};
        const bool entry = app_ && app_->digits.size() > type_place &&
                           entry_types.find(app_->digits[type_place]) != std::string_view::npos;
        if (year && filing && !entry && *year != filing->year()) {
            context_.warn(row, DiagnosticCode::year_mismatch, filed->column - 1U, find(Field::app_no)->value);
        }
        for (const auto field : {Field::pub_date, Field::grant_date}) {
            const auto* later = find(field);
            const auto day = later ? Date::from_iso(later->value) : std::nullopt;
            if (day && filing && *day < *filing && day->precision() == DatePrecision::day &&
                filing->precision() == DatePrecision::day) {
                context_.warn(row, DiagnosticCode::impossible_dates, later->column - 1U, filed->value);
            }
        }
    }

public:
    explicit PatentReader(const TableContext& context) : PatentCells(context), events_(context) {
        for (std::size_t i = 0; i < context.columns.size(); ++i) {
            targets_.push_back(target_of(context.columns[i].target));
            if (targets_[i].helper == Helper::office) {
                office_ = i;
            } else if (targets_[i].helper == Helper::kind) {
                kind_ = i;
            }
        }
    }

    void row(const TableRow& row) override {
        out_ = {};
        out_.row = row.number;
        out_.values.reserve(targets_.size());
        rejected_ = false;
        bad_number_.reset();
        app_.reset();
        pub_.reset();
        grant_.reset();
        coarse_ = same_app_ = first_pub_ = first_pub_date_ = {};
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto cell = trim(row.cells[i]);
            if (is_nothing(cell, context_.profile)) {
                continue;
            }
            if (i >= targets_.size() || (!targets_[i].field && targets_[i].helper == Helper::none)) {
                if (i >= targets_.size() || !context_.columns[i].skipped) {
                    keep(i, cell);
                }
            } else if (targets_[i].field) {
                read_field(row, *targets_[i].field, cell, i);
            } else {
                read_helper(targets_[i].helper, cell, i);
            }
        }
        read_late(row);
        if (rejected_ || !settle_numbers(row) || rejected_) {
            return;
        }
        complete();
        compare_dates(row);
        out_.events = events_.read(row);
        context_.sink.patent(std::move(out_));
    }
};

} // namespace

std::unique_ptr<RowReader> make_patent_reader(const TableContext& context) {
    return std::make_unique<PatentReader>(context);
}

} // namespace longmen::ingest::detail
