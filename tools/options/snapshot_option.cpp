// SPDX-License-Identifier: GPL-3.0-or-later
// Where the documents come from.
#include "snapshot_option.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

namespace longmen::tools {

void SnapshotOptions::declare(CLI::App& app, Lang lang) {
    const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
    app.add_option("--snapshot", file_,
                   help("用此快照，不用工作区", "Use this snapshot instead of the workspace"));
    app.add_option(
        "--nodes", nodes_,
        help("用此文献表：id date classes applicant", "Use this table: id date classes applicant"));
    app.add_option("--edges", edges_, help("用此引用表：citing cited", "Use this table: citing cited"));
}

store::Snapshot SnapshotOptions::open(Context& context, const WorkspaceOptions& workspace,
                                      Threads& threads) const {
    if (edges_.empty() && !nodes_.empty()) {
        throw UsageError(Sentence{"--nodes 须与 --edges 同用", "--nodes goes with --edges"});
    }
    if (!edges_.empty() && !file_.empty()) {
        throw UsageError(
            Sentence{"--snapshot 与 --edges 只能用一个", "--snapshot and --edges exclude each other"});
    }
    if (!edges_.empty()) {
        service::SnapshotReport report;
        auto snapshot = service::snapshot_of_tables({nodes_, edges_, {}, context.models_folder}, report,
                                                    threads, context.progress());
        for (const auto& note : service::snapshot_notes(report, context.lang)) {
            context.note(note);
        }
        return snapshot;
    }
    return file_.empty() ? open_workspace_snapshot(context, workspace, threads)
                         : store::Snapshot::open(file_);
}

store::Snapshot open_workspace_snapshot(const Context& context, const WorkspaceOptions& workspace,
                                        Threads& threads) {
    return service::workspace_snapshot(store::Workspace::open(workspace.folder(), store::OpenMode::read_only),
                                       context.models_folder, threads);
}

} // namespace longmen::tools
