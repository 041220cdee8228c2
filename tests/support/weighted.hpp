// SPDX-License-Identifier: GPL-3.0-or-later
// Random weighted graphs and groups for tests, and igraph to hold results against.
#pragma once

#include <longmen/graph/detail/igraph.hpp>
#include <longmen/graph/weighted_graph.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace longmen::test {

/// Edges with loops and doubles among them; weights are quarters from 0.25 to 4, or all 1.
inline std::vector<graph::WeightedEdge> random_edges(std::uint64_t seed, std::size_t nodes,
                                                     double edges_of_node, bool weighted = true) {
    std::mt19937_64 random{seed};
    std::vector<graph::WeightedEdge> edges;
    const auto count = static_cast<std::size_t>(edges_of_node * static_cast<double>(nodes));
    for (std::size_t i = 0; i < count; ++i) {
        const auto from = static_cast<graph::NodeId>(random() % nodes);
        const auto to = static_cast<graph::NodeId>(random() % nodes);
        edges.push_back({from, to, weighted ? static_cast<double>(1 + random() % 16) / 4 : 1.0});
    }
    return edges;
}

/// 1 to 40 nodes, from sparse to dense by seed.
inline graph::OwnedWeightedGraph random_weighted(std::uint64_t seed, bool directed, Threads& threads) {
    const auto nodes = 1 + static_cast<std::size_t>(seed * 2654435761U % 40);
    const auto density = static_cast<double>(seed % 5) * 0.8 + 0.3;
    return graph::build_weighted(nodes, random_edges(seed, nodes, density), directed, threads).graph;
}

/// Owns lists made by hand or by chance.
struct TestLists {
    std::vector<graph::ArcId> offsets{0};
    std::vector<std::uint32_t> items;
    explicit TestLists(const std::vector<std::vector<std::uint32_t>>& lists) {
        for (const auto& list : lists) {
            items.insert(items.end(), list.begin(), list.end());
            offsets.push_back(static_cast<graph::ArcId>(items.size()));
        }
    }
    [[nodiscard]] graph::Lists view() const { return {offsets, items}; }
};

inline std::vector<std::vector<std::uint32_t>> random_groups(std::uint64_t seed, std::size_t groups,
                                                             std::size_t items, std::size_t most_members) {
    std::mt19937_64 random{seed};
    std::vector<std::vector<std::uint32_t>> lists(groups);
    for (auto& list : lists) {
        list.resize(random() % (most_members + 1));
        for (auto& item : list) {
            item = static_cast<std::uint32_t>(random() % items);
        }
    }
    return lists;
}

template <typename Values>
std::vector<double> as_doubles(const Values& values) {
    return {values.begin(), values.end()};
}

} // namespace longmen::test
