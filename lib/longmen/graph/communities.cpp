// SPDX-License-Identifier: GPL-3.0-or-later
// Leiden by igraph; its labels put in an order of ours.
#include <longmen/graph/communities.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/detail/igraph.hpp>
#include <longmen/graph/strength.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace longmen::graph {
namespace {

constexpr double randomness = 0.01;
constexpr igraph_integer_t until_stable = -1;

void check_undirected(const WeightedGraph& graph) {
    if (graph.directed) {
        throw UsageError(
            sentence("社团划分需要无向网络", "communities are found in networks without direction"));
    }
}

/// Largest first, equal ones by their smallest node.
void number(std::span<const NodeId> label, std::size_t labels, Communities& result) {
    std::vector<std::uint64_t> size(labels);
    std::vector<NodeId> first(labels);
    for (std::size_t at = label.size(); at-- > 0;) {
        ++size[label[at]];
        first[label[at]] = static_cast<NodeId>(at);
    }
    std::vector<NodeId> order(labels);
    std::iota(order.begin(), order.end(), NodeId{0});
    std::ranges::sort(order, [&](NodeId a, NodeId b) {
        return size[a] != size[b] ? size[a] > size[b] : first[a] < first[b];
    });
    std::vector<NodeId> place(labels);
    for (std::size_t at = 0; at < labels; ++at) {
        place[order[at]] = static_cast<NodeId>(at);
        result.size.push_back(size[order[at]]);
    }
    result.of = Buffer<NodeId>(label.size());
    for (std::size_t at = 0; at < label.size(); ++at) {
        result.of[at] = place[label[at]];
    }
}

std::vector<NodeId> leiden(const WeightedGraph& graph, const CommunityOptions& options) {
    const detail::IgraphSession session{options.seed};
    const detail::IgraphGraph handed{graph};
    const auto strength = strengths(graph);
    const detail::IgraphReals of_node{graph.nodes()};
    std::ranges::copy(strength.out, VECTOR(of_node.at));
    const double twice_m = std::accumulate(strength.out.begin(), strength.out.end(), 0.0);
    detail::IgraphIntegers label{graph.nodes()};
    detail::check_igraph(igraph_community_leiden(&handed.at, &handed.weights.at, &of_node.at,
                                                 options.resolution / twice_m, randomness, false,
                                                 until_stable, &label.at, nullptr, nullptr));
    return {VECTOR(label.at), VECTOR(label.at) + graph.nodes()};
}

} // namespace

Measured<double> modularity(const WeightedGraph& graph, std::span<const NodeId> of, double resolution) {
    check_undirected(graph);
    if (of.size() != graph.nodes() ||
        std::ranges::any_of(of, [&](NodeId group) { return group >= graph.nodes(); })) {
        throw UsageError(sentence("划分须为 {} 个节点各给出一个组",
                                  "a division must give a group to each of {} nodes", graph.nodes()));
    }
    const auto strength = strengths(graph);
    std::vector<double> inner(
        graph.nodes()); // twice the weight within a group: every edge is met at both ends
    std::vector<double> whole(graph.nodes());
    double twice_m = 0;
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        const auto neighbours = graph.neighbours[node];
        const auto weights = graph.weights_of(node);
        for (std::size_t i = 0; i < neighbours.size(); ++i) {
            inner[of[node]] += of[neighbours[i]] == of[node] ? weights[i] : 0;
        }
        whole[of[node]] += strength.out[node];
        twice_m += strength.out[node];
    }
    if (twice_m == 0) {
        return Undefined::zero_denominator;
    }
    double sum = 0;
    for (std::size_t group = 0; group < graph.nodes(); ++group) {
        const auto share = whole[group] / twice_m;
        sum += inner[group] / twice_m - resolution * share * share;
    }
    return sum;
}

Communities find_communities(const WeightedGraph& graph, const CommunityOptions& options) {
    check_undirected(graph);
    if (!(options.resolution > 0) || !std::isfinite(options.resolution)) {
        throw UsageError(sentence("分辨率须为大于零的有限数，而非 {}",
                                  "the resolution must be finite and above zero, not {}",
                                  options.resolution));
    }
    std::vector<NodeId> label(graph.nodes());
    std::iota(label.begin(), label.end(), NodeId{0});
    if (graph.edges() > 0) {
        label = leiden(graph, options);
    }
    Communities result;
    const auto labels = label.empty() ? std::size_t{0} : std::size_t{*std::ranges::max_element(label)} + 1;
    number(label, labels, result);
    result.modularity = modularity(graph, result.of.view(), options.resolution);
    return result;
}

} // namespace longmen::graph
