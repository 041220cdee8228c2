// SPDX-License-Identifier: GPL-3.0-or-later
// Where the index of a workspace is.
#pragma once

#include <cstdint>
#include <string>

namespace longmen::search::detail {

/// While it lives no other process builds or changes the index of the workspace; waits for its turn.
class IndexLock {
    int file_ = -1;

public:
    explicit IndexLock(const std::string& workspace_folder);
    ~IndexLock();
    IndexLock(const IndexLock&) = delete;
    IndexLock& operator=(const IndexLock&) = delete;
};

/// Folder of the published index; empty when there is none.
[[nodiscard]] std::string current_index(const std::string& workspace_folder);
/// The columns that belong to a state of the index in this folder.
[[nodiscard]] std::string columns_path(const std::string& index, std::int64_t generation);
/// Removes the columns of other generations, of which no published state speaks any more.
void remove_other_columns(const std::string& index, std::int64_t generation);
/// The folder to build in: a new one, or what an interrupted build of the same `mark` left.
[[nodiscard]] std::string building_folder(const std::string& workspace_folder, const std::string& mark);
/// A name for the next index that is not in use.
[[nodiscard]] std::string next_index(const std::string& workspace_folder);
/// Makes `built` the published one, by renaming, and removes everything else.
void publish_index(const std::string& workspace_folder, const std::string& built);

} // namespace longmen::search::detail
