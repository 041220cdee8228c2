// SPDX-License-Identifier: GPL-3.0-or-later
// What is cited before what cites it: an order for sweeps, and the cycles that stand in its way.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace longmen::graph {

/// An order in which every node comes behind all it cites, strong components as one.
struct Topology {
    bool by_id = false;   ///< the ids are that order; `order` is empty and there are no cycles
    Buffer<NodeId> order; ///< else all nodes, members of a strong component next to each other, ascending
    std::vector<NodeId> heads; ///< first places in `order` of components of two or more nodes, ascending
    std::vector<NodeId> sizes; ///< of these components

    [[nodiscard]] NodeId at(std::size_t place) const {
        return by_id ? static_cast<NodeId>(place) : order[place];
    }
};

/// What a citation graph should not have, and real ones do.
struct Disorder {
    std::uint64_t forward_in_time =
        0;                           ///< arcs from a node to a later one by their days (equal days are none)
    std::uint64_t undated = 0;       ///< arcs with an end whose day is not known
    std::uint64_t cycles = 0;        ///< strong components of two or more nodes
    std::uint64_t in_cycles = 0;     ///< nodes in them
    std::uint64_t largest_cycle = 0; ///< nodes of the largest
};

/// Question    In which order can a quantity be carried along citations?
/// Definition  Ascending ids where every arc goes to a smaller id; else Tarjan's strong components in the
///             order in which they close.
/// Source      tarjan-1972
/// Cost        O(nodes + arcs), 13 bytes a node besides the result. No recursion.
/// Stable      Depends on the graph alone.
/// Checked by  test_topology
[[nodiscard]] Topology find_topology(const CitationGraph& graph, Threads& threads);

[[nodiscard]] Disorder count_disorder(const CitationGraph& graph, const Topology& topology, Threads& threads);

} // namespace longmen::graph
