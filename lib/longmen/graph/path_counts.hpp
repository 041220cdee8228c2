// SPDX-License-Identifier: GPL-3.0-or-later
// Weights of citations by the paths that run through them: SPC, SPLC, SPNP.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/topology.hpp>

#include <cstdint>
#include <string>

namespace longmen::graph {

/// Paths run with the flow of knowledge, from the cited to the citing; sources cite nothing, sinks are not
/// cited.
enum class PathWeight : std::uint8_t {
    spc,  ///< search path count: paths from sources to sinks
    splc, ///< search path link count: paths from any node to sinks
    spnp, ///< search path node pair: paths from any node to any node
};

__extension__ using Wide = unsigned __int128;

/// How large the numbers became.
enum class PathNumbers : std::uint8_t {
    exact_64,  ///< integers of 64 bits
    exact_128, ///< integers of 128 bits
    logarithm, ///< natural logarithms: the counts have more than 128 bits
};

/// Counts of one kind of number; the buffers of the others are empty.
struct PathColumn {
    PathNumbers numbers = PathNumbers::exact_64;
    Buffer<std::uint64_t> small;
    Buffer<Wide> large;
    Buffer<double> logarithms;

    [[nodiscard]] std::size_t size() const { return small.size() + large.size() + logarithms.size(); }
    /// Digits of the integer; of a logarithm `e^` and the exponent with 12 decimals.
    [[nodiscard]] std::string text(std::size_t at) const;
    /// Natural logarithm, minus infinity of 0.
    [[nodiscard]] double logarithm(std::size_t at) const;
};

struct PathCounts {
    PathColumn weights; ///< by position in `graph.cited.items`; 0 for arcs inside a cycle
    /// Of the network: spc paths from sources to sinks.
    std::string total;          ///< empty for the other weights
    std::uint64_t left_out = 0; ///< arcs inside cycles
};

/// Question    Which documents does the development of a technology pass through?
/// Definition  before(v) * behind(v), as below: for spc the paths from sources to sinks through v.
/// Source      hummon-doreian-1989; batagelj-2003
/// Variant     Members of a strong component count as one node: each has the number of the whole component.
///             A document without citations is a path of its own: 1.
/// Result      one number a node.
/// Cost        O(nodes + arcs); 24 bytes a node, 48 beyond 64 bits.
/// Stable      As below.
/// Checked by  test_path_counts
/// Grade       experimental since 0.1
[[nodiscard]] PathColumn count_paths_through(const CitationGraph& graph, const Topology& topology,
                                             PathWeight weight, Threads& threads);

/// Question    Which citations carry the development of a technology?
/// Definition  weight(u -> v) = before(u) * behind(v) for v citing u. before(u): 1 at a source, else the sum
/// over
///             what u cites (spc); 1 plus that sum (splc, spnp). behind(v): 1 at a sink, else the sum over
///             those that cite v (spc, splc); 1 plus that sum (spnp).
/// Source      hummon-doreian-1989; batagelj-2003
/// Variant     Members of a strong component count as one node; arcs inside it carry no path (batagelj-2003
///             shrinks them too). Numbers are exact while they fit 128 bits, then natural logarithms: of
///             floating-point sums up to 2^1024 paths before or behind a node, of sums of logarithms beyond.
/// Result      one weight an arc. At every node that is neither source nor sink what comes in goes out (spc).
/// Cost        O(nodes + arcs); 8, 16 or 8 bytes an arc and twice that a node.
/// Stable      Integers; floating-point numbers are summed in the order of ids. Same bits for any number of
///             threads.
/// Checked by  test_path_counts (all paths listed, on 500 random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] PathCounts count_paths(const CitationGraph& graph, const Topology& topology, PathWeight weight,
                                     Threads& threads);

} // namespace longmen::graph
