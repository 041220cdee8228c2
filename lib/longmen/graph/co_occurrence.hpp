// SPDX-License-Identifier: GPL-3.0-or-later
// Networks of what stands together: applicants or inventors of a family, classes of a document.
#pragma once

#include <longmen/graph/weighted_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>

namespace longmen::graph {

/// What a group of k members gives to each of its pairs.
enum class PairCounting : std::uint8_t {
    full,   ///< 1
    newman, ///< 1/(k-1): each member shares out a weight of 1 among the others
};

struct CoOccurrenceOptions {
    PairCounting counting = PairCounting::full;
    /// Larger groups are left out, and counted: a group of k members ties k(k-1)/2 pairs.
    std::size_t most_members = std::numeric_limits<std::size_t>::max();
};

struct CoOccurrence {
    OwnedWeightedGraph graph;     ///< undirected
    Buffer<std::uint32_t> groups; ///< of each item: the groups it is in, those left out not counted
    std::uint64_t alone = 0;      ///< groups of fewer than two members: they tie nothing
    std::uint64_t left_out = 0;   ///< groups larger than `most_members`
};

/// Co-occurrence of items in groups.
///
/// Question    Who files together, who invents together, which classes meet in one document?
/// Definition  w(a, b) = sum over the groups that hold both a and b of 1 (full) or 1/(k - 1) (newman), k
///             the number of different members of the group. With newman the strength of an item is the
///             number of groups in which it is not alone.
/// Source      newman-2001
/// Variant     Groups are families and items applicants (co-patenting), or inventors, or groups are
///             documents and items classes. A member named twice in one group counts once.
/// Undefined   An item without a companion has no neighbours; it stays in the graph.
/// Inputs      items   how many there are. groups  their members, in any order.
/// Errors      UsageError  a member not below `items`; more than 2^32 neighbours in all.
/// Cost        time O(sum of k^2 over groups); memory 12 bytes a neighbour, twice that while it runs, and
///             for each thread 8 bytes an item. `most_members` bounds the time: one group of 10,000 members
///             costs as much as 100,000 groups of 30.
/// Stable      Sums run over ascending groups: same bits for any number of threads.
/// Checked by  test_co_occurrence (all pairs in a map, on 500 random lists of groups)
/// Grade       experimental since 0.1
[[nodiscard]] CoOccurrence co_occurrence(std::size_t items, const Lists& groups,
                                         const CoOccurrenceOptions& options, Threads& threads);

} // namespace longmen::graph
