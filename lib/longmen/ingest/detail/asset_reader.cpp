// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of IP assets besides patents. A trade secret is counted, never described.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/cells.hpp>
#include <longmen/ingest/detail/row_reader.hpp>
#include <longmen/record/credit_code.hpp>
#include <longmen/record/number.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace longmen::ingest::detail {
namespace {

/// What may be said of a trade secret.
constexpr std::array<std::string_view, 9> fields_of_secrets{"kind",   "owner", "uscc", "filed", "registered",
                                                            "status", "count", "city", "county"};

class AssetReader final : public RowReader {
    const TableContext& context_;
    const AssetVocabulary vocabulary_;
    std::optional<AssetKind> kind_of_table_; ///< by the sheet, else by the headings
    std::optional<std::size_t> kind_column_;
    AssetRow out_;
    bool rejected_ = false;

    void reject(const TableRow& row, DiagnosticCode code, std::size_t column) {
        if (!rejected_) {
            context_.reject(row, code, column);
        }
        rejected_ = true;
    }

    [[nodiscard]] std::string_view target(std::size_t column) const {
        return column < context_.columns.size() ? std::string_view{context_.columns[column].target}
                                                : std::string_view{};
    }

    [[noreturn]] void refuse_content(std::uint64_t row, std::size_t column) const {
        throw DataError(context_.path, row,
                        sentence("“{}”列会写出商业秘密的内容；商业秘密只登记权利人和数量，请清除该列后再导入",
                                 "the column `{}` would tell what a trade secret is about; of secrets only "
                                 "owner and count are taken, so empty that column and import again",
                                 context_.name_of(column)));
    }

    void read_kind(const TableRow& row) {
        const auto given = kind_column_ && *kind_column_ < row.cells.size() ? trim(row.cells[*kind_column_])
                                                                            : std::string_view{};
        const auto kind = is_nothing(given, context_.profile) ? kind_of_table_ : vocabulary_.kind_of(given);
        if (!kind) {
            reject(row, DiagnosticCode::unknown_asset_kind, kind_column_.value_or(0));
            return;
        }
        out_.kind = *kind;
        if (out_.kind != AssetKind::trade_secret) {
            return;
        }
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const bool counter = i < context_.columns.size() && context_.columns[i].skipped;
            if (!is_nothing(trim(row.cells[i]), context_.profile) && !counter &&
                std::ranges::find(fields_of_secrets, target(i)) == fields_of_secrets.end()) {
                refuse_content(row.number, i);
            }
        }
    }

    std::string read_date(const TableRow& row, std::string_view cell, std::size_t column) {
        if (const auto date = parse_date(cell, context_.date_forms())) {
            return date->iso();
        }
        if (is_null_date(cell)) {
            context_.warn(row, DiagnosticCode::null_date, column);
        } else {
            reject(row, DiagnosticCode::bad_date, column);
        }
        return {};
    }

    void read_count(const TableRow& row, std::string_view cell, std::size_t column) {
        const auto digits = count_text(cell);
        std::int64_t count = 0;
        if (!digits) {
            reject(row, DiagnosticCode::bad_count, column);
            return;
        }
        std::from_chars(digits->data(), digits->data() + digits->size(), count);
        if (out_.kind == AssetKind::trade_secret) {
            out_.count = count;
        } else if (count != 1) {
            reject(row, DiagnosticCode::asset_count, column);
        }
    }

