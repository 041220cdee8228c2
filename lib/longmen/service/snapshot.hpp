// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots of documents and citations: made from bulk tables or from a workspace, opened, described.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/topology.hpp>
#include <longmen/ingest/bulk_tables.hpp>
#include <longmen/ingest/relational_tables.hpp>
#include <longmen/service/section.hpp>
#include <longmen/store/snapshot.hpp>
#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longmen::service {

struct SnapshotRequest {
    std::string nodes, edges; ///< bulk tables
    std::string output;
    std::string models_folder; ///< has the table of technology fields, and the profiles of sources
    /// Files and folders of PATSTAT or PatentsView, in the place of `nodes` and `edges`.
    std::vector<std::string> tables = {};
    ingest::BulkClock clock = ingest::BulkClock::filing; ///< of `tables`
    /// Of `tables`: where temporary files lie; without a folder beside `output`.
    ingest::RelationalRoom room = {};
};

/// What became of the rows.
struct SnapshotReport {
    std::uint64_t documents = 0, citations = 0, node_rows = 0, edge_rows = 0, stubs = 0, loops = 0,
                  duplicates = 0;
    std::vector<std::string> passed_over; ///< columns and files nothing was made of
    ingest::BulkFaults faults;
};

/// Reads the tables into memory, under the interface of a snapshot; `request.output` is not used. DataError
/// as read_bulk_tables and read_relational_tables.
[[nodiscard]] store::Snapshot snapshot_of_tables(const SnapshotRequest& request, SnapshotReport& report,
                                                 Threads& threads, Progress& progress);
/// Reads the tables and writes the snapshot. DataError as read_bulk_tables, read_relational_tables and
/// write_snapshot.
SnapshotReport build_snapshot(const SnapshotRequest& request, Threads& threads, Progress& progress);

/// The snapshot of a workspace's records, `snapshot.lms` in its folder: applications and the documents only
/// citations name, clocked by filing. Made anew when the workspace has changed since.
[[nodiscard]] store::Snapshot workspace_snapshot(const store::Workspace& workspace,
                                                 const std::string& models_folder, Threads& threads);

[[nodiscard]] graph::CitationGraph citation_graph(const store::Snapshot& snapshot);

/// What is inside, and what a citation graph should not have.
struct SnapshotInfo {
    std::uint64_t documents = 0, citations = 0, classes = 0, applicants = 0, citing = 0, cited = 0;
    std::uint64_t offices = 0; ///< with documents that bear their letters
    std::optional<std::uint64_t> inventors, families, with_field, fields; ///< nothing where not known
    struct Known {
        std::string measure;
        std::uint64_t documents = 0; ///< of which it is known
    };
    std::vector<Known> measures;
    std::string first_day, last_day;
    graph::Disorder disorder;
    std::vector<std::string> damaged;
    std::vector<store::Snapshot::Section> sections;
    std::string origin, generation, clock, unit;
};
[[nodiscard]] SnapshotInfo describe_snapshot(const store::Snapshot& snapshot, Threads& threads);

[[nodiscard]] std::vector<Section> snapshot_sections(const SnapshotInfo& info, Lang lang);
[[nodiscard]] std::string snapshot_json(const SnapshotInfo& info);
/// Rows left out, with examples, one sentence each.
[[nodiscard]] std::vector<std::string> snapshot_notes(const SnapshotReport& report, Lang lang);

} // namespace longmen::service
