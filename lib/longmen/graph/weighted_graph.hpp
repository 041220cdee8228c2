// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs with weights: applicants, inventors, classes or documents that have something in common.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/adjacency.hpp>
#include <longmen/graph/citation_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace longmen::graph {

/// Neighbours ascend, each once, never the node itself; weights are finite and above zero. In an undirected
/// graph every edge stands in the lists of both its ends, with the same weight.
struct WeightedGraph {
    Lists neighbours;                ///< directed: where the arcs of a node go
    std::span<const double> weights; ///< by position in `neighbours.items`
    bool directed = false;

    [[nodiscard]] std::size_t nodes() const { return neighbours.size(); }
    /// Arcs of a directed graph; edges of an undirected one, each counted once.
    [[nodiscard]] std::size_t edges() const { return neighbours.items.size() / (directed ? 1 : 2); }
    [[nodiscard]] std::span<const double> weights_of(std::size_t node) const {
        return weights.subspan(neighbours.offsets[node], neighbours.count(node));
    }
};

struct OwnedWeightedGraph {
    OwnedLists neighbours;
    Buffer<double> weights;
    bool directed = false;
    [[nodiscard]] WeightedGraph view() const { return {neighbours.view(), weights.view(), directed}; }
};

struct WeightedEdge {
    NodeId from = 0;
    NodeId to = 0;
    double weight = 1;
};

struct BuiltGraph {
    OwnedWeightedGraph graph;
    std::uint64_t loops = 0;  ///< edges from a node to itself, left out
    std::uint64_t joined = 0; ///< edges beyond the first between the same ends, their weights added to it
};

/// Definition  The weight between two nodes is the sum of the weights of the edges given between them; in
///             an undirected graph whichever end is named first.
/// Inputs      nodes  below 2^32 - 1; every end below it. edges  in any order, below 2^31; weights finite
///             and above zero.
/// Errors      UsageError  an end out of range, a weight that is not finite or not above zero, too many
///             nodes or edges.
/// Cost        O(nodes + edges log degree); 32 bytes an edge and, for each thread, 16 a node while it runs.
/// Stable      Edges between the same ends are added from the lightest up: the result depends on the edges
///             alone, not on their order.
/// Checked by  test_weighted_graph (sums in a map, on 500 random lists of edges)
[[nodiscard]] BuiltGraph build_weighted(std::size_t nodes, std::span<const WeightedEdge> edges, bool directed,
                                        Threads& threads);

/// A citation graph without direction: weight 1 between two documents of which one cites the other, 2 where
/// both do.
[[nodiscard]] OwnedWeightedGraph without_direction(const CitationGraph& graph, Threads& threads);

/// The undirected graph whose weights are the sums of those in both directions; a copy of an undirected one.
[[nodiscard]] OwnedWeightedGraph without_direction(const WeightedGraph& graph, Threads& threads);

} // namespace longmen::graph
