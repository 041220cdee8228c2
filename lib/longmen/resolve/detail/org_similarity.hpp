// SPDX-License-Identifier: GPL-3.0-or-later
// Names that nearly agree: candidates from blocks, and their similarity.
#pragma once

#include <longmen/resolve/detail/org_clusters.hpp>
#include <longmen/resolve/detail/org_tables.hpp>
#include <longmen/resolve/organisation_name.hpp>

#include <vector>

namespace longmen::resolve::detail {

struct SimilarPair {
    Rank a = 0; ///< a < b
    Rank b = 0;
    double score = 0;
    bool operator==(const SimilarPair&) const = default;
};

/// Pairs of `units` whose similarity reaches the minimum, the best first, then by rank. `names` in order of
/// ranks.
[[nodiscard]] std::vector<SimilarPair> similar_pairs(const std::vector<OrganisationName>& names,
                                                     const std::vector<Rank>& units, const OrgTables& tables);

} // namespace longmen::resolve::detail
