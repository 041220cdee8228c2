// SPDX-License-Identifier: GPL-3.0-or-later
// --snapshot, of commands that work on a bulk snapshot or on the workspace alike.
#pragma once

#include "../context.hpp"
#include "workspace_options.hpp"

#include <longmen/base/parallel.hpp>
#include <longmen/service/snapshot.hpp>

#include <CLI/CLI.hpp>

#include <string>

namespace longmen::tools {

/// The file named, else the snapshot of the workspace, made anew when it is stale.
[[nodiscard]] inline store::Snapshot open_snapshot(const std::string& file, const Context& context,
                                                   const WorkspaceOptions& workspace, Threads& threads) {
    return file.empty() ? service::workspace_snapshot(
                              store::Workspace::open(workspace.folder(), store::OpenMode::read_only),
                              context.models_folder, threads)
                        : store::Snapshot::open(file);
}

inline void declare_snapshot(CLI::App& app, Lang lang, std::string& file) {
    app.add_option(
        "--snapshot", file,
        std::string{Text{"用此快照，不用工作区", "Use this snapshot instead of the workspace"}.in(lang)});
}

} // namespace longmen::tools
