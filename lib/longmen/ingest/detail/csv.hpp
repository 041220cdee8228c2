// SPDX-License-Identifier: GPL-3.0-or-later
// Separated values: RFC 4180 with any separator, fed in pieces.
#pragma once

#include <longmen/ingest/table_reader.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

/// How a text separates its cells.
struct CsvDialect {
    char separator = ',';
    bool quotes = true;
};

/// The dialect under which the rows of `sample` agree best in their number of cells.
CsvDialect find_dialect(std::string_view sample);

/// Doubled quotes, line ends inside quotes (handed on as LF), LF, CRLF and CR line ends, blanks kept. Text
/// after a closing quote is added to the cell.
///
/// A cell is a view of the piece as long as its text stands there in one run; only cells with doubled quotes
/// and rows that go on in the next piece are copied.
class CsvParser {
    using RowFunction = std::function<void(const TableRow&)>;
    enum class State : std::uint8_t { cell_start, plain, quoted, quote_in_quoted };

    /// A finished cell whose text is in `copied_`.
    struct Copied {
        std::size_t column, begin, end;
    };

    std::string path_;
    CsvDialect dialect_;
    std::size_t cell_limit_;
    std::size_t row_limit_;
    std::size_t column_limit_;
    RowFunction row_;

    // places in the piece
    std::string_view piece_;
    std::size_t row_begin_ = 0;
    std::size_t run_begin_ = 0; ///< text of the cell in hand that is not copied
    std::size_t quote_at_ = 0;  ///< the quote that may close the cell
    std::size_t line_feed_of_return_;
    std::size_t sound_begin_ = 0, sound_end_ = 0; ///< rows between these are UTF-8

    // the row in hand
    State state_ = State::cell_start;
    std::vector<std::string_view> cells_; ///< finished ones
    std::vector<Copied> copies_;
    std::string copied_;
    std::size_t copied_begin_ = 0; ///< of the cell in hand
    std::size_t row_bytes_ = 0;    ///< of the finished cells
    bool goes_on_ = false;         ///< began in an earlier piece
    std::uint64_t line_ = 1;
    std::uint64_t row_line_ = 1;
    TableRow::Fault fault_ = TableRow::Fault::none;
    std::size_t fault_column_ = 0;

    [[nodiscard]] std::size_t cut(std::size_t size, std::size_t more);
    void copy_run(std::size_t end);
    void end_cell(std::size_t run_end);
    void end_row(std::size_t run_end);
    void check_text(std::size_t row_end);
    void check_piece();
    [[nodiscard]] bool end_plain_cell(std::size_t at);
    [[nodiscard]] bool end_plain_row(std::size_t at);
    void mark(std::size_t at);
    void mark_in_quotes(std::size_t at);
    void mark_all();
    void keep_open_row();

public:
    /// `path` is named in errors.
    CsvParser(std::string path, CsvDialect dialect, const Limits& limits, RowFunction row);
    void feed(std::string_view piece);
    void finish();
};

} // namespace longmen::ingest::detail
