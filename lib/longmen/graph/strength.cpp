// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over all ties.
#include <longmen/graph/strength.hpp>

namespace longmen::graph {

Strengths strengths(const WeightedGraph& graph) {
    Strengths result{Buffer<double>(graph.nodes()), Buffer<double>(graph.nodes())};
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        const auto neighbours = graph.neighbours[node];
        const auto weights = graph.weights_of(node);
        for (std::size_t i = 0; i < neighbours.size(); ++i) {
            result.out[node] += weights[i];
            result.in[neighbours[i]] += weights[i];
        }
    }
    return result;
}

} // namespace longmen::graph
