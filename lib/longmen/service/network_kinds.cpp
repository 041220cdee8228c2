// SPDX-License-Identifier: GPL-3.0-or-later
// Ties of each kind, those that are heavy enough, and what is said of them.
#include <longmen/service/network_kinds.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/co_occurrence.hpp>
#include <longmen/graph/coupling.hpp>
#include <longmen/graph/neighbourhood.hpp>
#include <longmen/graph/party_citations.hpp>
#include <longmen/service/detail/leading.hpp>
#include <longmen/service/snapshot.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace longmen::service {
namespace {

bool of_documents(NetworkKind kind) {
    return kind == NetworkKind::coupling || kind == NetworkKind::co_citation ||
           kind == NetworkKind::citations;
}

/// Where the members of a network come from.
struct NetworkSource {
    const store::TextColumn* names = nullptr;
    const Lists* groups = nullptr;
    Text text;
    std::string key;
};
NetworkSource source_of(const store::SnapshotColumns& columns, NetworkKind kind) {
    switch (kind) {
    case NetworkKind::applicants:
        return {&columns.applicant_names, &columns.applicants, {"申请人", "applicants"}, "applicants"};
    case NetworkKind::inventors:
        return {&columns.inventor_names, &columns.inventors, {"发明人", "inventors"}, "inventors"};
    case NetworkKind::classes:
        return {&columns.class_names, &columns.classes, {"分类号", "classes"}, "classes"};
    case NetworkKind::coupling:
        return {nullptr, nullptr, {}, "coupling"};
    case NetworkKind::co_citation:
        return {nullptr, nullptr, {}, "co-citation"};
    case NetworkKind::citations:
        break;
    }
    return {nullptr, nullptr, {}, "citations"};
}

/// A network of all nodes of a kind.
struct AllTies {
    graph::OwnedWeightedGraph graph;
    std::vector<std::uint64_t> documents;
    std::vector<double> own; ///< of who cites whom
};

AllTies together(const NetworkSource& source, const NetworkRequest& request, Threads& threads) {
    graph::CoOccurrenceOptions options;
    options.counting =
        request.counting == TieCounting::newman ? graph::PairCounting::newman : graph::PairCounting::full;
    auto met = graph::co_occurrence(source.names->size(), *source.groups, options, threads);
    return {std::move(met.graph), {met.groups.begin(), met.groups.end()}, {}};
}

AllTies citing(const store::Snapshot& snapshot, const NetworkSource& source, const NetworkRequest& request,
               KindResult& result, Threads& threads) {
    auto cited =
        graph::party_citations(citation_graph(snapshot), source.names->size(), *source.groups,
                               request.counting == TieCounting::newman ? graph::CitationCounting::fractional
                                                                       : graph::CitationCounting::full,
                               threads);
    result.self_citations = cited.self_citations;
    result.without_party = cited.without_party;
    AllTies ties{std::move(cited.graph), {}, {cited.own.begin(), cited.own.end()}};
    ties.documents.resize(source.names->size());
    std::vector<std::uint32_t> members;
    for (std::size_t node = 0; node < source.groups->size(); ++node) {
        members.assign((*source.groups)[node].begin(), (*source.groups)[node].end());
        std::ranges::sort(members);
        members.erase(std::ranges::unique(members).begin(), members.end());
        std::ranges::for_each(members, [&](std::uint32_t party) { ++ties.documents[party]; });
    }
    return ties;
}

AllTies coupled(const store::Snapshot& snapshot, const NetworkRequest& request, KindResult& result,
                Threads& threads) {
    const auto graph = citation_graph(snapshot);
    graph::CouplingOptions options;
    options.weight = request.counting == TieCounting::cosine    ? graph::CouplingWeight::cosine
                     : request.counting == TieCounting::jaccard ? graph::CouplingWeight::jaccard
                                                                : graph::CouplingWeight::count;
    const bool same_references = request.kind == NetworkKind::coupling;
    auto couples =
        graph::couple(graph, same_references ? graph::Coupling::bibliographic : graph::Coupling::co_citation,
                      options, threads);
    result.left_out = couples.left_out;
    AllTies ties{std::move(couples.graph), {}, {}};
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        ties.documents.push_back((same_references ? graph.cited : graph.citing).count(node));
    }
    return ties;
}

/// A network, and what its nodes are in the snapshot.
struct Chosen {
    NamedTies ties;
    std::vector<NodeId> of;
};

/// The ties that are heavy enough, and the nodes they leave: documents as they are, others by name.
template <typename Name>
Chosen heavy_ties(const AllTies& all, double least, bool by_name, Name name_of, Threads& threads) {
    Chosen chosen;
    std::vector<graph::WeightedEdge> edges;
    const auto view = all.graph.view();
    std::vector<std::uint8_t> tied(view.nodes());
    for (NodeId node = 0; node < view.nodes(); ++node) {
        for (std::size_t i = 0; i < view.neighbours.count(node); ++i) {
            const auto other = view.neighbours[node][i];
            const auto weight = view.weights_of(node)[i];
            if ((view.directed || node < other) && weight >= least) {
                edges.push_back({node, other, weight});
                tied[node] = tied[other] = 1;
            }
        }
    }
    std::vector<std::pair<std::string, NodeId>> order;
    for (NodeId node = 0; node < view.nodes(); ++node) {
        if (tied[node] != 0) {
            order.emplace_back(name_of(node), node);
        }
    }
    if (by_name) {
        std::ranges::sort(order); // the order of ids comes from the names alone
    }
    std::vector<NodeId> place(view.nodes());
    for (auto& [name, node] : order) {
        place[node] = static_cast<NodeId>(chosen.of.size());
        chosen.of.push_back(node);
        chosen.ties.ids.push_back(std::move(name));
        chosen.ties.documents.push_back(all.documents[node]);
        if (!all.own.empty()) {
            chosen.ties.own.push_back(all.own[node]);
        }
    }
    for (auto& edge : edges) {
        edge.from = place[edge.from];
        edge.to = place[edge.to];
    }
    chosen.ties.graph =
        std::move(graph::build_weighted(chosen.of.size(), edges, view.directed, threads).graph);
    return chosen;
}

