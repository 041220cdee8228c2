// SPDX-License-Identifier: GPL-3.0-or-later
// Separated values: RFC 4180 with any separator, fed in pieces.
#pragma once

#include <longmen/ingest/table_reader.hpp>

#include <array>
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
class CsvParser {
    using RowFunction = std::function<void(const TableRow&)>;
    enum class State : std::uint8_t { cell_start, plain, quoted, quote_in_quoted };

    std::string path_;
    CsvDialect dialect_;
    std::size_t cell_limit_;
    std::size_t row_limit_;
    std::size_t column_limit_;
    RowFunction row_;
    std::array<bool, 256> stops_{};

    State state_ = State::cell_start;
    bool after_cr_ = false;
    std::string text_;              // the cells of the row, one after the other
    std::vector<std::size_t> ends_; // where each cell ends in text_
    std::vector<std::string_view> cells_;
    std::size_t cell_begin_ = 0;
    std::uint64_t line_ = 1;
    std::uint64_t row_line_ = 1;
    TableRow::Fault fault_ = TableRow::Fault::none;
    std::size_t fault_column_ = 0;
    bool in_row_ = false;

    void add(std::string_view piece);
    void end_cell();
    void end_row();

public:
    /// `path` is named in errors.
    CsvParser(std::string path, CsvDialect dialect, const Limits& limits, RowFunction row);
    void feed(std::string_view piece);
    void finish();
};

} // namespace longmen::ingest::detail
