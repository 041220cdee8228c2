// SPDX-License-Identifier: GPL-3.0-or-later
// Searching a workspace: the index is made or brought forward first, and the search is written down.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/search/index.hpp>
#include <longmen/search/run.hpp>
#include <longmen/service/section.hpp>

#include <optional>
#include <string>
#include <vector>

namespace longmen::service {

struct SearchRequest {
    std::string models_folder;
    std::string query;
    search::SearchOptions options;
    std::string person, at; ///< for the log
};

struct Found {
    std::string query;
    std::string as_of; ///< data date of the workspace; empty when it has none
    search::IndexUpdate update;
    search::SearchResult result;
};

/// UsageError when the query cannot be read. The search is logged with its hits.
[[nodiscard]] Found search_workspace(store::Workspace& workspace, const SearchRequest& request,
                                     Progress& progress);

/// `rank number title applicant date status value snippet`; words found stand in 【】.
[[nodiscard]] Table search_table(const Found& found, Lang lang, std::size_t first);
[[nodiscard]] std::vector<Section> search_sections(const Found& found, Lang lang, std::size_t first);
/// `query as_of generation total families hits[]{rank number title applicant date status value snippet
/// marks[]} facets{}`.
[[nodiscard]] std::string search_json(const Found& found, std::size_t first);

} // namespace longmen::service
