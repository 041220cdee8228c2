// SPDX-License-Identifier: GPL-3.0-or-later
// Citations of one record beside those of all others.
#pragma once

#include <longmen/search/similar_rules.hpp>
#include <longmen/service/similar.hpp>
#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace longmen::service::detail {

struct CitationLikeness {
    bool any = false;                                           ///< the workspace has citations
    bool own = false;                                           ///< the record has
    std::size_t records = 0;                                    ///< with citations
    std::vector<double> values;                                 ///< of each record; 0: nothing in common
    std::unordered_map<std::uint32_t, LikenessReasons> reasons; ///< citations only
};

/// `ids` of the records, ascending; `own` its place there.
[[nodiscard]] CitationLikeness citation_likeness(const store::Workspace& workspace,
                                                 const std::vector<std::int64_t>& ids,
                                                 const std::vector<std::string>& numbers, std::size_t own,
                                                 const search::SimilarRules::Citations& rules,
                                                 Threads& threads);

} // namespace longmen::service::detail
