// SPDX-License-Identifier: GPL-3.0-or-later
// Splits separated values at the marks of 64-byte blocks.
#include <longmen/ingest/detail/csv.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/byte_marks.hpp>

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace longmen::ingest::detail {
namespace {

/// A row may hold a few cells of the largest size, not thousands.
constexpr std::size_t largest_cells_per_row = 4;
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Where the last character of the piece begins when the piece may have cut it, else the end of the piece.
std::size_t whole_characters(std::string_view piece) {
    constexpr std::size_t longest_character = 4;
    auto lead = piece.size();
    while (lead > 0 && piece.size() - lead < longest_character) {
        --lead;
        if (!is_continuation(piece[lead])) {
            return static_cast<unsigned char>(piece[lead]) < 0x80 ? piece.size() : lead;
        }
    }
    return piece.size();
}

} // namespace

CsvParser::CsvParser(std::string path, CsvDialect dialect, const Limits& limits, RowFunction row)
    : path_{std::move(path)}, dialect_{dialect}, cell_limit_{limits.cell_bytes},
      row_limit_{limits.cell_bytes * largest_cells_per_row}, column_limit_{limits.columns},
      row_{std::move(row)}, line_feed_of_return_{nowhere} {}

// --- text of cells
// -------------------------------------------------------------------------------------------

/// How many of `more` bytes the cell, which has `size`, may still take; the row is marked when not all.
std::size_t CsvParser::cut(std::size_t size, std::size_t more) {
    const auto in_row = row_bytes_ + size;
    const auto room =
        std::min(cell_limit_ - std::min(cell_limit_, size), row_limit_ - std::min(row_limit_, in_row));
    if (more > room && fault_ == TableRow::Fault::none) {
        fault_ = TableRow::Fault::cell_too_large;
        fault_column_ = cells_.size();
    }
    return std::min(more, room);
}

void CsvParser::copy_run(std::size_t end) {
    const auto length = cut(copied_.size() - copied_begin_, end - run_begin_);
    copied_.append(piece_, run_begin_, length);
}

void CsvParser::end_cell(std::size_t run_end) {
    if (cells_.size() == column_limit_) {
        throw DataError(path_, row_line_,
                        sentence("一行超过 {} 个单元格；应为表格",
                                 "more than {} cells in a row; expected a table", column_limit_));
    }
    if (copied_.size() == copied_begin_) {
        const auto length = cut(0, run_end - run_begin_);
        cells_.emplace_back(piece_.data() + run_begin_, length);
        row_bytes_ += length;
    } else {
        copy_run(run_end);
        copies_.push_back({cells_.size(), copied_begin_, copied_.size()});
        cells_.emplace_back();
        row_bytes_ += copied_.size() - copied_begin_;
        copied_begin_ = copied_.size();
    }
    state_ = State::cell_start;
}

void CsvParser::check_text(std::size_t row_end) {
    if (fault_ != TableRow::Fault::none ||
        (!goes_on_ && row_begin_ >= sound_begin_ && row_end <= sound_end_)) {
        return;
    }
    const auto broken = std::ranges::find_if_not(
        cells_, [](auto cell) { return simdjson::validate_utf8(cell.data(), cell.size()); });
    if (broken != cells_.end()) {
        fault_ = TableRow::Fault::bad_text;
        fault_column_ = static_cast<std::size_t>(broken - cells_.begin());
    }
}

void CsvParser::end_row(std::size_t run_end) {
    end_cell(run_end);
    if (row_bytes_ > 0) {
        for (const auto& [column, begin, end] : copies_) {
            cells_[column] = std::string_view{copied_}.substr(begin, end - begin);
        }
        check_text(run_end);
        row_({row_line_, cells_, fault_, fault_column_});
    }
    cells_.clear();
    copies_.clear();
    copied_.clear();
    copied_begin_ = 0;
    row_bytes_ = 0;
    goes_on_ = false;
    fault_ = TableRow::Fault::none;
}

// --- marks
// ---------------------------------------------------------------------------------------------------

void CsvParser::mark_in_quotes(std::size_t at) {
    const char c = piece_[at];
    if (c == '"') {
        quote_at_ = at;
        state_ = State::quote_in_quoted;
    } else if (c == '\r') {
        copy_run(at);
        copied_.append(cut(copied_.size() - copied_begin_, 1), '\n');
        ++line_;
        run_begin_ = at + 1;
        line_feed_of_return_ = at + 1;
    } else if (c == '\n' && at == line_feed_of_return_) {
        run_begin_ = at + 1; // handed on with the return before it
    } else if (c == '\n') {
        ++line_;
    }
}

/// A separator, quote or line end outside quotes, or the first mark behind what may be a closing quote.
void CsvParser::mark(std::size_t at) {
    const char c = piece_[at];
    auto run_end = at;
    if (state_ == State::quote_in_quoted) {
        run_end = quote_at_ == nowhere ? 0 : quote_at_;
        if (at == quote_at_ + 1 && c == '"') { // doubled: the second one is text
            copy_run(run_end);
            run_begin_ = at;
            state_ = State::quoted;
            return;
        }
        if (at != quote_at_ + 1) { // text behind a closing quote
            copy_run(run_end);
            run_begin_ = quote_at_ + 1;
            run_end = at;
        }
        state_ = State::plain;
    }
    if (c == dialect_.separator) {
        end_cell(run_end);
    } else if (c == '"') {
        if (!dialect_.quotes || state_ != State::cell_start || at != run_begin_) {
            return; // as good as any other character
        }
        state_ = State::quoted;
    } else if (c == '\n' && at == line_feed_of_return_) {
        row_begin_ = at + 1; // the second half of a CRLF; its line was counted
    } else {
        end_row(run_end);
        row_line_ = ++line_;
        row_begin_ = at + 1;
        line_feed_of_return_ = c == '\r' ? at + 1 : nowhere;
    }
    run_begin_ = at + 1;
}

/// At the start of a cell: most marks are separators behind one that stands in the piece as it is; false for
/// all others.
inline bool CsvParser::end_plain_cell(std::size_t at) {
    const auto length = at - run_begin_;
    if (length > cell_limit_ || row_bytes_ + length > row_limit_ || cells_.size() == column_limit_) {
        return false;
    }
    cells_.emplace_back(piece_.data() + run_begin_, length);
    row_bytes_ += length;
    run_begin_ = at + 1;
    return true;
}

/// A line end at the start of a cell or behind a plain one: most rows end so, and hold none but such cells;
/// false for all others.
inline bool CsvParser::end_plain_row(std::size_t at) {
    const char c = piece_[at];
    if (at == line_feed_of_return_ && c == '\n') { // the second half of a CRLF
        row_begin_ = run_begin_ = at + 1;
        return true;
    }
    const auto length = at - run_begin_;
    const auto bytes = row_bytes_ + length;
    if (bytes == 0 || length > cell_limit_ || bytes > row_limit_ || cells_.size() == column_limit_ ||
        !copies_.empty() || goes_on_ || row_begin_ < sound_begin_ || at > sound_end_ ||
        fault_ != TableRow::Fault::none) {
        return false;
    }
    cells_.emplace_back(piece_.data() + run_begin_, length);
    row_({row_line_, cells_, fault_, 0});
    cells_.clear();
    row_bytes_ = 0;
    row_line_ = ++line_;
    row_begin_ = run_begin_ = at + 1;
    line_feed_of_return_ = c == '\r' ? at + 1 : nowhere;
    return true;
}

void CsvParser::mark_all() {
    const ByteMarks wanted{{dialect_.separator, '"', '\n', '\r'}};
    std::array<char, bytes_of_block> rest{}; // the last block, filled with zeros
    for (std::size_t block = 0; block < piece_.size(); block += bytes_of_block) {
        const char* bytes = piece_.data() + block;
        if (piece_.size() - block < bytes_of_block) {
            std::memcpy(rest.data(), bytes, piece_.size() - block);
            bytes = rest.data();
        }
        for (auto marks = wanted.of(bytes); marks != 0; marks &= marks - 1) {
            const auto at = block + static_cast<std::size_t>(std::countr_zero(marks));
            if (state_ == State::quoted) {
                mark_in_quotes(at);
            } else if (state_ != State::cell_start || piece_[at] == '"' ||
                       !(piece_[at] == dialect_.separator ? end_plain_cell(at) : end_plain_row(at))) {
                mark(at);
            }
        }
    }
}

// --- pieces
// --------------------------------------------------------------------------------------------------

/// Rows that lie whole in a sound piece need no look of their own.
void CsvParser::check_piece() {
    sound_begin_ = 0;
    while (sound_begin_ < piece_.size() && is_continuation(piece_[sound_begin_])) {
        ++sound_begin_;
    }
    sound_end_ = std::max(sound_begin_, whole_characters(piece_));
    if (!simdjson::validate_utf8(piece_.data() + sound_begin_, sound_end_ - sound_begin_)) {
        sound_end_ = 0;
    }
}

/// The next piece takes the place of this one: what the open row has so far is copied.
void CsvParser::keep_open_row() {
    if (copies_.size() != cells_.size()) {
        std::string copied;
        auto next = copies_.begin();
        std::vector<Copied> copies;
        for (std::size_t column = 0; column < cells_.size(); ++column) {
            const auto begin = copied.size();
            if (next != copies_.end() && next->column == column) {
                copied.append(copied_, next->begin, next->end - next->begin);
                ++next;
            } else {
                copied += cells_[column];
            }
            copies.push_back({column, begin, copied.size()});
        }
        const auto begin = copied.size();
        copied.append(copied_, copied_begin_);
        copied_ = std::move(copied);
        copied_begin_ = begin;
        copies_ = std::move(copies);
    }
    if (state_ == State::quote_in_quoted) {
        copy_run(quote_at_ == nowhere ? 0 : quote_at_);
        run_begin_ = quote_at_ + 1;
        state_ = run_begin_ == piece_.size() ? state_ : State::plain;
        quote_at_ = nowhere; // the next piece tells whether it closes the cell
    } else if (state_ == State::cell_start && run_begin_ < piece_.size()) {
        state_ = State::plain;
    }
    copy_run(piece_.size());
    goes_on_ = goes_on_ || !cells_.empty() || state_ != State::cell_start;
    line_feed_of_return_ = line_feed_of_return_ == piece_.size() ? 0 : nowhere;
    row_begin_ = 0;
    run_begin_ = 0;
}

void CsvParser::feed(std::string_view piece) {
    if (piece.empty()) {
        return;
    }
    piece_ = piece;
    check_piece();
    mark_all();
    keep_open_row();
}

void CsvParser::finish() {
    piece_ = {};
    if (state_ == State::quoted && fault_ == TableRow::Fault::none) {
        fault_ = TableRow::Fault::open_quote;
        fault_column_ = cells_.size();
    }
    end_row(0);
}

} // namespace longmen::ingest::detail
