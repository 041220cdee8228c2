// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of text, failed formulas and merged cells.
#include <longmen/ingest/detail/row_cleaner.hpp>

#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/cells.hpp>
#include <longmen/record/field.hpp>

#include <algorithm>
#include <array>

namespace longmen::ingest::detail {
namespace {

constexpr std::array<std::string_view, 8> formula_errors{"#N/A",   "#REF!", "#VALUE!", "#DIV/0!",
                                                         "#NAME?", "#NUM!", "#NULL!",  "#SPILL!"};

/// Letters and digits, with the signs that stand in numbers: nobody writes an apostrophe before these in a
/// text.
bool is_code(std::string_view text) {
    constexpr std::string_view signs = "./- ";
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; }) &&
           std::ranges::all_of(text, [&](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                      signs.find(c) != std::string_view::npos;
           });
}

/// Columns that a merged cell speaks for in every row it covers.
bool repeats(TableKind kind, const Column& column) {
    const auto is_one_of = [&](std::initializer_list<std::string_view> targets) {
        return std::ranges::find(targets, std::string_view{column.target}) != targets.end();
    };
    if (column.skipped) {
        return false;
    }
    switch (kind) {
    case TableKind::patents: {
        const auto field = field_by_key(column.target);
        const auto type = field ? field_info(*field).type : FieldType::text;
        return type != FieldType::number && type != FieldType::count;
    }
    case TableKind::enterprises:
        return !is_one_of({"name", "uscc"});
    case TableKind::figures:
        return is_one_of({"", "name", "uscc", "year"});
    case TableKind::events:
        return true;
    case TableKind::assets:
        return !is_one_of({"number", "count"});
    case TableKind::referents:
        return !is_one_of({"id"});
    case TableKind::expert_scores:
        return is_one_of({"number", "title", "rule", "scenario", "scorer", "date"});
    }
    return false;
}

} // namespace

std::optional<std::string> without_text_marks(std::string_view cell) {
    cell = trim(cell);
    if (cell.size() > 3 && cell.starts_with("=\"") && cell.ends_with('"')) {
        auto inside = cell.substr(2, cell.size() - 3);
        std::string text;
        for (std::size_t i = 0; i < inside.size(); ++i) {
            text += inside[i];
            i += inside.substr(i).starts_with("\"\"") ? 1 : 0;
        }
        return text;
    }
    const auto bare = cell.substr(cell.starts_with('\'') ? 1 : 0);
    const auto code = bare.substr(0, bare.size() - (bare.ends_with('\'') ? 1 : 0));
    return code.size() < cell.size() && is_code(code) ? std::optional{std::string{code}} : std::nullopt;
}

bool is_formula_error(std::string_view cell) {
    return std::ranges::find(formula_errors, cell) != formula_errors.end() ||
           (cell.starts_with("Err:5") && cell.size() == std::string_view{"Err:502"}.size());
}

RowCleaner::RowCleaner(const TableContext& context) : context_{context} {
    for (const auto& column : context.columns) {
        repeats_.push_back(repeats(context.profile.kind, column));
    }
}

void RowCleaner::take_covered(const TableRow& row) {
    for (const auto& covered : row.covered) {
        const bool here = covered.column < repeats_.size() && repeats_[covered.column];
        if (here && covered.begun >= *first_row_) {
            cells_.resize(std::max(cells_.size(), covered.column + 1));
            cells_[covered.column] = covered.text;
        }
    }
}

void RowCleaner::take_marks(const TableRow& row) {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const auto cell = cells_[i];
        if (cell.empty()) {
            continue;
        }
        if (cell.front() == '=' || cell.front() == '\'' || cell.back() == '\'') {
            if (auto text = without_text_marks(cell)) {
                texts_.push_back(std::move(*text));
                cells_[i] = texts_.back();
            }
        } else if ((cell.front() == '#' || cell.front() == 'E') && is_formula_error(trim(cell))) {
            if (i < row.cells.size() && !row.cells[i].empty()) { // told once, not again in covered rows
                context_.warn(row, DiagnosticCode::formula_error, i);
            }
            cells_[i] = {};
        }
    }
}

TableRow RowCleaner::clean(const TableRow& row) {
    if (!first_row_) {
        first_row_ = row.number;
    }
    cells_.assign(row.cells.begin(), row.cells.end());
    texts_.clear();
    take_covered(row);
    take_marks(row);
    auto cleaned = row;
    cleaned.cells = cells_;
    return cleaned;
}

} // namespace longmen::ingest::detail
