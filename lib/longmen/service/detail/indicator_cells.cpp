// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers with ten significant digits, categories by name.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/significant.hpp>
#include <longmen/record/number.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/detail/indicator_cells.hpp>
#include <longmen/service/percentiles.hpp>

#include <array>
#include <cmath>

namespace longmen::service::detail {
namespace {

std::string_view reason_of(const indicators::Column& column, std::size_t node) {
    if (!column.defined(node)) {
        return undefined_key(column.why(node));
    }
    return column.complete(node) ? std::string_view{} : undefined_key(Undefined::window_open);
}

Cell cell_of(const indicators::Column& column, std::size_t node) {
    const auto value = column.values[node];
    if (!column.defined(node)) {
        return {};
    }
    if (!column.categories.empty()) {
        return std::string{column.categories[static_cast<std::size_t>(value)]};
    }
    return value == std::floor(value) ? Cell{static_cast<std::int64_t>(value)}
                                      : Cell{Decimal{value, significant_digits, 6}};
}

/// Whether a column of reasons stands behind it.
bool says_why(std::string_view key, bool reasons) {
    return reasons && !key.ends_with(cohort_suffix);
}

} // namespace

std::vector<std::string> usual_keys(const indicators::ColumnInput& input) {
    std::vector<std::string> keys;
    for (const auto& one : indicators::column_indicators()) {
        if (!one.on_request && indicators::can_compute(one, input)) {
            keys.emplace_back(one.example);
        }
    }
    return keys;
}

NodeId find_document(const store::Snapshot& snapshot, const std::string& text, NodeId documents,
                     const Date& as_of) {
    auto found = snapshot.find(text);
    if (!found) {
        if (const auto number = parse_number(text)) {
            found = snapshot.find(number->canonical());
        }
    }
    if (!found) {
        throw UsageError(sentence("{}：快照中没有这件文献", "{}: no document of the snapshot", text));
    }
    if (*found >= documents) {
        throw UsageError(
            sentence("{}：晚于截止日 {}", "{} is later than the cut-off date {}", text, as_of.iso()));
    }
    return *found;
}

void append_headings(std::string& text, const std::vector<std::string>& keys, bool reasons, char separator) {
    for (const auto& key : keys) {
        text += separator + key;
        if (says_why(key, reasons)) {
            text += separator + key + "_reason";
        }
    }
}

void add_headings(Table& table, const std::vector<std::string>& keys, bool reasons, Lang lang) {
    for (const auto& key : keys) {
        table.columns.push_back({key, result_heading(key, lang)});
        if (says_why(key, reasons)) {
            table.columns.push_back({key + "_reason", std::string{Text{"说明", "Reason"}.in(lang)}});
        }
    }
}

void append_values(std::string& text, const std::vector<indicators::Column>& columns, std::size_t at,
                   bool reasons, char separator) {
    for (const auto& column : columns) {
        const auto value = column.values[at];
        if (!column.defined(at)) {
            text += separator;
        } else if (!column.categories.empty()) {
            text += separator;
            text += column.categories[static_cast<std::size_t>(value)];
        } else {
            std::array<char, 1 + longest_significant> buffer; // NOLINT: written before it is read
            buffer[0] = separator;
            text.append(buffer.data(), write_significant(buffer.data() + 1, value));
        }
        if (says_why(column.key, reasons)) {
            text += separator;
            text += reason_of(column, at);
        }
    }
}

void add_values(std::vector<Cell>& cells, const std::vector<indicators::Column>& columns, std::size_t at,
                bool reasons) {
    for (const auto& column : columns) {
        cells.push_back(cell_of(column, at));
        if (says_why(column.key, reasons)) {
            cells.push_back(text_cell(std::string{reason_of(column, at)}));
        }
    }
}

} // namespace longmen::service::detail
