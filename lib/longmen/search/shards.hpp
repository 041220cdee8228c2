// SPDX-License-Identifier: GPL-3.0-or-later
// An index in parts: cut from a workspace, searched where they lie.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/search/settings.hpp>
#include <longmen/store/workspace.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace longmen::search {

/// One part: a folder, or a server of Xapian (`xapian-tcpsrv`).
struct Shard {
    std::string name;
    std::string path;
    std::string host;
    unsigned port = 0;
};

/// Tables `[[shard]]` with `name` and either `path` (beside the file when not absolute) or `host` and `port`.
/// DataError with file, line and the allowed names.
[[nodiscard]] std::vector<Shard> read_shards(const Config& config, const std::string& folder);

/// What shards are made of: those of one version can be searched together.
[[nodiscard]] std::string shard_version(const Settings& settings);

/// Cuts the records of the workspace into `count` parts by their numbers and writes an index of each, with
/// the texts and what queries ask of the workspace (numbers, enterprises, the date of the data), as
/// `folder/shard-1` and so on, and `folder/shards.toml` that names them. A record stays in its part as long
/// as its number and `count` stay. DataError when the folder is not empty.
void build_shards(const store::Workspace& workspace, const Settings& settings, std::size_t count,
                  const std::string& folder, Progress& progress);

} // namespace longmen::search
