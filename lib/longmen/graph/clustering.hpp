// SPDX-License-Identifier: GPL-3.0-or-later
// Clustering: are the partners of one also partners of each other?
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/graph/citation_graph.hpp>

#include <cstdint>

namespace longmen::graph {

struct Clustering {
    Buffer<std::uint64_t> triangles; ///< of each node: pairs of neighbours that are neighbours
    Buffer<std::uint64_t> pairs;     ///< of each node: pairs of neighbours

    /// Share of the pairs of neighbours that are neighbours, in [0, 1].
    [[nodiscard]] Measured<double> local(std::size_t node) const;
    /// Mean of `local` over the nodes where it is defined.
    [[nodiscard]] Measured<double> mean() const;
    /// Share over all pairs of the graph (transitivity).
    [[nodiscard]] Measured<double> whole() const;
};

/// Clustering coefficients.
///
/// Question    How closed are the circles in which partners work?
/// Definition  triangles(i) = edges among the neighbours of i; pairs(i) = d(d - 1)/2, d neighbours;
///             local(i) = triangles(i)/pairs(i); whole = sum of triangles / sum of pairs.
/// Source      watts-strogatz-1998 (local and mean); newman-2003 (whole).
/// Variant     Weights are not looked at. The mean leaves out nodes of fewer than two neighbours instead of
///             counting them as 0.
/// Undefined   zero_denominator  fewer than two neighbours; no such node in the graph.
/// Inputs      neighbours  of an undirected graph: every edge in the lists of both ends, no loops.
/// Cost        time O(edges^1.5), each triangle found once from its end of fewest neighbours; memory 4
///             bytes an edge, 20 a node and, for each thread, 1 a node.
/// Stable      Integers: same bits for any number of threads.
/// Checked by  test_clustering (igraph on 500 random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] Clustering clustering(const Lists& neighbours, Threads& threads);

} // namespace longmen::graph
