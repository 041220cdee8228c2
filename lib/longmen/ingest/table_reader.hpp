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

/// One row; the views hold until the call returns.
struct TableRow {
    enum class Fault : std::uint8_t {
        none,
        bad_text,       ///< bytes that are no text in the file's encoding
        cell_too_large, ///< a cell beyond the limit, cut
        open_quote,     ///< the file ends inside a quoted cell
        bad_json,       ///< the line is no JSON object; the one cell is the line
    };
    std::uint64_t number = 0; ///< 1-based row of the sheet, or line of the file where the row begins
    std::span<const std::string_view> cells;
    Fault fault = Fault::none;
    std::size_t fault_column = 0; ///< 0-based, where one is to blame
};

/// What was found out about a table before its rows come.
struct TableInfo {
    std::string name;     ///< of the sheet, or of the file inside an archive; may be empty
    std::string format;   ///< `xlsx`, `csv`, `tsv`, `jsonl`
    std::string encoding; ///< of a text file
    bool keyed = false;   ///< the first row holds the keys of JSON objects: it is the heading
    bool epoch_1904 = false;
};

/// Receives tables in the order of the file.
class TableVisitor {
public:
    virtual ~TableVisitor() = default;
    virtual void begin_table(const TableInfo& info) = 0;
    /// Rows without any text are left out.
    virtual void row(const TableRow& row) = 0;
    virtual void end_table() = 0;
};

/// Streams every table of a file: XLSX (each sheet), CSV, TSV, semicolons, JSONL; plain, gz, xz, zst, bz2, or
/// one file inside a zip or tar. Everything is decided by content, nothing by name. Memory stays constant but
/// for the shared strings of a workbook.
/// DataError, one sentence naming the file: absent, empty, damaged or cut off, no table, beyond the limits.
void read_tables(const std::string& path, const Limits& limits, TableVisitor& visitor, Progress& progress);

} // namespace longmen::ingest
