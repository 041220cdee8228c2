// SPDX-License-Identifier: GPL-3.0-or-later
// Row by row: over the groups of an item, over their members.
#include <longmen/graph/co_occurrence.hpp>

#include <longmen/graph/detail/groups.hpp>
#include <longmen/graph/detail/rows.hpp>

namespace longmen::graph {

CoOccurrence co_occurrence(std::size_t items, const Lists& groups, const CoOccurrenceOptions& options,
                           Threads& threads) {
    // --- gather
    const auto distinct = detail::distinct_members(items, groups, threads);
    const auto members = distinct.view();
    const auto turned = detail::turned_round(items, members);
    const auto groups_of = turned.view();
    CoOccurrence result;
    for (std::size_t group = 0; group < members.size(); ++group) {
        result.alone += members.count(group) < 2 ? 1 : 0;
        result.left_out += members.count(group) > options.most_members ? 1 : 0;
    }
    // --- count
    result.groups = Buffer<std::uint32_t>(items);
    result.graph = detail::build_rows(items, false, threads, [&](NodeId item, detail::RowSums& sums) {
        for (const auto group : groups_of[item]) {
            const auto size = members.count(group);
            if (size > options.most_members) {
                continue;
            }
            ++result.groups[item];
            const double weight = options.counting == PairCounting::full ? 1.0 : 1.0 / (size - 1.0);
            for (const auto other : members[group]) {
                if (other != item) {
                    sums.add(other, weight);
                }
            }
        }
    });
    return result;
}

} // namespace longmen::graph
