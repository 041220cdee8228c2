// SPDX-License-Identifier: GPL-3.0-or-later
// What lies within some steps of given nodes.
#pragma once

#include <longmen/graph/citation_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace longmen::graph {

struct NeighbourhoodOptions {
    std::uint32_t hops = 1;
    /// The neighbourhood ends before the hop that would make it larger; the centres always belong to it.
    std::size_t most_nodes = std::numeric_limits<std::size_t>::max();
};

struct Neighbourhood {
    std::vector<NodeId> nodes;       ///< by hop, then by id
    std::vector<std::uint32_t> hops; ///< of each of them, 0 at the centres
    bool complete = true;            ///< false: `most_nodes` ended it before `hops`
};

/// Neighbourhood.
///
/// Question    What surrounds these patents, or these applicants, within so many steps?
/// Definition  All nodes whose shortest path from a centre has at most `hops` steps, where a step follows
///             any of `ways`.
/// Source      moore-1959 (breadth-first search).
/// Variant     Forwards {graph.citing}, backwards {graph.cited}, or both.
/// Inputs      ways  one or more lists over the same nodes. centres  in any order; doubles count once.
/// Errors      UsageError  no way, ways over different numbers of nodes, a centre out of range.
/// Cost        time O(what is reached and its neighbours); memory 1 byte a node of the graph.
/// Stable      Depends on the graph and the centres alone.
/// Checked by  test_neighbourhood (igraph on 500 random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] Neighbourhood neighbourhood(std::span<const Lists> ways, std::span<const NodeId> centres,
                                          const NeighbourhoodOptions& options);

} // namespace longmen::graph
