// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that grow as values come, and edges of two kinds made one.
#include <longmen/graph/detail/network_builder.hpp>

#include <longmen/base/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace longmen::graph::detail {
namespace {

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
    text.remove_prefix(text.size() > 1 && text[0] == '+' && text[1] != '-' ? 1 : 0);
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return number;
}

} // namespace

std::optional<NetworkValue> parse_value(std::string_view text, NetworkType type) {
    if (type == NetworkType::text) {
        return NetworkValue{std::string{text}};
    }
    const auto word = trim(text);
    if (type == NetworkType::yes_no) {
        if (word == "true" || word == "1") {
            return NetworkValue{true};
        }
        return word == "false" || word == "0" ? std::optional<NetworkValue>{false} : std::nullopt;
    }
    if (type == NetworkType::integer) {
        const auto number = parse_number<std::int64_t>(word);
        return number ? std::optional<NetworkValue>{*number} : std::nullopt;
    }
    const auto number = parse_number<double>(word);
    if (!number || std::isinf(*number)) {
        return std::nullopt;
    }
    return std::isnan(*number) ? NetworkValue{} : NetworkValue{*number};
}

std::size_t NetworkBuilder::Columns::add(const std::string& name, NetworkType type) {
    const auto taken = [&](const std::string& candidate) {
        return candidate.empty() || std::ranges::count(reserved_, candidate) > 0 ||
               std::ranges::count(columns_, candidate, &NetworkColumn::name) > 0;
    };
    auto free = name;
    for (int number = 2; taken(free); ++number) {
        free = fmt::format("{}_{}", name, number);
    }
    columns_.push_back({std::move(free), type, {}});
    return columns_.size() - 1;
}

void NetworkBuilder::Columns::set(std::size_t column, std::size_t row, NetworkValue value) {
    auto& values = columns_[column].values;
    values.resize(std::max(values.size(), row + 1));
    values[row] = std::move(value);
}

void NetworkBuilder::Columns::fill(std::size_t column, std::size_t rows, const NetworkValue& value) {
    auto& values = columns_[column].values;
    values.resize(rows);
    for (auto& each : values) {
        if (each.index() == 0) {
            each = value;
        }
    }
}

std::vector<NetworkColumn> NetworkBuilder::Columns::take(std::size_t rows) {
    for (auto& column : columns_) {
        column.values.resize(rows);
    }
    return std::move(columns_);
}

bool NetworkBuilder::add_node(std::string id) {
    if (!nodes_.emplace(id, static_cast<NodeId>(nodes_.size())).second) {
        return false;
    }
    result_.network.ids.push_back(std::move(id));
    return true;
}

std::optional<NodeId> NetworkBuilder::find_node(const std::string& id) const {
    const auto found = nodes_.find(id);
    return found == nodes_.end() ? std::nullopt : std::optional{found->second};
}

void NetworkBuilder::set_label(std::size_t node, std::string label) {
    auto& labels = result_.network.labels;
    labels.resize(std::max(labels.size(), node + 1));
    labels[node] = std::move(label);
}

std::optional<std::size_t> NetworkBuilder::first_without_weight() const {
    const auto without = std::ranges::find_if(edges_, [](const Edge& edge) { return !edge.weight; });
    const bool any = std::ranges::any_of(edges_, [](const Edge& edge) { return edge.weight.has_value(); });
    if (!any || without == edges_.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(without - edges_.begin());
}

void NetworkBuilder::not_read(std::string property) {
    if (std::ranges::count(result_.not_read, property) == 0) {
        result_.not_read.push_back(std::move(property));
    }
}

void NetworkBuilder::take_edges() {
    auto& network = result_.network;
    const auto directed = std::ranges::count_if(edges_, &Edge::directed);
    const auto all = static_cast<std::ptrdiff_t>(edges_.size());
    const bool mixed = directed > 0 && directed < all;
    network.directed = all == 0 ? network.directed : directed > 0;
    const bool weighted =
        std::ranges::any_of(edges_, [](const Edge& edge) { return edge.weight.has_value(); });
    auto columns = edge_columns.take(edges_.size());
    for (const auto& column : columns) {
        network.edge_columns.push_back({column.name, column.type, {}});
    }
    const auto put = [&](std::size_t row, NodeId from, NodeId to) {
        network.edges.push_back({from, to});
        if (weighted) {
            network.weights.push_back(edges_[row].weight.value_or(1));
        }
        for (std::size_t at = 0; at < columns.size(); ++at) {
            network.edge_columns[at].values.push_back(columns[at].values[row]); // an edge may become two arcs
        }
    };
    for (std::size_t row = 0; row < edges_.size(); ++row) {
        const auto& edge = edges_[row];
        put(row, edge.from, edge.to);
        if (mixed && !edge.directed) {
            ++result_.edges_as_two_arcs;
            if (edge.from != edge.to) {
                put(row, edge.to, edge.from);
            }
        }
    }
}

ReadNetwork NetworkBuilder::finish() {
    auto& network = result_.network;
    if (!network.labels.empty()) {
        network.labels.resize(network.ids.size());
    }
    network.node_columns = node_columns.take(network.ids.size());
    take_edges();
    return std::move(result_);
}

} // namespace longmen::graph::detail
