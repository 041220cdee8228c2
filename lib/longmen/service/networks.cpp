// SPDX-License-Identifier: GPL-3.0-or-later
// Citations of a snapshot to tables and pictures.
#include <longmen/service/networks.hpp>

#include <longmen/base/date.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/self_citations.hpp>
#include <longmen/report/path_drawing.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/detail/rows_in_order.hpp>
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

OwnCitations write_arc_weights(const store::Snapshot& snapshot, graph::PathWeight weight, char separator,
                               Threads& threads, const std::function<void(std::string_view)>& sink) {
    using indicators::Relation;
    constexpr std::size_t nodes_of_piece = std::size_t{1} << 15;
    const auto graph = citation_graph(snapshot);
    const auto& applicants = snapshot.columns().applicants;
    const auto counts = graph::count_paths(graph, graph::find_topology(graph, threads), weight, threads);
    sink(std::string{"cited"} + separator + "citing" + separator + "weight" + separator + "self\n");
    struct alignas(apart) Counted {
        OwnCitations own;
    };
    std::vector<Counted> counted(threads.count());
    detail::pieces_in_order(
        graph.nodes(), nodes_of_piece, threads, sink,
        [&](std::string& text, std::size_t begin, std::size_t end, unsigned thread) {
            auto& own = counted[thread].own;
            for (auto node = static_cast<NodeId>(begin); node < end; ++node) {
                const auto citing = graph.cited.count(node) > 0 ? snapshot.number(node) : "";
                for (auto arc = graph.cited.offsets[node]; arc < graph.cited.offsets[node + 1]; ++arc) {
                    const auto cited = graph.cited.items[arc];
                    const auto relation = applicants.size() == 0
                                              ? Relation::unknown
                                              : indicators::relation_of(applicants, node, cited);
                    own.self += relation == Relation::self ? 1 : 0;
                    own.other += relation == Relation::other ? 1 : 0;
                    own.unknown += relation == Relation::unknown ? 1 : 0;
                    text += snapshot.number(cited) + separator + citing + separator +
                            counts.weights.text(arc) + separator;
                    text += relation == Relation::self    ? "yes"
                            : relation == Relation::other ? "no"
                                                          : "unknown";
                    text += '\n';
                }
            }
        });
    OwnCitations all;
    for (const auto& each : counted) {
        all.self += each.own.self;
        all.other += each.own.other;
        all.unknown += each.own.unknown;
    }
    return all;
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

} // namespace longmen::service
