// SPDX-License-Identifier: GPL-3.0-or-later
// Checks, and graphs turned into networks.
#include <longmen/graph/network.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <set>
#include <unordered_set>

namespace longmen::graph {
namespace {

void check_text(std::string_view text) {
    if (!is_valid_utf8(text)) {
        throw UsageError(
            sentence("网络中有非 UTF-8 文本：{}", "text in the network is not UTF-8: {}", hash_hex(text)));
    }
}

bool fits(const NetworkValue& value, NetworkType type) {
    switch (type) {
    case NetworkType::yes_no:
        return value.index() == 0 || std::holds_alternative<bool>(value);
    case NetworkType::integer:
        return value.index() == 0 || std::holds_alternative<std::int64_t>(value);
    case NetworkType::number:
        return value.index() == 0 ||
               (std::holds_alternative<double>(value) && std::isfinite(std::get<double>(value)));
    case NetworkType::text:
        return value.index() == 0 || std::holds_alternative<std::string>(value);
    }
    return false;
}

void check_columns(const std::vector<NetworkColumn>& columns, std::size_t size,
                   std::initializer_list<std::string_view> taken) {
    std::set<std::string_view> names{taken};
    for (const auto& column : columns) {
        check_text(column.name);
        if (column.name.empty() || !names.insert(column.name).second) {
            throw UsageError(sentence(
                "网络的属性名“{}”为空、重复或为保留名",
                "the name `{}` of a network's property is empty, used twice or reserved", column.name));
        }
        if (column.values.size() != size) {
            throw UsageError(sentence("属性“{}”有 {} 个值，应有 {} 个",
                                      "property `{}` has {} values instead of {}", column.name,
                                      column.values.size(), size));
        }
        for (const auto& value : column.values) {
            if (!fits(value, column.type)) {
                throw UsageError(sentence("属性“{}”有与其类型不符或非有限的值",
                                          "property `{}` has a value that is not of its type, or not finite",
                                          column.name));
            }
            if (const auto* text = std::get_if<std::string>(&value)) {
                check_text(*text);
            }
        }
    }
}

void check_nodes(const Network& network) {
    std::unordered_set<std::string_view> ids;
    for (const auto& id : network.ids) {
        check_text(id);
        if (id.empty() || !ids.insert(id).second) {
            throw UsageError(
                sentence("节点标识“{}”为空或重复", "the id `{}` of a node is empty or used twice", id));
        }
    }
    if (!network.labels.empty() && network.labels.size() != network.ids.size()) {
        throw UsageError(sentence("节点有 {} 个，标签有 {} 个", "there are {} nodes but {} labels",
                                  network.ids.size(), network.labels.size()));
    }
    std::ranges::for_each(network.labels, check_text);
}

} // namespace

void check_network(const Network& network) {
    check_text(network.name);
    check_nodes(network);
    const auto nodes = network.ids.size();
    if (std::ranges::any_of(network.edges, [&](const auto& e) { return e.from >= nodes || e.to >= nodes; })) {
        throw UsageError(sentence("有边指向 {} 个节点之外", "an edge ends outside the {} nodes", nodes));
    }
    if (!network.weights.empty() &&
        (network.weights.size() != network.edges.size() ||
         !std::ranges::all_of(network.weights, [](double weight) { return std::isfinite(weight); }))) {
        throw UsageError(sentence("{} 条边的权重须各有一个有限值",
                                  "each of {} edges must have a finite weight", network.edges.size()));
    }
    check_columns(network.node_columns, nodes, {"id", "label"});
    check_columns(network.edge_columns, network.edges.size(), {"source", "target", "weight"});
}

Network network_of(const WeightedGraph& graph, std::vector<std::string> ids) {
    if (ids.size() != graph.nodes()) {
        throw UsageError(sentence("图有 {} 个节点，而标识有 {} 个",
                                  "the graph has {} nodes, but there are {} ids", graph.nodes(), ids.size()));
    }
    Network network;
    network.directed = graph.directed;
    network.ids = std::move(ids);
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        const auto neighbours = graph.neighbours[node];
        for (std::size_t i = 0; i < neighbours.size(); ++i) {
            if (graph.directed || node < neighbours[i]) {
                network.edges.push_back({static_cast<NodeId>(node), neighbours[i]});
                network.weights.push_back(graph.weights_of(node)[i]);
            }
        }
    }
    return network;
}

std::vector<WeightedEdge> weighted_edges(const Network& network) {
    std::vector<WeightedEdge> edges;
    edges.reserve(network.edges.size());
    for (std::size_t at = 0; at < network.edges.size(); ++at) {
        edges.push_back({network.edges[at].from, network.edges[at].to,
                         network.weights.empty() ? 1.0 : network.weights[at]});
    }
    return edges;
}

} // namespace longmen::graph
