// SPDX-License-Identifier: GPL-3.0-or-later
// Weakly connected parts of a citation graph.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>

#include <cstdint>

namespace longmen::graph {

struct Components {
    Buffer<NodeId> of;    ///< of each node: the smallest id in its component
    Buffer<NodeId> sizes; ///< nodes of a component, under its smallest id; 0 elsewhere
    std::uint64_t count = 0;
    std::uint64_t largest = 0; ///< nodes of the largest
};

/// Question    What hangs together when the direction of citations is forgotten?
/// Source      sutton-2018 (a few neighbours of each node first, then only nodes outside the largest part).
/// Cost        near O(nodes + arcs outside the largest component); 8 bytes a node.
/// Stable      The smallest id names a component, so the result depends on the graph alone.
/// Checked by  test_components (breadth-first search on random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] Components weak_components(const CitationGraph& graph, Threads& threads);

} // namespace longmen::graph
