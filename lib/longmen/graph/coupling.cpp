// SPDX-License-Identifier: GPL-3.0-or-later
// Coupling is co-occurrence: in what cites one document, or in what one document cites.
#include <longmen/graph/coupling.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/co_occurrence.hpp>

#include <algorithm>
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

void check(const CouplingOptions& options) {
    if (options.hub < 2) {
        throw UsageError(sentence("枢纽上限须至少为 2，而非 {}",
                                  "the limit of hubs must be at least 2, not {}", options.hub));
    }
}

} // namespace

CouplingGraph couple(const CitationGraph& graph, Coupling coupling, const CouplingOptions& options,
                     Threads& threads) {
    check(options);
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

std::vector<CoupledDocument> coupled_with(const CitationGraph& graph, NodeId node, Coupling coupling,
                                          const CouplingOptions& options) {
    check(options);
    const bool bibliographic = coupling == Coupling::bibliographic;
    const auto& sharing = bibliographic ? graph.cited : graph.citing;
    const auto& groups = bibliographic ? graph.citing : graph.cited;
    const auto counts = [&](NodeId shared) { return groups.count(shared) <= options.hub; };
    std::vector<std::uint32_t> shared(graph.nodes());
    std::vector<NodeId> met;
    std::uint32_t own = 0;
    for (const auto group : sharing[node]) {
        if (counts(group)) {
            ++own;
            for (const auto other : groups[group]) {
                if (other != node && shared[other]++ == 0) {
                    met.push_back(other);
                }
            }
        }
    }
    std::ranges::sort(met);
    std::vector<CoupledDocument> result;
    for (const auto other : met) {
        const auto theirs = std::ranges::count_if(sharing[other], counts);
        result.push_back({other, shared[other],
                          weight_of(options.weight, shared[other], own, static_cast<double>(theirs))});
    }
    return result;
}

} // namespace longmen::graph
