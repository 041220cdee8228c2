// SPDX-License-Identifier: GPL-3.0-or-later
// What a search is asked for, read as a query.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/search/query.hpp>
#include <longmen/search/synonyms.hpp>
#include <longmen/service/search.hpp>
#include <longmen/store/workspace.hpp>

#include <string>
#include <vector>

namespace longmen::service {

struct ReadQuery {
    search::QueryNode query;
    std::vector<Sentence> hints;
    std::vector<search::SynonymExpansion::Added> added;
};

/// References to runs and saved queries are of the workspace; without one they are refused. QueryError when
/// the query cannot be read, UsageError for a `within` that is no reference.
[[nodiscard]] ReadQuery read_query(const store::Workspace* workspace, const SearchRequest& request);
/// A query as a log or a watch keeps it.
[[nodiscard]] search::QueryNode read_canonical(const std::string& canonical,
                                               const std::string& models_folder);

} // namespace longmen::service
