// SPDX-License-Identifier: GPL-3.0-or-later
// PageRank of a citation graph, exactly, in one sweep from the newest document to the oldest.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/topology.hpp>

namespace longmen::graph {

/// PageRank: importance that flows along citations.
///
/// Question    How much of the attention that flows from citing to cited documents ends here?
/// Definition  x = a (P' x + s/n) + (1 - a)/n with sum(x) = 1: P spreads a document's rank evenly over what
/// it
///             cites, s is the rank of documents that cite nothing.
/// Source      brin-page-1998; mariani-2018 for patents.
/// Variant     Solved, not iterated: a citation goes back in time, so in topological order the system is
///             triangular; the rank of sinks, spread evenly, scales all by one factor. Documents in a cycle
///             are solved together, by Gauss-Seidel until nothing changes by more than 1e-15 of it. For
///             patents a = 0.5 orders better than the usual 0.85.
/// Inputs      damping  0 < a < 1.
/// Result      one number a node, sum 1; empty for an empty graph.
/// Errors      UsageError  damping out of range.
/// Cost        O(nodes + arcs); 8 bytes a node besides the result.
/// Stable      Sums run in an order fixed by the graph: same bits for any number of threads.
/// Checked by  test_page_rank (power iteration on 500 random graphs, hand cases)
/// Grade       experimental since 0.1
[[nodiscard]] Buffer<double> page_rank(const CitationGraph& graph, const Topology& topology, double damping,
                                       Threads& threads);

} // namespace longmen::graph
