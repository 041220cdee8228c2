// SPDX-License-Identifier: GPL-3.0-or-later
// The log of searches, and queries saved under a name.
#pragma once

#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::store {

/// One run of a search, as the national guide on patent navigation (GB/T 39551) wants it documented.
struct LoggedSearch {
    std::int64_t id = 0;
    std::string at, person;
    std::string query; ///< as typed
    std::string
        canonical; ///< as it was read, references and synonyms written out; empty in logs of older programs
    std::string scope; ///< what else decides the set, in words: synonyms, within which set
    std::string as_of; ///< cut-off of the data
    std::int64_t generation = 0;
    std::int64_t hits = 0; ///< applications
    std::optional<std::int64_t> publications;
    std::int64_t families = 0;
};

/// Writes a run down and gives it its number; `id` and `generation` are not looked at. The workspace keeps
/// its generation.
std::int64_t log_search(Workspace& workspace, const LoggedSearch& run);
/// By number.
[[nodiscard]] std::vector<LoggedSearch> logged_searches(const Workspace& workspace);
[[nodiscard]] std::optional<LoggedSearch> logged_search(const Workspace& workspace, std::int64_t id);

struct SavedSearch {
    std::string name, query, at, person;
};

/// Under a name; what stood there before stays in the history. An empty query takes the name away.
void save_search(Workspace& workspace, const SavedSearch& saved);
[[nodiscard]] std::optional<SavedSearch> saved_search(const Workspace& workspace, std::string_view name);
/// By name, those that count now.
[[nodiscard]] std::vector<SavedSearch> saved_searches(const Workspace& workspace);

/// Publications of these records.
[[nodiscard]] std::int64_t count_publications(const Workspace& workspace,
                                              const std::vector<std::int64_t>& ids);

} // namespace longmen::store