    /// False when the column is none of an asset.
    bool read_cell(const TableRow& row, std::string_view cell, std::size_t column) {
        const auto field = target(column);
        const std::array<std::pair<std::string_view, std::string*>, 6> texts{{{"number", &out_.number},
                                                                              {"name", &out_.name},
                                                                              {"owner", &out_.owner},
                                                                              {"standard", &out_.standard},
                                                                              {"city", &out_.city},
                                                                              {"county", &out_.county}}};
        const std::array<std::pair<std::string_view, std::string*>, 3> dates{
            {{"filed", &out_.filed}, {"registered", &out_.registered}, {"expires", &out_.expires}}};
        const auto slot_of = [&](const auto& slots) {
            const auto found = std::ranges::find(slots, field, [](const auto& slot) { return slot.first; });
            return found == slots.end() ? nullptr : found->second;
        };
        if (auto* text = slot_of(texts)) {
            if (text->empty()) {
                *text = cell;
            }
            return *text == cell;
        }
        if (auto* date = slot_of(dates)) {
            auto day = read_date(row, cell, column);
            if (date->empty()) {
                *date = std::move(day);
                return true;
            }
            return *date == day;
        }
        if (field == "uscc") {
            out_.uscc = parse_credit_code(cell);
            if (!out_.uscc) {
                reject(row,
                       is_damaged_number(cell) ? DiagnosticCode::damaged_number
                                               : DiagnosticCode::bad_credit_code,
                       column);
            }
        } else if (field == "status") {
            out_.status_text = cell;
            out_.state = vocabulary_.state_of(cell);
            if (out_.state == AssetState::unknown) {
                context_.warn(row, DiagnosticCode::unknown_status, column);
            }
        } else if (field == "classes") {
            out_.classes = list_members(cell, context_.profile);
        } else if (field == "countries") {
            out_.countries = list_members(cell, context_.profile);
        } else if (field == "count") {
            read_count(row, cell, column);
        } else {
            return field == "kind";
        }
        return true;
    }

    void finish(const TableRow& row) {
        const bool secret = out_.kind == AssetKind::trade_secret;
        if (out_.number.empty() && (out_.owner.empty() || (out_.name.empty() && !secret))) {
            reject(row, DiagnosticCode::unnamed_asset, 0);
        } else if (secret && !out_.count) {
            std::size_t column = 0;
            while (column < context_.columns.size() && target(column) != "count") {
                ++column;
            }
            reject(row, DiagnosticCode::bad_count, column < context_.columns.size() ? column : 0);
        }
        if (!rejected_) {
            context_.sink.asset(std::move(out_));
        }
    }

public:
    AssetReader(const TableContext& context, AssetVocabulary vocabulary, std::string_view sheet)
        : context_(context), vocabulary_(std::move(vocabulary)), kind_of_table_(vocabulary_.kind_of(sheet)) {
        std::optional<AssetKind> of_headings; // the first that names a kind
        for (std::size_t i = 0; i < context.columns.size(); ++i) {
            const auto& column = context.columns[i];
            if (vocabulary_.tells_secrets(column.heading)) {
                refuse_content(0, i);
            }
            if (!of_headings) {
                of_headings = vocabulary_.kind_of(column.heading);
            }
            if (column.target == "kind" && !kind_column_) {
                kind_column_ = i;
            }
        }
        if (!kind_column_ && !kind_of_table_) {
            kind_of_table_ = of_headings;
        }
    }

    void row(const TableRow& row) override {
        out_ = {};
        out_.row = row.number;
        rejected_ = false;
        const auto first =
            std::ranges::find_if(row.cells, [](std::string_view c) { return !trim(c).empty(); });
        if (first != row.cells.end() && is_total_word(trim(*first))) {
            reject(row, DiagnosticCode::total_row, static_cast<std::size_t>(first - row.cells.begin()));
            return;
        }
        read_kind(row);
        for (std::size_t i = 0; !rejected_ && i < row.cells.size(); ++i) {
            const auto cell = trim(row.cells[i]);
            if (is_nothing(cell, context_.profile) ||
                (i < context_.columns.size() && context_.columns[i].skipped)) {
                continue;
            }
            if (!read_cell(row, cell, i)) {
                out_.extras.emplace_back(context_.name_of(i), cell);
            }
        }
        if (!rejected_) {
            finish(row);
        }
    }
};

} // namespace

std::unique_ptr<RowReader> make_asset_reader(const TableContext& context, AssetVocabulary vocabulary,
                                             std::string_view sheet) {
    return std::make_unique<AssetReader>(context, std::move(vocabulary), sheet);
}

} // namespace longmen::ingest::detail
