// SPDX-License-Identifier: GPL-3.0-or-later
// A file as rows of cells, whatever its format, encoding and packing.
#pragma once

#include <longmen/base/progress.hpp>
#include <longmen/ingest/limits.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace longmen::ingest {

/// A cell without text of its own that a merged cell above it covers.
struct CoveredCell {
    std::size_t column = 0;
    std::string_view text;   ///< of the merged cell
    std::uint64_t begun = 0; ///< row in which that begins
};

/// One row; the views hold until the call returns.
struct TableRow {
    enum class Fault : std::uint8_t {
        none,
        bad_text,       ///< bytes that are no text in the file's encoding
        cell_too_large, ///< a cell beyond the limit, cut
        open_quote,     ///< the file ends inside a quoted cell
        bad_json,       ///< the line is no JSON object; the one cell is the line
        not_a_patent,   ///< an entry of a list of references of another kind
    };
    std::uint64_t number = 0; ///< 1-based row of the sheet, or line of the file where the row begins
    std::span<const std::string_view> cells;
    Fault fault = Fault::none;
    std::size_t fault_column = 0;              ///< 0-based, where one is to blame
    std::span<const CoveredCell> covered = {}; ///< of a spreadsheet, by column
};

/// What was found out about a table before its rows come.
struct TableInfo {
    std::string name;     ///< of the sheet, or of the file inside an archive; may be empty
    std::string format;   ///< `xlsx`, `ods`, `xls`, `xml`, `html`, `csv`, `tsv`, `jsonl`, `tagged`,
                          ///< `references`, `numbers`
    std::string encoding; ///< of a text file
    bool keyed = false;   ///< the first row holds the keys of objects or entries: it is the heading
    bool epoch_1904 = false;
    bool spreadsheet = false; ///< day numbers may stand for dates
};

/// What a spreadsheet does not show of a sheet; it is read all the same.
struct HiddenParts {
    bool sheet = false;
    std::uint64_t rows = 0;  ///< by a filter or by hand; those without text not counted
    std::size_t columns = 0; ///< of those that have text
};

/// Receives tables in the order of the file.
class TableVisitor {
public:
    virtual ~TableVisitor() = default;
    virtual void begin_table(const TableInfo& info) = 0;
    /// Rows without any text are left out.
    virtual void row(const TableRow& row) = 0;
    /// Called before the end of a table of which something is hidden.
    virtual void hidden(const HiddenParts& /*parts*/) {}
    virtual void end_table() = 0;
};

/// Streams every table of a file: XLSX, ODS, FODS, SpreadsheetML 2003 (each sheet), HTML (each table), old
/// XLS where LibreOffice is installed, CSV, TSV, semicolons, JSONL, tagged records, lists of references or
/// numbers; plain, gz, xz, zst, bz2, or one file inside a zip or tar. Everything is decided by content,
/// nothing by name. Memory stays constant but for the shared strings of a workbook. DataError, one sentence
/// naming the file: absent, empty, damaged or cut off, no table, beyond the limits.
void read_tables(const std::string& path, const Limits& limits, TableVisitor& visitor, Progress& progress);

} // namespace longmen::ingest
