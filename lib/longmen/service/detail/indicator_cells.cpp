// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers with ten significant digits, categories by name.
#include <longmen/service/detail/indicator_cells.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/significant.hpp>
#include <longmen/record/number.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/percentiles.hpp>

#include <algorithm>
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

/// Cells of a row on their way to a text, which is touched once for many.
class CellBuffer {
    static constexpr std::size_t room = 512;
    std::string& text_;
    std::array<char, room> bytes_; // NOLINT: written before it is read
    std::size_t used_ = 0;

    void make_room(std::size_t bytes) {
        if (used_ + bytes > room) {
            text_.append(bytes_.data(), used_);
            used_ = 0;
        }
    }

public:
    explicit CellBuffer(std::string& text) : text_(text) {}
    ~CellBuffer() { text_.append(bytes_.data(), used_); }
    CellBuffer(const CellBuffer&) = delete;
    CellBuffer& operator=(const CellBuffer&) = delete;

    void put(double value) {
        make_room(longest_significant);
        used_ = static_cast<std::size_t>(write_significant(bytes_.data() + used_, value) - bytes_.data());
    }
    void put(std::string_view part) {
        make_room(part.size());
        if (part.size() > room) {
            text_ += part;
            return;
        }
        std::ranges::copy(part, bytes_.begin() + static_cast<std::ptrdiff_t>(used_));
        used_ += part.size();
    }
};

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
    CellBuffer cells{text};
    for (const auto& column : columns) {
        cells.put({&separator, 1});
        if (column.defined(at)) {
            const auto value = column.values[at];
            if (column.categories.empty()) {
                cells.put(value);
            } else {
                cells.put(column.categories[static_cast<std::size_t>(value)]);
            }
        }
        if (says_why(column.key, reasons)) {
            cells.put({&separator, 1});
            cells.put(reason_of(column, at));
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
