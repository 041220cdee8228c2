// SPDX-License-Identifier: GPL-3.0-or-later
// Arcs in any order to neighbours of every node, in both directions.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>

#include <cstdint>
#include <span>

namespace longmen::graph {

using longmen::Arc;
using longmen::OwnedLists;

struct AdjacencyReport {
    std::uint64_t arcs = 0;       ///< kept
    std::uint64_t loops = 0;      ///< a node citing itself, left out
    std::uint64_t duplicates = 0; ///< the same pair again, left out
};

/// Neighbours ascend, each once.
struct Adjacency {
    OwnedLists cited, citing;
    AdjacencyReport report;
};

/// Source    counting sort in two passes: arcs to blocks of nodes whose counters stay in the cache, then to
///           their nodes.
/// Inputs    nodes  below 2^32 - 1; every end of an arc below it. arcs  below 2^32, any order.
/// Errors    UsageError  an end out of range, or too many nodes or arcs.
/// Cost      O(nodes + arcs); memory 8 bytes an arc besides those given while it runs, 8 in the result, and 8
///           a node. Arcs that come by the node that cites are taken as they lie.
/// Stable    The result depends on the set of arcs alone.
/// Checked by  test_adjacency
[[nodiscard]] Adjacency build_adjacency(std::size_t nodes, std::span<const Arc> arcs, Threads& threads);
/// The same; the memory of the arcs is used again, or freed as soon as they are not needed any more.
[[nodiscard]] Adjacency build_adjacency_consuming(std::size_t nodes, Buffer<Arc> arcs, Threads& threads);

} // namespace longmen::graph
