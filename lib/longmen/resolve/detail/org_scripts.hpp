// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese names and their translations: the firm's own word by its sound, the rest by its meaning.
#pragma once

#include <longmen/resolve/detail/org_clusters.hpp>
#include <longmen/resolve/detail/org_ranking.hpp>
#include <longmen/resolve/detail/org_tables.hpp>

#include <utility>
#include <vector>

namespace longmen::resolve::detail {

/// A Chinese name and a name in Latin letters of one body:
///   浙江飞达环保科技有限公司    Zhejiang Feida Environmental Science & Technology Co., Ltd.
/// Places are the same; the trade words at the end of the Chinese name ([translations] of the vocabulary) are
/// those of the other, weak ones apart; and what is left is read aloud as the other's own words, run
/// together. No own word is needed where two
/// words of the vocabulary stand beside a place (山东农业大学), or in the name of a university or institute
/// (东南大学). Where two Chinese names of unlike characters fit (兴源, 星源), none is taken. In order of
/// ranks.
[[nodiscard]] std::vector<std::pair<Rank, Rank>> script_pairs(const Ranking& ranking, Clusters& clusters,
                                                              const OrgTables& tables);

} // namespace longmen::resolve::detail
