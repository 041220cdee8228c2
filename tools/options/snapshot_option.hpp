// SPDX-License-Identifier: GPL-3.0-or-later
// --snapshot, --nodes, --edges: of commands that work on bulk data or on the workspace alike.
#pragma once

#include "../context.hpp"
#include "workspace_options.hpp"

#include <longmen/base/parallel.hpp>
#include <longmen/service/snapshot.hpp>

#include <CLI/CLI.hpp>

#include <string>

namespace longmen::tools {

class SnapshotOptions {
    std::string file_, nodes_, edges_;

public:
    void declare(CLI::App& app, Lang lang);
    /// True when the workspace is not used.
    [[nodiscard]] bool given() const { return !file_.empty() || !edges_.empty(); }
    /// The file named, or the tables named read into memory (rows left out are told), else the snapshot of
    /// the workspace, made anew when it is stale. UsageError when both are named.
    [[nodiscard]] store::Snapshot open(Context& context, const WorkspaceOptions& workspace,
                                       Threads& threads) const;
};

/// The snapshot of the workspace, made anew when it is stale.
[[nodiscard]] store::Snapshot open_workspace_snapshot(const Context& context,
                                                      const WorkspaceOptions& workspace, Threads& threads);

} // namespace longmen::tools
