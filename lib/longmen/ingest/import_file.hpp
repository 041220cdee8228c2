// SPDX-License-Identifier: GPL-3.0-or-later
// A file of any known source, as canonical rows for a sink.
#pragma once

#include <longmen/base/money.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/ingest/limits.hpp>
#include <longmen/ingest/table_reader.hpp>
#include <longmen/record/import_row.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace longmen::ingest {

struct ReadOptions {
    std::string models_folder; ///< source profiles and the vocabulary of legal status are read from it
    std::string source;        ///< id of the profile to take whatever the heading says; empty: recognise
    std::string kind;          ///< only profiles of this kind; empty: any
    std::optional<MoneyUnit> money_unit; ///< of money columns that name none
    Limits limits;
};

/// What is known of a table once its rows are read.
struct TableReport {
    std::string part;   ///< sheet, or file inside an archive; empty for files of one table
    std::string source; ///< profile
    std::string kind;   ///< `patents`, `enterprises`, `figures`, `events`, `assets`, `referents`,
                        ///< `expert_scores`
    std::vector<std::pair<std::string, std::string>>
        columns;                      ///< heading -> field key, in the order of the file
    std::vector<std::string> unknown; ///< headings kept as they are
};

/// Rows, and the frame of the table they stand in.
class TableSink : public RowSink {
public:
    virtual void begin_table() = 0;
    virtual void end_table(const TableReport& table) = 0;
};

struct FileReport {
    /// Sheets without a heading we know; files in an archive of documents that are none.
    std::vector<std::string> skipped_parts;
    /// Sheets of which something is hidden, by name; it was read all the same.
    std::vector<std::pair<std::string, HiddenParts>> hidden = {};
};

/// Reads the documents of an office (see `read_documents`), else
/// every table of the file whose heading is recognised, row by row. Each row goes to the sink as a
/// record or as a rejected row with its reason and all its cells; rows above the heading are titles. Memory
/// as `read_tables`. DataError, one sentence naming the file: see `read_tables`; no heading known (with the
/// nearest source and what it misses); a money column without a unit. UsageError: no such source.
FileReport read_file(const std::string& path, const ReadOptions& options, TableSink& sink,
                     Progress& progress);

/// 128-bit xxHash of the file's bytes, as `hash_hex`. DataError when it cannot be read.
[[nodiscard]] std::string file_checksum(const std::string& path);

} // namespace longmen::ingest
