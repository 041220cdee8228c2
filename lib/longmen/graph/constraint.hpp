// SPDX-License-Identifier: GPL-3.0-or-later
// Burt's constraint: who stands between circles, who is bound into one.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/graph/weighted_graph.hpp>

#include <vector>

namespace longmen::graph {

/// Burt's constraint.
///
/// Question    Does a party bridge partners that do not know each other, or are all its ties to one circle?
/// Definition  p(i, j) = w(i, j) / strength(i);
///             c(i) = sum over neighbours j of (p(i, j) + sum over q, not i or j, of p(i, q) p(q, j))^2.
///             Low: a broker. A single partner gives 1; two that are tied give 1.125.
/// Source      burt-1992
/// Variant     For a graph with direction Burt adds both directions: give `without_direction` of it.
/// Undefined   zero_denominator  a node without neighbours.
/// Inputs      graph  undirected.
/// Result      one value or reason a node.
/// Errors      UsageError  the graph has a direction.
/// Cost        time O(sum over edges of the degrees of both ends); memory, for each thread, 16 bytes a
///             node.
/// Stable      Sums run over ascending neighbours: same bits for any number of threads.
/// Checked by  test_constraint (igraph on 500 random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] std::vector<Measured<double>> constraint(const WeightedGraph& graph, Threads& threads);

} // namespace longmen::graph