/// The documents around one, with the citations among them.
Chosen cited_around(const store::Snapshot& snapshot, const NetworkRequest& request, Threads& threads) {
    if (request.centre.empty()) {
        throw UsageError(Sentence{"引用网络须给出中心文献", "a network of citations needs a centre"});
    }
    const auto centre = snapshot.find(request.centre);
    if (!centre) {
        throw UsageError(sentence("没有号码为“{}”的文献", "there is no document `{}`", request.centre));
    }
    const auto graph = citation_graph(snapshot);
    const std::array<Lists, 2> ways{graph.cited, graph.citing};
    const std::array<NodeId, 1> centres{*centre};
    const auto found =
        graph::neighbourhood(ways, centres, {request.hops, std::numeric_limits<std::size_t>::max()});
    std::vector<std::size_t> order(found.nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t at) { return found.nodes[at]; });
    Chosen chosen;
    for (const auto at : order) {
        chosen.of.push_back(found.nodes[at]);
        chosen.ties.ids.push_back(snapshot.number(found.nodes[at]));
        chosen.ties.documents.push_back(graph.citing.count(found.nodes[at]));
        chosen.ties.hops.push_back(found.hops[at]);
    }
    std::vector<graph::WeightedEdge> edges;
    for (NodeId at = 0; at < chosen.of.size(); ++at) {
        for (const auto other : graph.cited[chosen.of[at]]) {
            const auto place = std::ranges::lower_bound(chosen.of, other);
            if (place != chosen.of.end() && *place == other) {
                edges.push_back({at, static_cast<NodeId>(place - chosen.of.begin()), 1});
            }
        }
    }
    chosen.ties.graph = std::move(graph::build_weighted(chosen.of.size(), edges, true, threads).graph);
    return chosen;
}

void check_counting(const NetworkRequest& request) {
    const bool coupling = request.kind == NetworkKind::coupling || request.kind == NetworkKind::co_citation;
    const bool of_coupling =
        request.counting == TieCounting::cosine || request.counting == TieCounting::jaccard;
    const bool known =
        request.counting == TieCounting::full || (of_coupling ? coupling : !of_documents(request.kind));
    if (!known) {
        throw UsageError(Sentence{"newman 用于申请人、发明人、分类；cosine、jaccard 用于文献耦合与共被引",
                                  "newman goes with applicants, inventors and classes; cosine and jaccard "
                                  "with coupling and co-citation"});
    }
}

/// What lies around the centre; nodes keep their order.
void keep_around(Chosen& chosen, const NetworkRequest& request, Threads& threads) {
    auto part = around(chosen.ties, request.centre, request.hops, threads);
    std::vector<NodeId> inside;
    for (std::size_t at = 0; at < chosen.of.size() && inside.size() < part.ids.size(); ++at) {
        if (chosen.ties.ids[at] == part.ids[inside.size()]) {
            inside.push_back(chosen.of[at]);
        }
    }
    chosen = {std::move(part), std::move(inside)};
}

Chosen choose(const store::Snapshot& snapshot, const NetworkSource& source, const NetworkRequest& request,
              KindResult& result, Threads& threads) {
    if (request.kind == NetworkKind::citations) {
        return cited_around(snapshot, request, threads);
    }
    const bool documents = of_documents(request.kind);
    const auto all = documents        ? coupled(snapshot, request, result, threads)
                     : request.citing ? citing(snapshot, source, request, result, threads)
                                      : together(source, request, threads);
    auto chosen = heavy_ties(
        all, request.least, !documents,
        [&](NodeId node) { return documents ? snapshot.number(node) : std::string{(*source.names)[node]}; },
        threads);
    if (!request.centre.empty()) {
        keep_around(chosen, request, threads);
    }
    return chosen;
}

} // namespace

KindResult make_network(const store::Snapshot& snapshot, const NetworkRequest& request, Threads& threads,
                        Lang lang, const ClassTitles& titles) {
    check_counting(request);
    const auto& columns = snapshot.columns();
    const auto source = source_of(columns, request.kind);
    const bool documents = of_documents(request.kind);
    if (!documents && source.names->size() == 0) {
        throw DataError(Sentence{fmt::format("数据中没有{}", source.text.zh),
                                 fmt::format("the data hold no {}", source.text.en)});
    }
    KindResult result;
    auto chosen = choose(snapshot, source, request, result, threads);
    chosen.ties.name = source.key + (request.citing ? " citing" : "");
    const auto names = chosen.ties.ids;
    const auto leading = [&](const std::vector<NodeId>& nodes) {
        constexpr std::size_t most = 3;
        if (documents) {
            std::vector<NodeId> members;
            for (const auto node : nodes) {
                members.push_back(chosen.of[node]);
            }
            return detail::leading(members, columns.classes, columns.class_names, titles, lang);
        }
        std::string text;
        for (std::size_t i = 0; i < std::min(most, nodes.size()); ++i) {
            text += i == 0 ? "" : lang == Lang::zh ? "；" : "; ";
            text +=
                request.kind == NetworkKind::classes ? with_title(names[nodes[i]], titles) : names[nodes[i]];
        }
        return text;
    };
    result.measured = measure_network(std::move(chosen.ties), request.seed, leading, threads, lang);
    return result;
}

} // namespace longmen::service
