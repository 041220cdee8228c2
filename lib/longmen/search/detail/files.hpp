// SPDX-License-Identifier: GPL-3.0-or-later
// Where the index of a workspace is.
#pragma once

#include <string>

namespace longmen::search::detail {

/// Folder of the published index; empty when there is none.
[[nodiscard]] std::string current_index(const std::string& workspace_folder);
/// A fresh folder to build in; what an interrupted build left is cleared away.
[[nodiscard]] std::string fresh_index(const std::string& workspace_folder);
/// Makes `built` the published one, by renaming, and removes the others.
void publish_index(const std::string& workspace_folder, const std::string& built);

} // namespace longmen::search::detail
