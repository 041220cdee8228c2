// SPDX-License-Identifier: GPL-3.0-or-later
// The state machine of separated values, and the guess of the dialect.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/csv.hpp>

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <map>

namespace longmen::ingest::detail {
namespace {

/// A row may hold a few cells of the largest size, not thousands.
constexpr std::size_t largest_cells_per_row = 4;

} // namespace

CsvParser::CsvParser(std::string path, CsvDialect dialect, const Limits& limits, RowFunction row)
    : path_{std::move(path)}, dialect_{dialect}, cell_limit_{limits.cell_bytes},
      row_limit_{limits.cell_bytes * largest_cells_per_row}, column_limit_{limits.columns},
      row_{std::move(row)} {
    stops_[static_cast<unsigned char>(dialect.separator)] = true;
    stops_[static_cast<unsigned char>('\n')] = true;
    stops_[static_cast<unsigned char>('\r')] = true;
}

void CsvParser::add(std::string_view piece) {
    const auto size = text_.size() - cell_begin_;
    const auto room =
        std::min(cell_limit_ - std::min(cell_limit_, size), row_limit_ - std::min(row_limit_, text_.size()));
    if (piece.size() > room) {
        if (fault_ == TableRow::Fault::none) {
            fault_ = TableRow::Fault::cell_too_large;
            fault_column_ = ends_.size();
        }
        piece = piece.substr(0, room);
    }
    text_.append(piece);
}

void CsvParser::end_cell() {
    if (ends_.size() == column_limit_) {
        throw DataError(path_, row_line_,
                        sentence("一行超过 {} 个单元格；应为表格",
                                 "more than {} cells in a row; expected a table", column_limit_));
    }
    ends_.push_back(text_.size());
    cell_begin_ = text_.size();
    state_ = State::cell_start;
}

void CsvParser::end_row() {
    if (in_row_) {
        end_cell();
        if (!text_.empty()) {
            cells_.clear();
            std::size_t begin = 0;
            for (const auto end : ends_) {
                cells_.push_back(std::string_view{text_}.substr(begin, end - begin));
                begin = end;
            }
            if (fault_ == TableRow::Fault::none && !simdjson::validate_utf8(text_)) {
                fault_ = TableRow::Fault::bad_text;
                const auto broken = std::ranges::find_if_not(
                    cells_, [](auto cell) { return simdjson::validate_utf8(cell.data(), cell.size()); });
                fault_column_ = static_cast<std::size_t>(broken - cells_.begin()) % cells_.size();
            }
            row_({row_line_, cells_, fault_, fault_column_});
        }
    }
    text_.clear();
    ends_.clear();
    cell_begin_ = 0;
    fault_ = TableRow::Fault::none;
    in_row_ = false;
    state_ = State::cell_start;
}

void CsvParser::feed(std::string_view piece) {
    std::size_t i = 0;
    while (i < piece.size()) {
        const char c = piece[i];
        if (after_cr_) {
            after_cr_ = false;
            if (c == '\n') { // the second half of a CRLF; its line was counted
                ++i;
                continue;
            }
        }
        if (state_ == State::quoted) {
            auto end = i;
            while (end < piece.size() && piece[end] != '"' && piece[end] != '\n' && piece[end] != '\r') {
                ++end;
            }
            add(piece.substr(i, end - i));
            i = end;
            if (i == piece.size()) {
                break;
            }
            if (piece[i] == '"') {
                state_ = State::quote_in_quoted;
            } else {
                ++line_;
                add("\n");
                after_cr_ = piece[i] == '\r';
            }
            ++i;
            continue;
        }
        if (state_ == State::quote_in_quoted) {
            if (c == '"') {
                add("\"");
                state_ = State::quoted;
                ++i;
                continue;
            }
            state_ = State::plain;
        }
        if (!in_row_) {
            in_row_ = true;
            row_line_ = line_;
        }
        if (c == dialect_.separator) {
            end_cell();
            ++i;
        } else if (c == '\n' || c == '\r') {
            end_row();
            ++line_;
            after_cr_ = c == '\r';
            ++i;
        } else if (state_ == State::cell_start && c == '"' && dialect_.quotes) {
            state_ = State::quoted;
            ++i;
        } else {
            state_ = State::plain;
            auto end = i + 1;
            while (end < piece.size() && !stops_[static_cast<unsigned char>(piece[end])]) {
                ++end;
            }
            add(piece.substr(i, end - i));
            i = end;
        }
    }
}

void CsvParser::finish() {
    if (state_ == State::quoted && fault_ == TableRow::Fault::none) {
        fault_ = TableRow::Fault::open_quote;
        fault_column_ = ends_.size();
    }
    end_row();
}

CsvDialect find_dialect(std::string_view sample) {
    constexpr std::size_t sample_bytes = std::size_t{1} << 18;
    sample = sample.substr(0, sample_bytes);
    CsvDialect best;
    std::size_t best_score = 0;
    const Limits limits{.columns = sample_bytes};
    for (const auto dialect :
         {CsvDialect{',', true}, CsvDialect{'\t', true}, CsvDialect{'\t', false}, CsvDialect{';', true}}) {
        std::map<std::size_t, std::size_t> widths;
        CsvParser parser{"", dialect, limits, [&](const TableRow& row) { ++widths[row.cells.size()]; }};
        parser.feed(sample);
        parser.finish();
        std::size_t score = 0;
        for (const auto& [width, rows] : widths) {
            score = std::max(score, (width - 1) * rows);
        }
        if (score > best_score) {
            best_score = score;
            best = dialect;
        }
    }
    return best;
}

} // namespace longmen::ingest::detail
