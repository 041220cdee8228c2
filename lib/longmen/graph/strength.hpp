// SPDX-License-Identifier: GPL-3.0-or-later
// Strength: the weights of a node's ties added up.
#pragma once

#include <longmen/graph/weighted_graph.hpp>

namespace longmen::graph {

struct Strengths {
    Buffer<double> out, in; ///< of each node; undirected: both the same
};

/// Strength.
///
/// Question    How much does a node share with all others?
/// Definition  out(i) = sum over j of w(i, j); in(i) = sum over j of w(j, i).
/// Source      barrat-2004
/// Undefined   Always defined: 0 without ties.
/// Inputs      graph.
/// Result      two numbers a node; the degree is the length of its list.
/// Cost        O(nodes + edges).
/// Stable      Sums run over ascending nodes.
/// Checked by  test_strength (igraph on 500 random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] Strengths strengths(const WeightedGraph& graph);

} // namespace longmen::graph
