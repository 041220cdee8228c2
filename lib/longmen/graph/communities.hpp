// SPDX-License-Identifier: GPL-3.0-or-later
// Communities: groups of nodes with more ties among them than chance would give.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/graph/weighted_graph.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace longmen::graph {

struct CommunityOptions {
    double resolution = 1;  ///< above 1: more and smaller communities; above 0, finite
    std::uint32_t seed = 1; ///< of the order in which nodes are moved
};

struct Communities {
    Buffer<NodeId> of;               ///< of each node: its community, 0 the largest
    std::vector<std::uint64_t> size; ///< of each community, descending; equal ones by their smallest node
    Measured<double> modularity = Undefined::zero_denominator; ///< with the resolution given
};

/// Modularity of a division.
///
/// Question    How much more do nodes tie within their groups than chance would give?
/// Definition  Q = sum over groups c of inner(c)/m - resolution (strength(c)/2m)^2; m the weight of all
///             edges, inner(c) of those within c, strength(c) the sum of the strengths of its nodes.
/// Source      newman-girvan-2004; reichardt-bornholdt-2006 (resolution).
/// Undefined   zero_denominator  no edges.
/// Inputs      graph  undirected. of  the group of each node, below the number of nodes.
/// Errors      UsageError  the graph has a direction, `of` another length or a group out of range.
/// Cost        O(nodes + edges).
/// Stable      Sums run over ascending nodes.
/// Checked by  test_communities (igraph on 500 random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] Measured<double> modularity(const WeightedGraph& graph, std::span<const NodeId> of,
                                          double resolution);

/// Communities by the Leiden algorithm.
///
/// Question    Which circles does a network of applicants, or a field of documents, fall into?
/// Definition  A division of high modularity, each community connected, found by moving nodes, refining and
///             merging until a round changes nothing.
/// Source      traag-2019, as made by igraph.
/// Variant     Objective modularity with a resolution; randomness of the refinement 0.01.
/// Undefined   A node without ties is a community of its own.
/// Inputs      graph  undirected.
/// Result      communities numbered by size and smallest node; their modularity.
/// Errors      UsageError  the graph has a direction; resolution out of range.
/// Cost        near O(edges) a round, few rounds, one thread at a time: the generator of igraph is shared.
/// Stable      Same graph, resolution, seed and version of igraph give the same division. Another seed may
///             give another of nearly the same modularity.
/// Checked by  test_communities (planted groups, modularity against igraph on 500 random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] Communities find_communities(const WeightedGraph& graph, const CommunityOptions& options);

} // namespace longmen::graph
