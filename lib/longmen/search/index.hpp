// SPDX-License-Identifier: GPL-3.0-or-later
// The index beside a workspace: made on demand, brought forward by what changed, never half visible.
#pragma once

#include <longmen/base/progress.hpp>
#include <longmen/search/settings.hpp>
#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace longmen::search {

/// Generation of the workspace the index was made from; nothing when there is no index that can be used.
[[nodiscard]] std::optional<std::int64_t> index_generation(const std::string& workspace_folder);

/// What an index is made of: its layout and settings. Two of one version can be searched together.
[[nodiscard]] std::string index_version(const Settings& settings);

struct IndexUpdate {
    bool made_anew = false;
    std::int64_t records = 0; ///< indexed now
    std::int64_t removed = 0;
};

/// Makes the index of the workspace, or brings it up to its generation. A new index is built aside, piece by
/// piece, and published by renaming: interrupted, it goes on where it was. An old one is changed in one
/// transaction. May be deleted at any time. DataError when it cannot be written.
IndexUpdate update_index(const store::Workspace& workspace, const Settings& settings, Progress& progress);

} // namespace longmen::search
