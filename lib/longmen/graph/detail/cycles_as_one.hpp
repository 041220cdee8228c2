// SPDX-License-Identifier: GPL-3.0-or-later
// A citation graph whose strong components count as one node each, swept in the order of knowledge or against
// it.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/topology.hpp>

#include <span>

namespace longmen::graph::detail {

class CyclesAsOne {
    std::size_t nodes_;
    const Topology& topology_;
    Buffer<NodeId> cycle_of_; ///< 1-based component of two or more nodes; empty without cycles

public:
    CyclesAsOne(std::size_t nodes, const Topology& topology) : nodes_(nodes), topology_(topology) {
        if (topology.heads.empty()) {
            return;
        }
        cycle_of_ = Buffer<NodeId>(nodes);
        for (std::size_t cycle = 0; cycle < topology.heads.size(); ++cycle) {
            for (NodeId i = 0; i < topology.sizes[cycle]; ++i) {
                cycle_of_[topology.order[topology.heads[cycle] + i]] = static_cast<NodeId>(cycle + 1);
            }
        }
    }

    [[nodiscard]] bool same_cycle(NodeId a, NodeId b) const {
        return !cycle_of_.empty() && cycle_of_[a] != 0 && cycle_of_[a] == cycle_of_[b];
    }

    /// The component of a node, ascending; of one outside cycles the node itself, which must stay where it
    /// is.
    [[nodiscard]] std::span<const NodeId> together(const NodeId& node) const {
        if (cycle_of_.empty() || cycle_of_[node] == 0) {
            return {&node, 1};
        }
        const auto cycle = cycle_of_[node] - 1;
        return {topology_.order.data() + topology_.heads[cycle], topology_.sizes[cycle]};
    }

    /// `take(together)` for each component, what is cited before what cites it, or the other way round.
    template <typename Take>
    void sweep(bool from_cited, Take take) const {
        for (std::size_t i = 0; i < nodes_;) {
            const auto node = topology_.at(from_cited ? i : nodes_ - 1 - i);
            const auto members = together(node);
            take(members);
            i += members.size();
        }
    }
};

} // namespace longmen::graph::detail
