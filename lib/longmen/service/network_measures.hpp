// SPDX-License-Identifier: GPL-3.0-or-later
// What can be said of each node of a network, of its communities, and of the whole.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/table.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/graph/network.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace longmen::service {

/// A network with the names of its nodes.
struct NamedTies {
    std::string name;
    std::vector<std::string> ids;
    std::vector<std::uint64_t> documents; ///< behind each node
    std::vector<double> own;              ///< directed: the weight each gives to itself; empty: not known
    std::vector<std::uint32_t> hops;      ///< from the centre of a neighbourhood; empty: the whole network
    graph::OwnedWeightedGraph graph;
};

/// The part within `hops` steps of the node of this name, direction forgotten, with the ties among its nodes,
/// which keep their order. UsageError when there is no such node; it names some whose names hold the words.
[[nodiscard]] NamedTies around(const NamedTies& ties, const std::string& name, std::uint32_t hops,
                               Threads& threads);

struct NetworkSummary {
    std::uint64_t nodes = 0, edges = 0, components = 0, giant = 0; ///< giant: nodes of the largest component
    std::uint64_t communities = 0;
    Measured<double> modularity = Undefined::zero_denominator;
    Measured<double> assortativity = Undefined::zero_denominator; ///< of degrees
    Measured<double> clustering = Undefined::zero_denominator;    ///< mean of the nodes
    std::uint64_t sources = 0;                                    ///< from which shortest paths were followed
    double error = 0; ///< bound of the betweenness of all nodes at once; 0 where it is exact
};

/// Measures beside the edges. Those that know no direction forget it.
struct MeasuredNetwork {
    graph::Network network; ///< node columns as the table's
    /// `name documents partners strength core betweenness constraint clustering component community`, by
    /// strength; directed: `cites cited_by own` in the place of strength; of a neighbourhood `hops` last.
    Table nodes;
    Table communities; ///< `community nodes documents strength leading`, the larger first
    NetworkSummary summary;
};

/// `leading` names a community by its nodes, the strongest first.
[[nodiscard]] MeasuredNetwork
measure_network(NamedTies ties, std::uint32_t seed,
                const std::function<std::string(const std::vector<NodeId>& nodes)>& leading, Threads& threads,
                Lang lang);

/// One row: `nodes edges components giant_share communities modularity assortativity clustering
/// betweenness_sources betweenness_error`.
[[nodiscard]] Table summary_table(const NetworkSummary& summary, Lang lang);
/// The same in a few sentences.
[[nodiscard]] std::vector<std::string> summary_lines(const NetworkSummary& summary, Lang lang);

} // namespace longmen::service
