// SPDX-License-Identifier: GPL-3.0-or-later
// Edges to the nodes they leave, each list put in order, then added up.
#include <longmen/graph/weighted_graph.hpp>

#include <longmen/graph/detail/rows.hpp>

#include <atomic>
#include <cmath>
#include <utility>

namespace longmen::graph {
namespace {

struct HalfEdge {
    NodeId to = 0;
    double weight = 0;
    [[nodiscard]] auto key() const { return std::pair{to, weight}; }
};

void check_edges(std::size_t nodes, std::span<const WeightedEdge> edges) {
    constexpr auto most_nodes = std::numeric_limits<NodeId>::max();
    constexpr std::size_t most_edges = std::size_t{1} << 31;
    if (nodes >= most_nodes || edges.size() >= most_edges) {
        throw UsageError(sentence("网络过大：{} 个节点须少于 {}，{} 条边须少于 {}",
                                  "the network is too large: {} nodes must be below {}, {} edges below {}",
                                  nodes, most_nodes, edges.size(), most_edges));
    }
    for (const auto& edge : edges) {
        if (edge.from >= nodes || edge.to >= nodes) {
            throw UsageError(sentence("有边指向 {} 个节点之外", "an edge ends outside the {} nodes", nodes));
        }
        if (!std::isfinite(edge.weight) || edge.weight <= 0) {
            throw UsageError(sentence("边的权重须为大于零的有限数，而非 {}",
                                      "the weight of an edge must be finite and above zero, not {}",
                                      edge.weight));
        }
    }
}

/// The edges that leave each node, by node; loops left out.
struct HalfEdges {
    std::vector<std::uint64_t> begins;
    Buffer<HalfEdge> edges;
    std::uint64_t loops = 0;
};

HalfEdges by_node(std::size_t nodes, std::span<const WeightedEdge> edges, bool directed) {
    HalfEdges sorted;
    sorted.begins.resize(nodes + 2);
    for (const auto& edge : edges) {
        if (edge.from == edge.to) {
            ++sorted.loops;
            continue;
        }
        ++sorted.begins[edge.from + 2];
        sorted.begins[edge.to + 2] += directed ? 0 : 1;
    }
    for (std::size_t i = 2; i < sorted.begins.size(); ++i) {
        sorted.begins[i] += sorted.begins[i - 1];
    }
    sorted.edges = Buffer<HalfEdge>(sorted.begins.back());
    for (const auto& edge : edges) { // begins[node + 1] runs from the begin of a node to its end
        if (edge.from == edge.to) {
            continue;
        }
        sorted.edges[sorted.begins[edge.from + 1]++] = {edge.to, edge.weight};
        if (!directed) {
            sorted.edges[sorted.begins[edge.to + 1]++] = {edge.from, edge.weight};
        }
    }
    return sorted;
}

} // namespace

BuiltGraph build_weighted(std::size_t nodes, std::span<const WeightedEdge> edges, bool directed,
                          Threads& threads) {
    check_edges(nodes, edges);
    auto sorted = by_node(nodes, edges, directed);
    BuiltGraph built;
    built.loops = sorted.loops;
    built.graph = detail::build_rows(nodes, directed, threads, [&](NodeId node, detail::RowSums& sums) {
        const std::span list{sorted.edges.data() + sorted.begins[node],
                             sorted.edges.data() + sorted.begins[node + 1]};
        std::ranges::sort(list, {}, &HalfEdge::key);
        for (const auto& edge : list) {
            sums.add(edge.to, edge.weight);
        }
    });
    built.joined = edges.size() - built.loops - built.graph.view().edges();
    return built;
}

OwnedWeightedGraph without_direction(const CitationGraph& graph, Threads& threads) {
    return detail::build_rows(graph.nodes(), false, threads, [&](NodeId node, detail::RowSums& sums) {
        for (const auto* way : {&graph.cited, &graph.citing}) {
            for (const auto other : (*way)[node]) {
                sums.add(other, 1);
            }
        }
    });
}

OwnedWeightedGraph without_direction(const WeightedGraph& graph, Threads& threads) {
    std::vector<WeightedEdge> edges;
    edges.reserve(graph.edges());
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        const auto neighbours = graph.neighbours[node];
        const auto weights = graph.weights_of(node);
        for (std::size_t i = 0; i < neighbours.size(); ++i) {
            if (graph.directed || node < neighbours[i]) {
                edges.push_back({static_cast<NodeId>(node), neighbours[i], weights[i]});
            }
        }
    }
    return build_weighted(graph.nodes(), edges, false, threads).graph;
}

} // namespace longmen::graph
