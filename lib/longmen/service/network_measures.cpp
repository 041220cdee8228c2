// SPDX-License-Identifier: GPL-3.0-or-later
// Every measure is a kernel of the graph module; here they meet in tables.
#include <longmen/service/network_measures.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/assortativity.hpp>
#include <longmen/graph/betweenness.hpp>
#include <longmen/graph/clustering.hpp>
#include <longmen/graph/communities.hpp>
#include <longmen/graph/components.hpp>
#include <longmen/graph/constraint.hpp>
#include <longmen/graph/k_core.hpp>
#include <longmen/graph/neighbourhood.hpp>
#include <longmen/graph/strength.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/detail/network_sheet.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numeric>

namespace longmen::service {
namespace {

using detail::measured_cell;
using detail::weight_cell;

constexpr std::size_t exact_betweenness = 3000;  ///< nodes up to which all sources are followed
constexpr std::size_t betweenness_sample = 1000; ///< sources beyond

NodeId node_named(const NamedTies& ties, const std::string& name) {
    const auto found = std::ranges::find(ties.ids, name);
    if (found != ties.ids.end()) {
        return static_cast<NodeId>(found - ties.ids.begin());
    }
    constexpr std::size_t most = 5;
    std::vector<std::string> near;
    for (const auto& each : ties.ids) {
        if (near.size() < most && each.find(name) != std::string::npos) {
            near.push_back(each);
        }
    }
    if (near.empty()) {
        throw UsageError(sentence("网络中没有“{}”（没有联系的不在其中）",
                                  "`{}` is not in the network (what has no tie is not)", name));
    }
    throw UsageError(sentence("网络中没有“{}”；含有这些字的有：{}",
                              "`{}` is not in the network; names that hold it: {}", name,
                              fmt::join(near, "; ")));
}

/// Components by size, the largest 1, equal ones by their first node.
struct Parts {
    std::vector<std::size_t> of;
    std::size_t count = 0, largest = 0;
};
Parts parts_of(const graph::Lists& neighbours, Threads& threads) {
    const std::vector<Day> days(neighbours.size(), 0);
    const auto found = graph::weak_components({neighbours, neighbours, days, {}}, threads);
    std::map<NodeId, std::size_t> sizes;
    for (const auto root : found.of) {
        ++sizes[root];
    }
    std::vector<std::pair<NodeId, std::size_t>> order{sizes.begin(), sizes.end()};
    std::ranges::stable_sort(order, std::greater<>{}, &std::pair<NodeId, std::size_t>::second);
    std::map<NodeId, std::size_t> numbers;
    for (const auto& [root, size] : order) {
        numbers.emplace(root, numbers.size() + 1);
    }
    Parts parts;
    parts.count = order.size();
    parts.largest = order.empty() ? 0 : order[0].second;
    for (const auto root : found.of) {
        parts.of.push_back(numbers.at(root));
    }
    return parts;
}

/// Communities, the nodes of each the strongest first.
Table community_table(const NamedTies& ties, const graph::Communities& communities,
                      const std::vector<NodeId>& order, const Buffer<double>& strength,
                      const std::function<std::string(const std::vector<NodeId>& nodes)>& leading,
                      Lang lang) {
    auto table = table_with({{"community", {"社群", "Community"}},
                             {"nodes", {"节点", "Nodes"}},
                             {"documents", {"文献", "Documents"}},
                             {"strength", {"联系强度", "Strength"}},
                             {"leading", {"主要成员", "Leading"}}},
                            lang);
    std::vector<std::vector<NodeId>> members(communities.size.size());
    for (const auto node : order) {
        members[communities.of[node]].push_back(node);
    }
    for (std::size_t community = 0; community < members.size(); ++community) {
        std::uint64_t documents = 0;
        double total = 0;
        for (const auto node : members[community]) {
            documents += ties.documents[node];
            total += strength[node];
        }
        table.rows.push_back({count_cell(community + 1), count_cell(members[community].size()),
                              count_cell(documents), weight_cell(total),
                              text_cell(leading(members[community]))});
    }
    return table;
}

} // namespace

NamedTies around(const NamedTies& ties, const std::string& name, std::uint32_t hops, Threads& threads) {
    const auto view = ties.graph.view();
    const auto undirected = graph::without_direction(view, threads);
    const std::array<graph::Lists, 1> ways{undirected.neighbours.view()};
    const std::array<NodeId, 1> centre{node_named(ties, name)};
    const auto found = graph::neighbourhood(ways, centre, {hops, std::numeric_limits<std::size_t>::max()});
    std::vector<std::pair<NodeId, std::uint32_t>> kept; // in the order of the whole network
    for (std::size_t i = 0; i < found.nodes.size(); ++i) {
        kept.emplace_back(found.nodes[i], found.hops[i]);
    }
    std::ranges::sort(kept);
    constexpr auto outside = std::numeric_limits<NodeId>::max();
    std::vector<NodeId> place(ties.ids.size(), outside);
    NamedTies result;
    result.name = ties.name;
    for (const auto& [node, hop] : kept) {
        place[node] = static_cast<NodeId>(result.ids.size());
        result.ids.push_back(ties.ids[node]);
        result.documents.push_back(ties.documents[node]);
        result.hops.push_back(hop);
        if (!ties.own.empty()) {
            result.own.push_back(ties.own[node]);
        }
    }
    std::vector<graph::WeightedEdge> edges;
    for (const auto& [node, hop] : kept) {
        for (std::size_t i = 0; i < view.neighbours.count(node); ++i) {
            const auto other = view.neighbours[node][i];
            if (place[other] != outside && (view.directed || node < other)) {
                edges.push_back({place[node], place[other], view.weights_of(node)[i]});
            }
        }
    }
    result.graph = std::move(graph::build_weighted(kept.size(), edges, view.directed, threads).graph);
    return result;
}

MeasuredNetwork measure_network(NamedTies ties, std::uint32_t seed,
                                const std::function<std::string(const std::vector<NodeId>& nodes)>& leading,
                                Threads& threads, Lang lang) {
    const auto view = ties.graph.view();
    const auto undirected = graph::without_direction(view, threads);
    const auto flat = undirected.view();
    const auto nodes = flat.nodes();
    const auto communities = graph::find_communities(flat, {1, seed});
    const auto strength = graph::strengths(view);
    const auto both_ways = graph::strengths(flat);
    const auto between = graph::betweenness(
        view.neighbours, view.directed, {nodes > exact_betweenness ? betweenness_sample : 0, seed}, threads);
    const auto constraints = graph::constraint(flat, threads);
    const auto clusters = graph::clustering(flat.neighbours, threads);
    const auto parts = parts_of(flat.neighbours, threads);
    const auto core = graph::core_numbers(flat.neighbours);

    detail::NetworkSheet sheet{nodes, lang};
    sheet.add("documents", {"文献", "Documents"}, [&](NodeId at) { return count_cell(ties.documents[at]); });
    sheet.add("partners", {"伙伴", "Partners"},
              [&](NodeId at) { return count_cell(flat.neighbours.count(at)); });
    if (view.directed) {
        sheet.add("cites", {"引用", "Cites"}, [&](NodeId at) { return weight_cell(strength.out[at]); });
        sheet.add("cited_by", {"被引", "Cited by"}, [&](NodeId at) { return weight_cell(strength.in[at]); });
        if (!ties.own.empty()) {
            sheet.add("own", {"自引", "Own"}, [&](NodeId at) { return weight_cell(ties.own[at]); });
        }
    } else {
        sheet.add("strength", {"联系强度", "Strength"},
                  [&](NodeId at) { return weight_cell(strength.out[at]); });
    }
    sheet.add("core", {"核数", "Core"}, [&](NodeId at) { return count_cell(core[at]); });
    sheet.add("betweenness", {"中介度", "Betweenness"},
              [&](NodeId at) { return measured_cell(between.share(at)); });
    sheet.add("constraint", {"约束度", "Constraint"},
              [&](NodeId at) { return measured_cell(constraints[at]); });
    sheet.add("clustering", {"聚集系数", "Clustering"},
              [&](NodeId at) { return measured_cell(clusters.local(at)); });
    sheet.add("component", {"连通分支", "Component"}, [&](NodeId at) { return count_cell(parts.of[at]); });
    sheet.add("community", {"社群", "Community"},
              [&](NodeId at) { return count_cell(communities.of[at] + std::size_t{1}); });
    if (!ties.hops.empty()) {
        sheet.add("hops", {"步数", "Hops"}, [&](NodeId at) { return count_cell(ties.hops[at]); });
    }

    MeasuredNetwork result;
    std::vector<NodeId> order(nodes);
    std::iota(order.begin(), order.end(), NodeId{0});
    std::ranges::stable_sort(order, std::greater<>{}, [&](NodeId node) { return both_ways.out[node]; });
    result.nodes = sheet.table(ties.ids, order);
    result.communities = community_table(ties, communities, order, both_ways.out, leading, lang);
    result.summary = {nodes,
                      view.edges(),
                      parts.count,
                      parts.largest,
                      communities.size.size(),
                      communities.modularity,
                      graph::degree_assortativity(flat.neighbours),
                      clusters.mean(),
                      between.sources,
                      between.error};
    result.network = graph::network_of(view, std::move(ties.ids));
    result.network.name = ties.name;
    result.network.node_columns = sheet.take_columns();
    return result;
}

Table summary_table(const NetworkSummary& summary, Lang lang) {
    auto table = table_with({{"nodes", {"节点", "Nodes"}},
                             {"edges", {"边", "Edges"}},
                             {"components", {"连通分支", "Components"}},
                             {"giant_share", {"最大分支占比", "Share of the largest"}},
                             {"communities", {"社群", "Communities"}},
                             {"modularity", {"模块度", "Modularity"}},
                             {"assortativity", {"度同配性", "Assortativity"}},
                             {"clustering", {"平均聚集系数", "Mean clustering"}},
                             {"betweenness_sources", {"中介度起点数", "Betweenness sources"}},
                             {"betweenness_error", {"中介度误差上界", "Betweenness error"}}},
                            lang);
    const auto share =
        summary.nodes == 0
            ? Measured<double>{Undefined::zero_denominator}
            : Measured<double>{static_cast<double>(summary.giant) / static_cast<double>(summary.nodes)};
    table.rows.push_back({count_cell(summary.nodes), count_cell(summary.edges),
                          count_cell(summary.components), measured_cell(share),
                          count_cell(summary.communities), measured_cell(summary.modularity),
                          measured_cell(summary.assortativity), measured_cell(summary.clustering),
                          count_cell(summary.sources), measured_cell(Measured<double>{summary.error})});
    return table;
}

std::vector<std::string> summary_lines(const NetworkSummary& summary, Lang lang) {
    std::vector<std::string> lines;
    const auto say = [&](const Sentence& text) { lines.emplace_back(text.in(lang)); };
    const auto shown = [&](const Measured<double>& value) {
        return value.defined() ? fmt::format("{:.4f}", value.value())
                               : std::string{Text{"无定义", "undefined"}.in(lang)};
    };
    say(sentence("{} 个节点，{} 条边；{} 个社群，模块度 {}",
                 "{} nodes, {} edges; {} communities, modularity {}", summary.nodes, summary.edges,
                 summary.communities, shown(summary.modularity)));
    say(sentence("{} 个连通分支，最大的有 {} 个节点；度同配性 {}，平均聚集系数 {}",
                 "components: {}, nodes in the largest: {}; assortativity of degrees {}, mean clustering {}",
                 summary.components, summary.giant, shown(summary.assortativity), shown(summary.clustering)));
    if (summary.error > 0) {
        say(sentence("中介度由 {} 个起点抽样估计，误差（95% 置信度，全部节点同时）不超过 {:.4f}",
                     "betweenness is estimated from {} sources drawn; with 95 % confidence all are within "
                     "{:.4f}",
                     summary.sources, summary.error));
    }
    return lines;
}

} // namespace longmen::service
