// SPDX-License-Identifier: GPL-3.0-or-later
// Networks for tests of files: one with all that is awkward in text, random ones, and igraph as a reader.
#pragma once

#include "support/weighted.hpp"

#include <longmen/graph/network.hpp>

#include <cstdio>
#include <string>
#include <vector>

namespace longmen::test {

template <typename Write>
std::string written(Write write) {
    std::string text;
    write([&](std::string_view piece) { text += piece; });
    return text;
}

/// Chinese, markup, quotes, line ends, undefined values; an edge twice and a loop.
inline graph::Network awkward_network() {
    using graph::NetworkType;
    return {.name = "合作 & \"co\"",
            .directed = true,
            .ids = {"91140700<A>", "a\"b", "c\\d"},
            .labels = {"山西某某有限公司", "A & B\nLtd.", "tab\tend\\"},
            .edges = {{0, 1}, {0, 1}, {2, 2}},
            .weights = {1.5, 0.1, 3},
            .node_columns = {{"patents", NetworkType::integer, {std::int64_t{12}, {}, std::int64_t{-3}}},
                             {"share", NetworkType::number, {0.1, 1e-7, {}}},
                             {"listed", NetworkType::yes_no, {true, false, {}}},
                             {"城市", NetworkType::text, {std::string{"晋中"}, std::string{}, {}}}},
            .edge_columns = {{"kind", NetworkType::text, {std::string{"x<y"}, {}, std::string{"z"}}}}};
}

inline graph::Network random_network(std::uint64_t seed, bool directed) {
    const auto nodes = 1 + static_cast<std::size_t>(seed % 17);
    graph::Network network;
    network.directed = directed;
    for (std::size_t node = 0; node < nodes; ++node) {
        network.ids.push_back("节点 " + std::to_string(node * 7919 % 101) + "/" + std::to_string(node));
    }
    for (const auto& edge : random_edges(seed, nodes, 1.5)) {
        network.edges.push_back({edge.from, edge.to});
        network.weights.push_back(edge.weight / 3);
    }
    return network;
}

inline bool same_columns(const std::vector<graph::NetworkColumn>& a,
                         const std::vector<graph::NetworkColumn>& b) {
    return std::ranges::equal(a, b, [](const auto& x, const auto& y) {
        return x.name == y.name && x.type == y.type && x.values == y.values;
    });
}

inline bool same_network(const graph::Network& a, const graph::Network& b) {
    return a.name == b.name && a.directed == b.directed && a.ids == b.ids && a.labels == b.labels &&
           a.edges == b.edges && a.weights == b.weights && same_columns(a.node_columns, b.node_columns) &&
           same_columns(a.edge_columns, b.edge_columns);
}

/// What igraph reads from a text; it must be destroyed by its owner.
template <typename Read>
graph::Network read_by_igraph(std::string text, const char* name_of_nodes, Read read) {
    const graph::detail::IgraphSession session{1};
    auto* const old_table = igraph_set_attribute_table(&igraph_cattribute_table);
    auto* const file = fmemopen(text.data(), text.size(), "r");
    igraph_t graph;
    graph::detail::check_igraph(read(&graph, file));
    std::fclose(file); // NOLINT: opened above
    graph::Network network;
    network.directed = igraph_is_directed(&graph);
    for (igraph_integer_t node = 0; node < igraph_vcount(&graph); ++node) {
        network.ids.emplace_back(VAS(&graph, name_of_nodes, node));
    }
    for (igraph_integer_t edge = 0; edge < igraph_ecount(&graph); ++edge) {
        network.edges.push_back({static_cast<graph::NodeId>(IGRAPH_FROM(&graph, edge)),
                                 static_cast<graph::NodeId>(IGRAPH_TO(&graph, edge))});
        network.weights.push_back(EAN(&graph, "weight", edge));
    }
    igraph_destroy(&graph);
    igraph_set_attribute_table(old_table);
    return network;
}

/// The same nodes and edges with weights, in this order; an undirected edge may be named from either end.
inline bool same_edges(const graph::Network& a, const graph::Network& b) {
    const auto same = [&](const graph::NetworkEdge& x, const graph::NetworkEdge& y) {
        return x == y || (!a.directed && x.from == y.to && x.to == y.from);
    };
    return a.directed == b.directed && a.ids == b.ids && a.weights == b.weights &&
           std::ranges::equal(a.edges, b.edges, same);
}

} // namespace longmen::test
