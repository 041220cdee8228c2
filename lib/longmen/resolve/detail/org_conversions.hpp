// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese bodies that kept their name but for a word at its end when they changed their form.
#pragma once

#include <longmen/resolve/detail/org_clusters.hpp>
#include <longmen/resolve/detail/org_ranking.hpp>
#include <longmen/resolve/detail/org_tables.hpp>

#include <utility>
#include <vector>

namespace longmen::resolve::detail {

/// Pairs of Chinese names that differ in the last word of the name only, and in which that word says of a
/// renaming, not of a second body:
///   某某技术有限公司, 某某股份有限公司    a firm that issued shares left out 技术 and the like;
///   某某有限公司, 某某集团有限公司        a firm became a group and kept its form; where one is 股份 and the
///                                        other is not, they are a parent and its daughter on the market;
///   某某研究所, 某某研究院                an institute grew.
/// A name without its word for which several names with a word are there goes to none of them. The words are
/// those of [renaming] in the vocabulary. In order of ranks.
[[nodiscard]] std::vector<std::pair<Rank, Rank>> conversions(const Ranking& ranking, const OrgTables& tables);

} // namespace longmen::resolve::detail
