// SPDX-License-Identifier: GPL-3.0-or-later
// Core numbers: how densely tied the surroundings of a node are.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/graph/citation_graph.hpp>

#include <cstdint>

namespace longmen::graph {

/// k-core.
///
/// Question    Which nodes hold the network together, which hang on its rim?
/// Definition  The k-core is the largest subgraph whose nodes all have k neighbours in it; the core number
///             of a node is the largest k whose core holds it.
/// Source      seidman-1983; batagelj-zaversnik-2003 (the algorithm).
/// Variant     Weights are not looked at.
/// Undefined   Always defined: 0 without neighbours.
/// Inputs      neighbours  of an undirected graph: every edge in the lists of both ends, no loops.
/// Result      one number a node.
/// Cost        O(nodes + edges); 12 bytes a node besides the result.
/// Stable      Depends on the graph alone.
/// Checked by  test_k_core (igraph on 500 random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] Buffer<std::uint32_t> core_numbers(const Lists& neighbours);

} // namespace longmen::graph
