// SPDX-License-Identifier: GPL-3.0-or-later
// One table of one file into the workspace: a sink for rows inside one transaction.
#pragma once

#include <longmen/record/import_row.hpp>
#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace longmen::store {

/// What is known of a file before its rows.
struct ImportInfo {
    std::string path;
    std::string checksum;       ///< of the bytes of the file
    std::optional<Date> cutoff; ///< declared by the user
    std::string person;
    std::string at;                     ///< ISO time, given by the caller
    bool replace_expert_sheets = false; ///< a sheet takes the place of an earlier one by the same scorer
};

/// What is known of a table once its rows are read.
struct TableInfo {
    std::string part;   ///< sheet, empty for files of one table
    std::string source; ///< profile
    std::string kind;   ///< patents, enterprises, figures, events, assets, referents, expert_scores
    std::vector<std::pair<std::string, std::string>> columns; ///< heading -> field key
    std::vector<std::string> unknown;                         ///< headings kept as they are
};

struct ImportCounts {
    std::int64_t rows = 0, added = 0, updated = 0, unchanged = 0, rejected = 0, remarks = 0, conflicts = 0;
};

/// Rows of one file become records when `commit` is called, and leave no trace when it is not.
///
/// Merging: a record is found by any of its numbers and ids; a row that ties two records makes them one.
/// Absent cells never overwrite. Citations and ids of all sources come together. Of two other values a pinned
/// one stands, else the date that is more exact, else the one of the later source, then the more precise
/// state, then that of the later document, then the greater text; the other is kept, and listed where they
/// contradict. The outcome does not depend on the order of rows or files, and the same content again changes
/// nothing.
class ImportSession final : public RowSink {
    struct State;
    std::unique_ptr<State> state_;

public:
    ImportSession(Workspace& workspace, ImportInfo info);
    ~ImportSession() override;

    /// Rows that follow belong to this table; may be called again for the next sheet. Counts are kept per
    /// table.
    void begin_table();
    void end_table(const TableInfo& table);

    void patent(PatentRow row) override;
    void enterprise(EnterpriseRow row) override;
    void figures(FiguresRow row) override;
    void event(EventRow row) override;
    void asset(AssetRow row) override;
    void referent(ReferentRow row) override;
    [[nodiscard]] std::optional<ReferentValues> find_referent(std::string_view space,
                                                              std::string_view id) override;
    [[nodiscard]] bool knows_space(std::string_view space) override;
    void expert_score(ExpertScoreRow row) override;
    void reject(RejectedRow row) override;
    void warn(Diagnostic diagnostic) override;

    /// Told of every rejected row, whoever rejected it.
    void on_reject(std::function<void(const RejectedRow&)> listener);

    /// Counts per table, in order. The generation rises when anything changed; rejected rows and remarks are
    /// kept in any case. Sheets of experts are taken whole or not at all: see ExpertWriter for the
    /// DataErrors. A dry run counts the same and leaves no trace.
    std::vector<ImportCounts> commit(bool dry_run = false);
};

} // namespace longmen::store
