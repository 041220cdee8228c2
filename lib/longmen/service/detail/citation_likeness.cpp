// SPDX-License-Identifier: GPL-3.0-or-later
// Direct citations, bibliographic coupling and co-citation of one record.
#include <longmen/service/detail/citation_likeness.hpp>

#include <longmen/graph/adjacency.hpp>
#include <longmen/graph/coupling.hpp>
#include <longmen/store/citations.hpp>

#include <algorithm>
#include <iterator>

namespace longmen::service::detail {
namespace {

constexpr std::size_t most_shown = 5; // shared documents of a hit

/// Records by their places, then documents that only citations name, by their keys.
struct Nodes {
    const std::vector<std::int64_t>& ids;
    std::vector<std::string> stubs;

    Nodes(const std::vector<std::int64_t>& records, const std::vector<store::CitationLink>& links)
        : ids(records) {
        for (const auto& link : links) {
            if (!link.stub.empty()) {
                stubs.push_back(link.stub);
            }
        }
        std::ranges::sort(stubs);
        stubs.erase(std::ranges::unique(stubs).begin(), stubs.end());
    }
    [[nodiscard]] std::size_t size() const { return ids.size() + stubs.size(); }
    [[nodiscard]] graph::NodeId of(std::int64_t id, const std::string& stub) const {
        const auto at = id != 0 ? std::ranges::lower_bound(ids, id) - ids.begin()
                                : std::ranges::lower_bound(stubs, stub) - stubs.begin() +
                                      static_cast<std::ptrdiff_t>(ids.size());
        return static_cast<graph::NodeId>(at);
    }
};

} // namespace

CitationLikeness citation_likeness(const store::Workspace& workspace, const std::vector<std::int64_t>& ids,
                                   const std::vector<std::string>& numbers, std::size_t own,
                                   const search::SimilarRules::Citations& rules, Threads& threads) {
    CitationLikeness result;
    result.values.resize(ids.size());
    const auto links = store::load_citations(workspace);
    result.any = !links.empty();
    const Nodes nodes{ids, links};
    std::vector<graph::Arc> arcs;
    arcs.reserve(links.size());
    for (const auto& link : links) {
        arcs.push_back({nodes.of(link.citing, link.stub), nodes.of(link.cited, link.stub)});
    }
    const auto adjacency = graph::build_adjacency(nodes.size(), arcs, threads);
    const Buffer<graph::Day> days{nodes.size()}; // coupling asks for no time
    const graph::CitationGraph graph{adjacency.cited.view(), adjacency.citing.view(), days.view(), {}};
    for (std::size_t record = 0; record < ids.size(); ++record) {
        result.records += graph.cited.count(record) + graph.citing.count(record) > 0 ? 1 : 0;
    }
    const auto node = static_cast<graph::NodeId>(own);
    result.own = graph.cited.count(node) + graph.citing.count(node) > 0;
    result.records -= result.own ? 1 : 0;

    for (const auto other : graph.cited[node]) {
        if (other < ids.size()) {
            result.reasons[other].cites = true;
            result.values[other] += rules.direct;
        }
    }
    for (const auto other : graph.citing[node]) {
        if (other < ids.size()) {
            auto& reasons = result.reasons[other];
            result.values[other] += reasons.cites ? 0 : rules.direct;
            reasons.cited = true;
        }
    }
    const graph::CouplingOptions options{graph::CouplingWeight::cosine, rules.hub};
    const auto add = [&](graph::Coupling coupling, double weight, double LikenessReasons::*cosine,
                         std::uint32_t LikenessReasons::*count) {
        for (const auto& other : graph::coupled_with(graph, node, coupling, options)) {
            if (other.node < ids.size()) {
                auto& reasons = result.reasons[other.node];
                reasons.*cosine = other.weight;
                reasons.*count = other.shared;
                result.values[other.node] += weight * other.weight;
            }
        }
    };
    add(graph::Coupling::bibliographic, rules.coupling, &LikenessReasons::coupling,
        &LikenessReasons::both_cite);
    add(graph::Coupling::co_citation, rules.co_citation, &LikenessReasons::co_citation,
        &LikenessReasons::both_cited);

    // --- which documents, as far as they are shown
    for (auto& [other, reasons] : result.reasons) {
        for (const auto* side : {&graph.cited, &graph.citing}) {
            const auto& groups = side == &graph.cited ? graph.citing : graph.cited;
            std::vector<graph::NodeId> both;
            std::ranges::set_intersection((*side)[node], (*side)[other], std::back_inserter(both));
            for (const auto shared : both) {
                if (reasons.shared_citations.size() < most_shown && groups.count(shared) <= rules.hub) {
                    reasons.shared_citations.push_back(
                        shared < ids.size() ? numbers[shared]
                                            : store::shown_stub(nodes.stubs[shared - ids.size()]));
                }
            }
        }
    }
    return result;
}

} // namespace longmen::service::detail
