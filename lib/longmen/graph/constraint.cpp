// SPDX-License-Identifier: GPL-3.0-or-later
// For each node: the shares it gives, carried one step further by those who get them.
#include <longmen/graph/constraint.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/strength.hpp>

namespace longmen::graph {
namespace {

constexpr std::size_t nodes_of_piece = 256;

/// Zero at every node between two calls.
struct Scratch {
    std::vector<double> given;  ///< p(i, q)
    std::vector<double> passed; ///< sum of p(i, q) p(q, j)
};

double constraint_of(const WeightedGraph& graph, const Strengths& strength, NodeId node, Scratch& scratch) {
    const auto neighbours = graph.neighbours[node];
    const auto weights = graph.weights_of(node);
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        scratch.given[neighbours[i]] = weights[i] / strength.out[node];
    }
    for (const auto between : neighbours) {
        const auto share = scratch.given[between] / strength.out[between];
        const auto others = graph.neighbours[between];
        const auto their_weights = graph.weights_of(between);
        for (std::size_t i = 0; i < others.size(); ++i) { // passed(j) += p(i, q) p(q, j)
            if (scratch.given[others[i]] > 0) {
                scratch.passed[others[i]] += share * their_weights[i];
            }
        }
    }
    double sum = 0;
    for (const auto other : neighbours) {
        const auto tie = scratch.given[other] + scratch.passed[other];
        sum += tie * tie;
    }
    for (const auto other : neighbours) {
        scratch.given[other] = scratch.passed[other] = 0;
    }
    return sum;
}

} // namespace

std::vector<Measured<double>> constraint(const WeightedGraph& graph, Threads& threads) {
    if (graph.directed) {
        throw UsageError(
            sentence("约束系数需要无向网络", "constraint is defined here for networks without direction"));
    }
    const auto strength = strengths(graph);
    std::vector<Measured<double>> values(graph.nodes(), Undefined::zero_denominator);
    std::vector<Scratch> scratch(threads.count());
    threads.ranges(graph.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
        scratch[thread].given.resize(graph.nodes());
        scratch[thread].passed.resize(graph.nodes());
        for (auto node = begin; node < end; ++node) {
            if (graph.neighbours.count(node) > 0) {
                values[node] = constraint_of(graph, strength, static_cast<NodeId>(node), scratch[thread]);
            }
        }
    });
    return values;
}

} // namespace longmen::graph
