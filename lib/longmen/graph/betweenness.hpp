// SPDX-License-Identifier: GPL-3.0-or-later
// Betweenness: on how many shortest paths does a node lie? Exact, or estimated with a bound of its error.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/graph/citation_graph.hpp>

#include <cstddef>
#include <cstdint>

namespace longmen::graph {

struct BetweennessOptions {
    std::size_t sample = 0;   ///< sources drawn; 0, or no fewer than there are nodes: all of them, exact
    std::uint64_t seed = 1;   ///< of the draw
    double confidence = 0.95; ///< that all estimates at once lie within the bound; in (0, 1)
};

struct Betweenness {
    Buffer<double> values;   ///< of each node: pairs of others whose shortest paths run through it, by share
    double pairs = 0;        ///< pairs of other nodes there are for each: the greatest possible value
    std::size_t sources = 0; ///< from which paths were followed
    double error = 0;        ///< bound of the error of all `share`s at once, 0 when exact

    /// Share of the pairs, in [0, 1]; of an estimate it can pass 1 by `error`.
    [[nodiscard]] Measured<double> share(std::size_t node) const;
};

/// Betweenness.
///
/// Question    Who stands on the shortest ways between others?
/// Definition  b(v) = sum over pairs (s, t), neither of them v, of the share of the shortest paths from s
///             to t that run through v. Undirected: a pair counts once. share(v) = b(v) / pairs, pairs =
///             (n - 1)(n - 2), half of that undirected.
/// Source      freeman-1977; brandes-2001 (the algorithm); brandes-pich-2007 (sampled sources);
///             hoeffding-1963 (the bound, also for draws without replacement).
/// Variant     Steps count, weights do not. Sampled: k sources drawn without replacement, their sum times
///             n/k; with the given confidence every share is within n/(n - 1) sqrt(ln(2n / (1 -
///             confidence)) / 2k).
/// Undefined   share: zero_denominator  fewer than three nodes.
/// Inputs      neighbours  undirected: every edge in the lists of both ends; directed: where arcs go.
/// Errors      UsageError  confidence out of range; more than 1e308 shortest paths between two nodes.
/// Cost        time O(sources x (nodes + edges)), shared among threads; memory 128 bytes a node and, for
///             each thread, 28.
/// Stable      Sources are added in 16 fixed groups, the groups in order: same bits for any number of
///             threads. The draw uses a generator whose numbers the C++ standard fixes.
/// Checked by  test_betweenness (igraph on 500 random graphs; the bound on 200 draws)
/// Grade       experimental since 0.1
[[nodiscard]] Betweenness betweenness(const Lists& neighbours, bool directed,
                                      const BetweennessOptions& options, Threads& threads);

} // namespace longmen::graph
