// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a sheet: cells put in place, merged cells carried down, hidden parts counted.
#include <longmen/ingest/detail/sheet_rows.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/byte_source.hpp>

#include <simdjson.h>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

/// A row, and what merged cells carry into it, may hold a few cells of the largest size, not thousands.
constexpr std::size_t largest_cells_per_row = 4;

} // namespace

bool append_bounded(std::string& text, std::string_view piece, const Limits& limits) {
    const auto room = limits.cell_bytes - std::min(limits.cell_bytes, text.size());
    text += piece.substr(0, room);
    return piece.size() <= room;
}

std::size_t TakenColumns::next_free(std::size_t column, std::uint64_t row) const {
    while (column < last_.size() && last_[column] >= row) {
        ++column;
    }
    return column;
}

void TakenColumns::take(std::size_t begin, std::size_t end, std::uint64_t last) {
    if (begin < end) {
        last_.resize(std::max(last_.size(), end));
        std::fill(last_.begin() + static_cast<std::ptrdiff_t>(begin),
                  last_.begin() + static_cast<std::ptrdiff_t>(end), last);
    }
}

void SheetRows::begin_sheet() {
    row_ = 0;
    covers_.clear();
    cover_bytes_ = 0;
    column_hidden_.clear();
    column_has_text_.clear();
    hidden_ = {};
}

void SheetRows::hide_columns(std::size_t first, std::size_t last) {
    const auto end = std::min(last, target_.limits.columns - 1) + 1;
    if (first < end) {
        column_hidden_.resize(std::max(column_hidden_.size(), end));
        std::fill(column_hidden_.begin() + static_cast<std::ptrdiff_t>(first),
                  column_hidden_.begin() + static_cast<std::ptrdiff_t>(end), true);
    }
}

void SheetRows::begin_row(std::uint64_t number, bool hidden) {
    row_ = number;
    row_hidden_ = hidden;
    text_.clear();
    spans_.clear();
    fault_ = TableRow::Fault::none;
}

void SheetRows::fault(std::size_t column, TableRow::Fault what) {
    if (fault_ == TableRow::Fault::none) {
        fault_ = what;
        fault_column_ = column;
    }
}

void SheetRows::put(std::size_t column, std::string_view text) {
    const auto& limits = target_.limits;
    if (text.empty()) {
        return;
    }
    if (column >= limits.columns) {
        throw DataError(target_.path, row_,
                        sentence("单元格超出第 {} 列；应为表格", "a cell beyond column {}; expected a table",
                                 limits.columns));
    }
    if (text.size() > limits.cell_bytes) {
        fault(column, TableRow::Fault::cell_too_large);
        text = text.substr(0, limits.cell_bytes);
    }
    if (text_.size() + text.size() > limits.cell_bytes * largest_cells_per_row) {
        fault(column, TableRow::Fault::cell_too_large);
        return;
    }
    if (spans_.size() <= column) {
        spans_.resize(column + 1);
    }
    spans_[column] = {text_.size(), text.size()};
    text_ += text;
}

void SheetRows::cover(std::size_t column, std::uint64_t last, std::string_view text) {
    if (text.empty() || last <= row_) {
        return;
    }
    auto& cover = covers_[column];
    cover_bytes_ -= cover.text.size();
    cover = {};
    if (cover_bytes_ + text.size() > target_.limits.cell_bytes * largest_cells_per_row) {
        fault(column, TableRow::Fault::cell_too_large);
        return;
    }
    cover_bytes_ += text.size();
    cover = {row_, last, std::string{text}};
}

/// Those that ended above the row in hand.
void SheetRows::drop_covers() {
    std::erase_if(covers_, [&](const auto& entry) {
        const bool over = entry.second.last < row_;
        cover_bytes_ -= over ? entry.second.text.size() : 0;
        return over;
    });
}

void SheetRows::emit(std::uint64_t times) {
    cells_.clear();
    for (const auto& [begin, length] : spans_) {
        cells_.push_back(std::string_view{text_}.substr(begin, length));
    }
    covered_.clear();
    for (const auto& [column, cover] : covers_) {
        if (cover.first < row_ && (column >= cells_.size() || cells_[column].empty())) {
            covered_.push_back({column, cover.text, cover.first});
        }
    }
    if (fault_ == TableRow::Fault::none && !simdjson::validate_utf8(text_)) {
        fault_ = TableRow::Fault::bad_text;
    }
    for (std::uint64_t i = 0; i < times; ++i) {
        target_.visitor.row({row_ + i, cells_, fault_, fault_column_, covered_});
        if (i > 0) {
            repeated_bytes_ += text_.size();
            check_unpacked(target_.path, repeated_bytes_, target_.packed, target_.limits);
        }
    }
}

void SheetRows::end_row(std::uint64_t times) {
    if (text_.empty()) {
        return;
    }
    column_has_text_.resize(std::max(column_has_text_.size(), spans_.size()));
    for (std::size_t i = 0; i < spans_.size(); ++i) {
        column_has_text_[i] = column_has_text_[i] || spans_[i].second > 0;
    }
    hidden_.rows += row_hidden_ ? times : 0;
    drop_covers();
    emit(times);
    text_.clear();
}

void SheetRows::end_sheet(bool sheet_hidden) {
    hidden_.sheet = sheet_hidden;
    const auto columns = std::min(column_has_text_.size(), column_hidden_.size());
    for (std::size_t i = 0; i < columns; ++i) {
        hidden_.columns += column_has_text_[i] && column_hidden_[i] ? 1 : 0;
    }
    if (hidden_.sheet || hidden_.rows > 0 || hidden_.columns > 0) {
        target_.visitor.hidden(hidden_);
    }
}

} // namespace longmen::ingest::detail
