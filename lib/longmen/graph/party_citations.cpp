// SPDX-License-Identifier: GPL-3.0-or-later
// Row by row: over the documents of a party, what they cite, whose it is.
#include <longmen/graph/party_citations.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/detail/groups.hpp>
#include <longmen/graph/detail/rows.hpp>

#include <atomic>

namespace longmen::graph {
namespace {

constexpr std::size_t nodes_of_piece = 4096;

bool share_one(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
        if (a[i] == b[k]) {
            return true;
        }
        a[i] < b[k] ? ++i : ++k;
    }
    return false;
}

void flag_own(const CitationGraph& graph, const Lists& parties_of, Threads& threads, PartyCitations& result) {
    std::atomic<std::uint64_t> own{0};
    std::atomic<std::uint64_t> unknown{0};
    result.self = Buffer<std::uint8_t>(graph.arcs());
    threads.ranges(graph.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        std::uint64_t own_here = 0;
        std::uint64_t unknown_here = 0;
        for (auto node = begin; node < end; ++node) {
            const auto citing = parties_of[node];
            for (auto i = graph.cited.offsets[node]; i < graph.cited.offsets[node + 1]; ++i) {
                const auto cited = parties_of[graph.cited.items[i]];
                unknown_here += citing.empty() || cited.empty() ? 1 : 0;
                result.self[i] = share_one(citing, cited) ? 1 : 0;
                own_here += result.self[i];
            }
        }
        own += own_here;
        unknown += unknown_here;
    });
    result.self_citations = own;
    result.without_party = unknown;
}

} // namespace

PartyCitations party_citations(const CitationGraph& graph, std::size_t parties, const Lists& of_node,
                               CitationCounting counting, Threads& threads) {
    if (of_node.size() != graph.nodes()) {
        throw UsageError(sentence("权利人名单有 {} 份，而图有 {} 个节点",
                                  "there are lists of parties for {} nodes, but the graph has {}",
                                  of_node.size(), graph.nodes()));
    }
    const auto distinct = detail::distinct_members(parties, of_node, threads);
    const auto parties_of = distinct.view();
    const auto turned = detail::turned_round(parties, parties_of);
    const auto nodes_of = turned.view();
    PartyCitations result;
    flag_own(graph, parties_of, threads, result);
    result.own = Buffer<double>(parties);
    result.graph = detail::build_rows(parties, true, threads, [&](NodeId party, detail::RowSums& sums) {
        for (const auto node : nodes_of[party]) {
            const double citing = parties_of.count(node);
            for (const auto cited : graph.cited[node]) {
                const double pairs = citing * parties_of.count(cited);
                const double weight = counting == CitationCounting::full ? 1.0 : 1.0 / pairs;
                for (const auto other : parties_of[cited]) {
                    if (other == party) {
                        result.own[party] += weight;
                    } else {
                        sums.add(other, weight);
                    }
                }
            }
        }
    });
    return result;
}

} // namespace longmen::graph
