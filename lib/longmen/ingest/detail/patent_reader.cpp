// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of patents: cells to canonical fields, and what follows from them taken together.
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/cells.hpp>
#include <longmen/ingest/detail/row_reader.hpp>
#include <longmen/record/credit_code.hpp>
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

/// Lists whose members are document numbers.
bool holds_numbers(Field field) {
    return field == Field::family_members || field == Field::extended_family_members ||
           field == Field::cited || field == Field::citing || field == Field::priority_numbers;
}

bool holds_classes(Field field) {
    return field == Field::ipc || field == Field::cpc || field == Field::ipc_main;
}

std::string joined(const std::vector<std::string>& members) {
    return join(members, "\n");
}

/// `1.` or `1、` before the text of a first claim.
std::string_view without_claim_number(std::string_view text) {
    for (const std::string_view mark : {"1.", "1、", "1．", "１.", "１．", "１、"}) {
        if (text.starts_with(mark) && text.size() > mark.size() &&
            !(text[mark.size()] >= '0' && text[mark.size()] <= '9')) {
            return trim(text.substr(mark.size()));
        }
    }
    return text;
}

/// `山西; 14`, `广东;44`: the words of the cell without the code beside them.
std::string province_name(std::string_view cell) {
    std::string words;
    for (const auto& part : split_trimmed(fold_width(cell), ";")) {
        if (has_han(part) && words.empty()) {
            words = part;
        }
    }
    return words.empty() ? std::string{cell} : words;
}

class PatentReader final : public RowReader {
    const TableContext& context_;
    std::vector<Target> targets_;
    std::optional<std::size_t> office_, kind_;
    PatentRow out_;
    bool rejected_ = false;
    std::size_t bad_number_column_ = 0;
    std::optional<DiagnosticCode> bad_number_;
    std::optional<DocNumber> app_, pub_;
    std::string_view coarse_, same_app_, first_pub_, first_pub_date_;
    std::size_t same_app_column_ = 0, first_pub_column_ = 0, first_pub_date_column_ = 0, coarse_column_ = 0;

    void put(Field field, std::string value, std::size_t column) {
        if (value.empty() || has(field)) {
            if (!value.empty()) {
                keep_if_other(field, value, column);
            }
            return;
        }
        out_.values.push_back({field, std::move(value), static_cast<std::uint16_t>(column + 1)});
    }

    [[nodiscard]] const FieldValue* find(Field field) const {
        const auto found = std::ranges::find(out_.values, field, &FieldValue::field);
        return found == out_.values.end() ? nullptr : &*found;
    }
    [[nodiscard]] bool has(Field field) const { return find(field) != nullptr; }

    /// A second column of the same field: kept under its heading when it says something else.
    void keep_if_other(Field field, const std::string& value, std::size_t column) {
        if (find(field)->value != value) {
            keep(column, value);
        }
    }
    void keep(std::size_t column, std::string_view cell) {
        auto name = context_.name_of(column);
        // Two columns of one heading: the later ones are told apart by their place.
        if (std::ranges::find(out_.extras, name, &ExtraValue::first) != out_.extras.end()) {
            name += fmt::format(" [{}]", column + 1);
        }
        out_.extras.emplace_back(std::move(name), cell);
    }

    void reject(const TableRow& row, DiagnosticCode code, std::size_t column, std::string detail = {}) {
        if (!rejected_) {
            context_.reject(row, code, column, std::move(detail));
        }
        rejected_ = true;
    }

    [[nodiscard]] std::string_view cell_of(const TableRow& row, std::optional<std::size_t> column) const {
        return column && *column < row.cells.size() ? trim(row.cells[*column]) : std::string_view{};
    }

    void read_number(const TableRow& row, Field field, std::string_view cell, std::size_t column) {
        if (const auto end = cell.find('\n');
            end != std::string_view::npos) { // several documents in one cell
            keep(column, trim(cell.substr(end)));
            cell = trim(cell.substr(0, end));
        }
        const auto hint = field == Field::app_no ? NumberHint::application : NumberHint::publication;
        const auto office = cell_of(row, office_);
        auto number = parse_number(cell, hint, office);
        if (!number) {
            if (!bad_number_) {
                bad_number_ =
                    is_damaged_number(cell) ? DiagnosticCode::damaged_number : DiagnosticCode::bad_number;
                bad_number_column_ = column;
            } else {
                keep(column, cell);
            }
            return;
        }
        if (const auto kind = cell_of(row, kind_);
            !kind.empty() && field != Field::app_no && number->kind.empty()) {
            if (auto with_kind = parse_number(fmt::format("{}{}", cell, kind), hint, office)) {
                number = std::move(with_kind);
            }
        }
        if (number->check_given && !number->check_ok) {
            context_.warn(row, DiagnosticCode::check_digit_mismatch, column);
        }
        put(field, number->canonical(), column);
        if (field == Field::app_no) {
            app_ = std::move(number);
        } else if (field == Field::pub_no) {
            pub_ = std::move(number);
        }
    }

    void read_date(const TableRow& row, Field field, std::string_view cell, std::size_t column) {
        if (const auto date = parse_date(cell, context_.date_forms())) {
            put(field, date->iso(), column);
        } else if (is_null_date(cell) && !cell.starts_with("0000-") && !cell.starts_with("0000/")) {
            context_.warn(row, DiagnosticCode::null_date, column);
        } else {
            reject(row, DiagnosticCode::bad_date, column);
        }
    }

