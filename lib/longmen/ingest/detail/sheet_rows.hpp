// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a sheet, gathered into rows: what readers of all spreadsheet formats share.
#pragma once

#include <longmen/ingest/table_reader.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace longmen::ingest::detail {

/// Where the rows of one file go, and the bounds they are held to.
struct SheetTarget {
    const std::string& path;
    const Limits& limits;
    TableVisitor& visitor;
    std::uint64_t packed = 0; ///< bytes of the file, against which repetitions are weighed
};

/// One sheet. Cells may come in any order within their row; rows without text are left out.
class SheetRows {
    /// A merged cell that reaches into rows to come.
    struct Cover {
        std::uint64_t first = 0, last = 0;
        std::string text;
    };

    SheetTarget target_;
    std::string text_;
    std::vector<std::pair<std::size_t, std::size_t>> spans_; ///< begin and length in `text_`, by column
    std::vector<std::string_view> cells_;
    std::map<std::size_t, Cover> covers_; ///< by column
    std::size_t cover_bytes_ = 0;
    std::vector<CoveredCell> covered_;
    std::uint64_t row_ = 0;
    bool row_hidden_ = false;
    TableRow::Fault fault_ = TableRow::Fault::none;
    std::size_t fault_column_ = 0;
    std::uint64_t repeated_bytes_ = 0;

    std::vector<bool> column_hidden_, column_has_text_;
    HiddenParts hidden_;

    void drop_covers();
    void emit(std::uint64_t times);

public:
    explicit SheetRows(const SheetTarget& target) : target_{target} {}

    /// Forgets the sheet before; needed between sheets only.
    void begin_sheet();
    [[nodiscard]] std::uint64_t row() const { return row_; }
    void hide_columns(std::size_t first, std::size_t last);
    void begin_row(std::uint64_t number, bool hidden);
    /// Empty text is no cell. DataError beyond the last column there may be.
    void put(std::size_t column, std::string_view text);
    /// The cell just put is merged with those below it, down to row `last`.
    void cover(std::size_t column, std::uint64_t last, std::string_view text);
    /// The first fault of a row is told.
    void fault(std::size_t column, TableRow::Fault what);
    /// `times`: the row stands as often below itself. DataError when repetitions blow the file up.
    void end_row(std::uint64_t times = 1);
    /// Tells what was hidden.
    void end_sheet(bool sheet_hidden);
};

/// Columns that cells of rows above reach into, in formats that leave the covered cells out.
class TakenColumns {
    std::vector<std::uint64_t> last_; ///< row, by column

public:
    void clear() { last_.clear(); }
    /// The first column from `column` on that is free in `row`.
    [[nodiscard]] std::size_t next_free(std::size_t column, std::uint64_t row) const;
    /// A cell covers the columns from `begin` to `end`, down to row `last`.
    void take(std::size_t begin, std::size_t end, std::uint64_t last);
};

/// Adds `piece` to the text of a cell, cut at the limit; false when something was cut.
bool append_bounded(std::string& text, std::string_view piece, const Limits& limits);

} // namespace longmen::ingest::detail
