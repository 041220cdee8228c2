// SPDX-License-Identifier: GPL-3.0-or-later
// Searching a workspace: the index is made or brought forward first, and the search is written down.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/search/index.hpp>
#include <longmen/search/run.hpp>
#include <longmen/search/spelling.hpp>
#include <longmen/search/synonyms.hpp>
#include <longmen/service/section.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longmen::service {

struct SearchRequest {
    std::string models_folder;
    std::string query;       ///< may refer to earlier runs (`#3`) and saved queries (`@name`)
    std::string within;      ///< such a reference: only what is in that set too
    std::string save_as;     ///< the query is saved under this name, with what widened or narrowed it
    bool synonyms = false;   ///< words are widened by models/search/synonyms.toml
    std::string shards_file; ///< searched instead of the workspace's own index
    bool partial = false;    ///< shards that do not answer are left out, and said
    search::SearchOptions options;
    std::string person, at; ///< for the log
};

struct Found {
    std::string query;
    std::string canonical; ///< as it was read
    std::string as_of;     ///< data date of the workspace; empty when it has none
    std::int64_t run = 0;  ///< number in the log; 0 over shards, which have none
    std::vector<Sentence> hints;
    std::vector<search::SynonymExpansion::Added> added;
    std::vector<search::Suggestion> suggestions; ///< when nothing was found
    std::int64_t publications = 0;
    bool by_family = false; ///< a hit stands for a family
    search::IndexUpdate update;
    search::SearchResult result;
};

/// QueryError when the query cannot be read. The search is logged with its hits.
[[nodiscard]] Found search_workspace(store::Workspace& workspace, const SearchRequest& request,
                                     Progress& progress);
/// The same over shards, without a workspace: no log and no references.
[[nodiscard]] Found search_shards(const SearchRequest& request);

/// `rank number title applicant date status value snippet close`, and `members` where a hit stands for a
/// family; words found stand in 【】.
[[nodiscard]] Table search_table(const Found& found, Lang lang, std::size_t first);
[[nodiscard]] std::vector<Section> search_sections(const Found& found, Lang lang, std::size_t first);
/// `query canonical run as_of generation total publications families collapse hits[]{rank number title
/// applicant date status value snippet marks[] members} facets{}`.
[[nodiscard]] std::string search_json(const Found& found, std::size_t first);

} // namespace longmen::service