    void read_list(const TableRow& row, Field field, std::string_view cell, std::size_t column) {
        auto members = list_members(cell, context_.profile);
        if (field == Field::credit_codes) {
            std::vector<std::string> codes;
            for (const auto& member : members) {
                if (auto code = parse_credit_code(member)) {
                    codes.push_back(std::move(*code));
                } else {
                    context_.warn(row, DiagnosticCode::bad_credit_code, column);
                    keep(column, cell);
                    return;
                }
            }
            members = std::move(codes);
        } else if (holds_numbers(field)) {
            for (auto& member : members) {
                if (field == Field::priority_numbers) {
                    split_priority(member, column);
                }
                if (const auto number =
                        parse_number(member, field == Field::priority_numbers ? NumberHint::application
                                                                              : NumberHint::publication)) {
                    member = number->canonical();
                }
            }
        } else if (holds_classes(field)) {
            for (auto& member : members) {
                member = class_symbol(member);
            }
        }
        put(field, joined(members), column);
    }

    /// `2004.07.05 US14/972937`: the date goes to the priority date, the earliest of them.
    void split_priority(std::string& member, std::size_t column) {
        const auto blank = member.find(' ');
        constexpr std::size_t shortest_date = 8;
        const auto date = blank == std::string::npos || blank < shortest_date
                              ? std::nullopt
                              : parse_date(std::string_view{member}.substr(0, blank), context_.date_forms());
        if (!date) {
            return;
        }
        member = std::string{trim(std::string_view{member}.substr(blank))};
        if (const auto* known = find(Field::priority_date); !known) {
            put(Field::priority_date, date->iso(), column);
        } else if (known->column == column + 1 && date->iso() < known->value) {
            std::ranges::find(out_.values, Field::priority_date, &FieldValue::field)->value = date->iso();
        }
    }

    void read_state(const TableRow& row, Field field, std::string_view cell, std::size_t column) {
        if (field == Field::patent_type) {
            const auto type = patent_type_from_words(cell);
            if (type == PatentType::unknown) {
                keep(column, cell);
            } else {
                put(field, std::string{patent_type_key(type)}, column);
            }
            return;
        }
        put(Field::status_text, std::string{cell}, column);
        const auto match = context_.vocabulary.match(cell);
        if (!match) {
            context_.warn(row, DiagnosticCode::unknown_status, column);
        } else if (match->state != LegalState::unknown) {
            put(Field::status, std::string{legal_state_key(match->state)}, column);
        }
    }

    void read_text(Field field, std::string_view cell, std::size_t column) {
        if (field == Field::first_claim) {
            put(field, std::string{without_claim_number(cell)}, column);
        } else if (field == Field::province) {
            put(field, province_name(cell), column);
        } else if (holds_classes(field)) {
            const auto members = list_members(cell, context_.profile);
            put(field, class_symbol(members.empty() ? cell : members[0]), column);
        } else {
            put(field, std::string{cell}, column);
        }
    }

    void read_field(const TableRow& row, Field field, std::string_view cell, std::size_t column) {
        switch (field_info(field).type) {
        case FieldType::number:
            read_number(row, field, cell, column);
            return;
        case FieldType::date:
            read_date(row, field, cell, column);
            return;
        case FieldType::count:
            if (auto count = count_text(cell)) {
                put(field, std::move(*count), column);
            } else {
                reject(row, DiagnosticCode::bad_count, column);
            }
            return;
        case FieldType::list:
            read_list(row, field, cell, column);
            return;
        case FieldType::state:
            read_state(row, field, cell, column);
            return;
        case FieldType::text:
            read_text(field, cell, column);
            return;
        }
    }

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
            const auto match = context_.vocabulary.match(coarse_);
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
        const bool any = has(Field::app_no) || has(Field::pub_no) || has(Field::grant_no);
        if (bad_number_) {
            if (!any && !is_total_word(trim(row.cells[first_cell(row)]))) {
                reject(row, *bad_number_, bad_number_column_);
                return false;
            }
            if (any) {
                context_.warn(row, *bad_number_, bad_number_column_,
                              "the record was found by its other number");
                keep(bad_number_column_, row.cells[bad_number_column_]);
            }
        }
        if (!any) {
            const auto first = first_cell(row);
            if (is_total_word(trim(row.cells[first]))) {
                reject(row, DiagnosticCode::total_row, first);
            } else if (row.cells.size() < context_.columns.size()) {
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
        const auto& number = app_ ? app_ : pub_;
        if (number && !has(Field::office)) {
            put(Field::office, number->office, (find(app_ ? Field::app_no : Field::pub_no)->column) - 1U);
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
                context_.warn(row, DiagnosticCode::impossible_dates, later->column - 1U,
                              fmt::format("filed {}", filed->value));
            }
        }
    }

public:
    explicit PatentReader(const TableContext& context) : context_(context) {
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
        context_.sink.patent(std::move(out_));
    }
};

} // namespace

std::unique_ptr<RowReader> make_patent_reader(const TableContext& context) {
    return std::make_unique<PatentReader>(context);
}

} // namespace longmen::ingest::detail
