// SPDX-License-Identifier: GPL-3.0-or-later
// Coupling is co-occurrence: in what cites one document, or in what one document cites.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/co_occurrence.hpp>
#include <longmen/graph/coupling.hpp>

#include <cmath>

namespace longmen::graph {
namespace {

constexpr std::size_t nodes_of_piece = 4096;

double weight_of(CouplingWeight kind, double shared, double of_a, double of_b) {
    switch (kind) {
    case CouplingWeight::count:
        break;
    case CouplingWeight::cosine:
        return shared / std::sqrt(of_a * of_b);
    case CouplingWeight::jaccard:
        return shared / (of_a + of_b - shared);
    }
    return shared;
}

} // namespace

CouplingGraph couple(const CitationGraph& graph, Coupling coupling, const CouplingOptions& options,
                     Threads& threads) {
    if (options.hub < 2) {
        throw UsageError(sentence("枢纽上限须至少为 2，而非 {}",
                                  "the limit of hubs must be at least 2, not {}", options.hub));
    }
    const auto& groups = coupling == Coupling::bibliographic ? graph.citing : graph.cited;
    auto shared = co_occurrence(graph.nodes(), groups, {PairCounting::full, options.hub}, threads);
    if (options.weight != CouplingWeight::count) {
        const auto neighbours = shared.graph.neighbours.view();
        threads.ranges(graph.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
            for (auto node = begin; node < end; ++node) {
                for (auto i = neighbours.offsets[node]; i < neighbours.offsets[node + 1]; ++i) {
                    auto& weight = shared.graph.weights[i];
                    weight = weight_of(options.weight, weight, shared.groups[node],
                                       shared.groups[neighbours.items[i]]);
                }
            }
        });
    }
    return {std::move(shared.graph), shared.left_out};
}

} // namespace longmen::graph
