// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs of a snapshot to tables and networks.
#include <longmen/base/date.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/betweenness.hpp>
#include <longmen/graph/co_occurrence.hpp>
#include <longmen/graph/communities.hpp>
#include <longmen/graph/constraint.hpp>
#include <longmen/graph/k_core.hpp>
#include <longmen/graph/strength.hpp>
#include <longmen/report/path_drawing.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/detail/rows_in_order.hpp>
#include <longmen/service/networks.hpp>
#include <longmen/service/snapshot.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>

namespace longmen::service {
namespace {

graph::Network named_network(std::string name, bool directed) {
    graph::Network network;
    network.name = std::move(name);
    network.directed = directed;
    return network;
}

std::string day_text(const store::Snapshot& snapshot, NodeId node) {
    const auto day = snapshot.columns().day[node];
    if (day == unknown_day) {
        return {};
    }
    const bool year = !snapshot.columns().year_only.empty() && snapshot.columns().year_only[node] != 0;
    return Date::from_days(day, year ? DatePrecision::year : DatePrecision::day).iso();
}

constexpr std::size_t exact_betweenness = 3000;  ///< nodes up to which all sources are followed
constexpr std::size_t betweenness_sample = 1000; ///< sources beyond

std::optional<double> value_of(const Measured<double>& value) {
    return value.defined() ? std::optional{value.value()} : std::nullopt;
}

Cell number_cell(const std::optional<double>& value) {
    return value ? Cell{Decimal{*value, 6, 4}} : Cell{};
}

/// Where the members of a network come from.
struct NetworkSource {
    const store::TextColumn* names = nullptr;
    const Lists* groups = nullptr;
    std::string key;
    Text text;
};
NetworkSource source_of(const store::SnapshotColumns& columns, NetworkKind kind) {
    switch (kind) {
    case NetworkKind::applicants:
        return {&columns.applicant_names, &columns.applicants, "applicants", {"申请人", "applicants"}};
    case NetworkKind::inventors:
        return {&columns.inventor_names, &columns.inventors, "inventors", {"发明人", "inventors"}};
    case NetworkKind::classes:
        break;
    }
    return {&columns.class_names, &columns.classes, "classes", {"分类号", "classes"}};
}

/// Numbers of the parts that hang together, the larger first, equal ones by their first node.
std::vector<std::size_t> parts_of(const std::vector<NodeId>& nodes, const std::vector<Arc>& arcs) {
    std::vector<std::size_t> root(nodes.size());
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto find = [&](std::size_t at) {
        while (root[at] != at) {
            at = root[at] = root[root[at]];
        }
        return at;
    };
    const auto place = [&](NodeId node) {
        return static_cast<std::size_t>(std::ranges::lower_bound(nodes, node) - nodes.begin());
    };
    for (const auto& arc : arcs) {
        const auto a = find(place(arc.citing));
        const auto b = find(place(arc.cited));
        root[std::max(a, b)] = std::min(a, b);
    }
    std::map<std::size_t, std::size_t> sizes;
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        ++sizes[find(at)];
    }
    std::vector<std::pair<std::size_t, std::size_t>> order; // size, root
    for (const auto& [first, size] : sizes) {
        order.emplace_back(size, first);
    }
    std::ranges::sort(order, [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::map<std::size_t, std::size_t> numbers;
    for (const auto& [size, first] : order) {
        numbers.emplace(first, numbers.size() + 1);
    }
    std::vector<std::size_t> parts;
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        parts.push_back(numbers.at(find(at)));
    }
    return parts;
}

} // namespace

void write_arc_weights(const store::Snapshot& snapshot, graph::PathWeight weight, char separator,
                       Threads& threads, const std::function<void(std::string_view)>& sink) {
    const auto graph = citation_graph(snapshot);
    const auto counts = graph::count_paths(graph, graph::find_topology(graph, threads), weight, threads);
    sink(std::string{"cited"} + separator + "citing" + separator + "weight\n");
    detail::rows_in_order(graph.nodes(), threads, sink, [&](std::string& text, std::size_t node) {
        const auto citing = graph.cited.count(node) > 0 ? snapshot.number(static_cast<NodeId>(node)) : "";
        for (auto arc = graph.cited.offsets[node]; arc < graph.cited.offsets[node + 1]; ++arc) {
            text += snapshot.number(graph.cited.items[arc]) + separator + citing + separator +
                    counts.weights.text(arc) + '\n';
        }
    });
}

graph::MainPathOptions read_main_path(const std::string& text) {
    constexpr std::string_view key_route = "key-route=";
    graph::MainPathOptions options;
    if (text == "local") {
        options.kind = graph::MainPathKind::local_forward;
        return options;
    }
    if (text == "global") {
        options.kind = graph::MainPathKind::global;
        return options;
    }
    options.kind = graph::MainPathKind::key_route_global;
    if (text.starts_with(key_route)) {
        const auto* begin = text.data() + key_route.size();
        const auto* end = text.data() + text.size();
        const auto [last, error] = std::from_chars(begin, end, options.key_routes);
        if (error == std::errc{} && last == end && options.key_routes > 0) {
            return options;
        }
    }
    throw UsageError(sentence("没有主路径“{}”；应为 local、global 或 key-route=K",
                              "there is no main path `{}`; local, global or key-route=K is expected", text));
}

MainPathResult main_path(const store::Snapshot& snapshot, const graph::MainPathOptions& options,
                         graph::PathWeight weight, bool drawn, Threads& threads, Lang lang) {
    const auto graph = citation_graph(snapshot);
    const auto topology = graph::find_topology(graph, threads);
    const auto counts = graph::count_paths(graph, topology, weight, threads);
    const auto paths = graph::main_paths(graph, topology, counts, options);
    std::vector<Arc> arcs;
    std::vector<std::string> weights;
    const auto take = [&](ArcId position) {
        const auto after = std::ranges::upper_bound(graph.cited.offsets, position);
        arcs.push_back(
            {static_cast<NodeId>(after - graph.cited.offsets.begin() - 1), graph.cited.items[position]});
        weights.push_back(counts.weights.text(position));
    };
    std::ranges::for_each(paths.arcs, take);
    std::ranges::for_each(paths.inside, take);
    const auto parts = parts_of(paths.nodes, arcs);
    MainPathResult result;
    result.table = table_with({{"path", {"路径", "Path"}},
                               {"position", {"位置", "Position"}},
                               {"number", {"号码", "Number"}},
                               {"day", {"日期", "Day"}}},
                              lang);
    std::vector<std::size_t> order(paths.nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t at) { return parts[at]; });
    std::size_t position = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto at = order[i];
        position = i > 0 && parts[order[i - 1]] == parts[at] ? position + 1 : 1;
        result.table.rows.push_back({count_cell(parts[at]), count_cell(position),
                                     snapshot.number(paths.nodes[at]),
                                     text_cell(day_text(snapshot, paths.nodes[at]))});
    }
    result.network = named_network("main path", true);
    graph::NetworkColumn days{"day", graph::NetworkType::text, {}};
    graph::NetworkColumn path{"path", graph::NetworkType::integer, {}};
    for (std::size_t at = 0; at < paths.nodes.size(); ++at) {
        result.network.ids.push_back(snapshot.number(paths.nodes[at]));
        const auto day = day_text(snapshot, paths.nodes[at]);
        days.values.push_back(day.empty() ? graph::NetworkValue{} : graph::NetworkValue{day});
        path.values.emplace_back(static_cast<std::int64_t>(parts[at]));
    }
    graph::NetworkColumn counted{"paths", graph::NetworkType::text,
                                 std::vector<graph::NetworkValue>(weights.begin(), weights.end())};
    for (const auto& arc : arcs) { // with the flow of knowledge: from the cited to the citing
        const auto place = [&](NodeId node) {
            return static_cast<NodeId>(std::ranges::lower_bound(paths.nodes, node) - paths.nodes.begin());
        };
        result.network.edges.push_back({place(arc.cited), place(arc.citing)});
    }
    result.network.node_columns = {std::move(days), std::move(path)};
    result.network.edge_columns = {std::move(counted)};
    if (drawn) {
        std::vector<report::DrawnDocument> documents;
        for (std::size_t at = 0; at < paths.nodes.size(); ++at) {
            const auto day = graph.day[paths.nodes[at]];
            documents.push_back({result.network.ids[at],
                                 day == unknown_day ? std::nullopt : std::optional<int>{day}, parts[at]});
        }
        std::vector<report::DrawnCitation> citations;
        for (const auto& edge : result.network.edges) {
            citations.push_back({edge.from, edge.to});
        }
        result.svg = report::draw_path(documents, citations, lang);
    }
    return result;
}

