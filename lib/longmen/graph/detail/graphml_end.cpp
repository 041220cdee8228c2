// SPDX-License-Identifier: GPL-3.0-or-later
// Values to their places; at the end of the file, defaults and the ends of edges.
#include <longmen/graph/detail/graphml_reader.hpp>

namespace longmen::graph::detail {
namespace {

bool is_label(const auto& key) {
    return key.name == "label" && key.type == NetworkType::text;
}

bool is_weight(const auto& key) {
    return key.name == "weight" && (key.type == NetworkType::number || key.type == NetworkType::integer);
}

double as_number(const NetworkValue& value) {
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value);
}

} // namespace

void GraphmlReader::set_node(Key& key, std::size_t node, NetworkValue value) {
    if (is_label(key)) {
        builder_.set_label(node, std::get<std::string>(std::move(value)));
        return;
    }
    if (!key.node_column) {
        key.node_column = builder_.node_columns.add(key.name, key.type);
    }
    builder_.node_columns.set(*key.node_column, node, std::move(value));
}

void GraphmlReader::set_edge(Key& key, std::size_t edge, NetworkValue value) {
    if (is_weight(key)) {
        if (value.index() != 0) {
            edges_[edge].weight = as_number(value);
        }
        return;
    }
    if (!key.edge_column) {
        key.edge_column = builder_.edge_columns.add(key.name, key.type);
    }
    builder_.edge_columns.set(*key.edge_column, edge, std::move(value));
}

void GraphmlReader::declare(Key& key) {
    if (key.of_node && !key.of_edge && !is_label(key)) {
        key.node_column = builder_.node_columns.add(key.name, key.type);
    } else if (key.of_edge && !key.of_node && !is_weight(key)) {
        key.edge_column = builder_.edge_columns.add(key.name, key.type);
    }
}

void GraphmlReader::label_by_standard(std::size_t node) {
    for (const auto& [id, key] : keys_) {
        if (is_label(key) && key.of_node && key.standard) {
            builder_.set_label(node, std::get<std::string>(*key.standard));
        }
    }
}

void GraphmlReader::tie_edges() {
    std::optional<double> standard_weight;
    for (const auto& [id, key] : keys_) {
        if (is_weight(key) && key.of_edge && key.standard && key.standard->index() != 0) {
            standard_weight = as_number(*key.standard);
        }
    }
    for (const auto& edge : edges_) {
        const auto from = builder_.find_node(edge.source);
        const auto to = builder_.find_node(edge.target);
        if (!from || !to) {
            fail(sentence("边的一端“{}”不是已有节点", "an edge ends at `{}`, which is no node",
                          from ? edge.target : edge.source),
                 edge.line);
        }
        builder_.add_edge(*from, *to, edge.directed);
        if (const auto weight = edge.weight ? edge.weight : standard_weight) {
            builder_.set_weight(builder_.edges() - 1, *weight);
        }
    }
}

void GraphmlReader::apply_standards() {
    for (auto& [id, key] : keys_) {
        if (!key.standard) {
            continue;
        }
        if (key.of_node && !is_label(key)) {
            key.node_column =
                key.node_column ? key.node_column : builder_.node_columns.add(key.name, key.type);
            builder_.node_columns.fill(*key.node_column, builder_.nodes(), *key.standard);
        }
        if (key.of_edge && !is_weight(key)) {
            key.edge_column =
                key.edge_column ? key.edge_column : builder_.edge_columns.add(key.name, key.type);
            builder_.edge_columns.fill(*key.edge_column, builder_.edges(), *key.standard);
        }
    }
}

} // namespace longmen::graph::detail
