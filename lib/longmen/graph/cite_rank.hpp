// SPDX-License-Identifier: GPL-3.0-or-later
// CiteRank: where readers end who begin at recent documents and follow citations.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/topology.hpp>

namespace longmen::graph {

/// Question    Which documents do searchers of today come upon, starting from what is new?
/// Definition  x = r + (1 - s) P' x, scaled to a sum of 1: r(v) falls with age as exp(-age / tau), s is the
///             chance of stopping at each document, P spreads a document's part evenly over what it cites.
/// Source      walker-2007
/// Variant     Solved by one sweep, not summed up term by term; documents in a cycle are solved together.
///             Age in years of 365.2425 days before `as_of`; later documents and undated ones are no starting
///             points. Readers at a document that cites nothing are gone.
/// Undefined   NaN everywhere when no document has a day up to `as_of`.
/// Inputs      stop  0 < s < 1, about 0.5. tau_years  above 0, 1.6 to 2.6 in the source.
/// Result      one number a node, sum 1.
/// Errors      UsageError  stop or tau out of range.
/// Cost        O(nodes + arcs); 16 bytes a node besides the result.
/// Stable      Sums run in an order fixed by the graph: same bits for any number of threads.
/// Checked by  test_cite_rank (summing the series, on 500 random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] Buffer<double> cite_rank(const CitationGraph& graph, const Topology& topology, double stop,
                                       double tau_years, Day as_of, Threads& threads);

} // namespace longmen::graph
