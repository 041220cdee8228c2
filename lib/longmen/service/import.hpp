// SPDX-License-Identifier: GPL-3.0-or-later
// Files into the workspace: each one in a transaction of its own, with its rejected rows beside it.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/base/lang.hpp>
#include <longmen/base/money.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/base/table.hpp>
#include <longmen/ingest/table_reader.hpp>
#include <longmen/service/section.hpp>
#include <longmen/store/importer.hpp>
#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace longmen::service {

struct ImportRequest {
    std::string models_folder;
    std::string source;                  ///< id of a profile; empty: recognise
    std::string kind;                    ///< `patents`, `enterprises`, `figures` ...; empty: recognise
    std::optional<MoneyUnit> money_unit; ///< of money columns that name none
    std::optional<Date> cutoff;          ///< when the source was exported
    std::string rejects_file;            ///< default: `<workspace>/rejects/<input>.rejects.csv`
    bool dry_run = false;                ///< read, check and count, change nothing
    bool strict = false;                 ///< the first rejected row stops the file
    bool replace_expert_sheets = false;  ///< a sheet takes the place of an earlier one by the same scorer
    std::string person, at;              ///< recorded with the import
};

struct ImportedTable {
    std::string path;
    store::TableInfo table;
    store::ImportCounts counts;
    std::map<std::string, std::int64_t> remarks, rejects; ///< by diagnostic code
};

struct ImportedFile {
    std::string path;
    std::vector<ImportedTable> tables;
    std::vector<std::string> skipped;                                ///< sheets without a heading we know
    std::vector<std::pair<std::string, ingest::HiddenParts>> hidden; ///< sheets read though partly hidden
    std::string rejects_file;                                        ///< empty when no row was rejected
};

/// The files in the order in which they can be taken in: tables of persons and places before those that name
/// them by id, sheets of experts after all others, else as given.
[[nodiscard]] std::vector<std::string> import_order(std::vector<std::string> files,
                                                    const ImportRequest& request);

/// Takes one file in. DataError in one sentence when it cannot be used at all, or, under `strict`, names the
/// first rejected row; the workspace is as before then.
[[nodiscard]] ImportedFile import_file(store::Workspace& workspace, const std::string& path,
                                       const ImportRequest& request, Progress& progress);

/// `path part kind source rows added updated unchanged rejected rejects_file`, a row for each table.
[[nodiscard]] Table import_table(const std::vector<ImportedFile>& files, Lang lang);
/// What people should know besides the counts: columns kept as they are, remarks, rejected rows, sheets
/// passed over, what was hidden and read all the same.
[[nodiscard]] std::vector<std::string> import_notes(const std::vector<ImportedFile>& files, Lang lang);
/// `files[]` with the keys of the table, `unknown[]`, `remarks{}`, `rejects{}`, `skipped[]`,
/// `hidden{}`.
[[nodiscard]] std::string import_json(const std::vector<ImportedFile>& files);

} // namespace longmen::service