NetworkResult make_network(const store::Snapshot& snapshot, const NetworkRequest& request, Threads& threads,
                           Lang lang) {
    const auto& columns = snapshot.columns();
    const auto source = source_of(columns, request.kind);
    const auto& names = *source.names;
    const auto& groups = *source.groups;
    if (names.size() == 0) {
        throw DataError(Sentence{fmt::format("数据中没有{}", source.text.zh),
                                 fmt::format("the data hold no {}", source.text.en)});
    }
    graph::CoOccurrenceOptions options;
    options.counting = request.newman ? graph::PairCounting::newman : graph::PairCounting::full;
    const auto met = graph::co_occurrence(names.size(), groups, options, threads);
    std::vector<graph::WeightedEdge> edges;
    const auto all = met.graph.view();
    for (NodeId node = 0; node < all.nodes(); ++node) {
        for (std::size_t i = 0; i < all.neighbours.count(node); ++i) {
            const auto other = all.neighbours[node][i];
            const auto weight = all.weights_of(node)[i];
            if (node < other && weight >= static_cast<double>(request.least)) {
                edges.push_back({node, other, weight});
            }
        }
    }
    std::vector<NodeId> kept;
    for (const auto& edge : edges) {
        kept.insert(kept.end(), {edge.from, edge.to});
    }
    std::ranges::sort(kept);
    kept.erase(std::ranges::unique(kept).begin(), kept.end());
    std::ranges::sort(kept, {}, [&](NodeId node) { return names[node]; }); // ids come from the names alone
    std::vector<NodeId> place(names.size());
    for (NodeId at = 0; at < kept.size(); ++at) {
        place[kept[at]] = at;
    }
    for (auto& edge : edges) {
        edge.from = place[edge.from];
        edge.to = place[edge.to];
    }
    const auto built = graph::build_weighted(kept.size(), edges, false, threads);
    const auto view = built.graph.view();
    const auto communities = graph::find_communities(view, {1, request.seed});
    const auto cores = graph::core_numbers(view.neighbours);
    const auto strength = graph::strengths(view);
    const auto between =
        graph::betweenness(view.neighbours, false,
                           {kept.size() > exact_betweenness ? betweenness_sample : 0, request.seed}, threads);
    const auto constraints = graph::constraint(view, threads);
    const auto share_between = [&](NodeId at) { return value_of(between.share(at)); };
    std::vector<std::string> ids;
    for (const auto node : kept) {
        ids.emplace_back(names[node]);
    }
    NetworkResult result;
    result.network = graph::network_of(view, std::move(ids));
    result.network.name = source.key;
    graph::NetworkColumn documents{"documents", graph::NetworkType::integer, {}};
    graph::NetworkColumn core{"core", graph::NetworkType::integer, {}};
    graph::NetworkColumn middle{"betweenness", graph::NetworkType::number, {}};
    graph::NetworkColumn constrained{"constraint", graph::NetworkType::number, {}};
    graph::NetworkColumn community{"community", graph::NetworkType::integer, {}};
    for (NodeId at = 0; at < kept.size(); ++at) {
        documents.values.emplace_back(static_cast<std::int64_t>(met.groups[kept[at]]));
        core.values.emplace_back(static_cast<std::int64_t>(cores[at]));
        const auto as_value = [](const std::optional<double>& value) {
            return value ? graph::NetworkValue{*value} : graph::NetworkValue{};
        };
        middle.values.push_back(as_value(share_between(at)));
        constrained.values.push_back(as_value(value_of(constraints[at])));
        community.values.emplace_back(static_cast<std::int64_t>(communities.of[at]) + 1);
    }
    result.nodes = table_with({{"name", {"名称", "Name"}},
                               {"documents", {"文献", "Documents"}},
                               {"partners", {"伙伴", "Partners"}},
                               {"strength", {"联系强度", "Strength"}},
                               {"core", {"核数", "Core"}},
                               {"betweenness", {"中介度", "Betweenness"}},
                               {"constraint", {"约束度", "Constraint"}},
                               {"community", {"社群", "Community"}}},
                              lang);
    std::vector<NodeId> order(kept.size());
    std::iota(order.begin(), order.end(), NodeId{0});
    std::ranges::stable_sort(order, std::greater<>{}, [&](NodeId at) { return strength.out[at]; });
    for (const auto at : order) {
        result.nodes.rows.push_back(
            {result.network.ids[at], count_cell(met.groups[kept[at]]), count_cell(view.neighbours.count(at)),
             Decimal{strength.out[at], 6, 2}, count_cell(cores[at]), number_cell(share_between(at)),
             number_cell(value_of(constraints[at])), count_cell(communities.of[at] + std::size_t{1})});
    }
    result.network.node_columns = {std::move(documents), std::move(core), std::move(middle),
                                   std::move(constrained), std::move(community)};
    result.error = between.error;
    result.communities = communities.size.size();
    result.modularity = communities.modularity.defined() ? communities.modularity.value() : 0;
    return result;
}

} // namespace longmen::service
