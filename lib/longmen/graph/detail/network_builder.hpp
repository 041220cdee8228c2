// SPDX-License-Identifier: GPL-3.0-or-later
// A network put together while a file is read.
#pragma once

#include <longmen/graph/network.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace longmen::graph::detail {

/// The value a text stands for; NaN is undefined. Nothing when it is none of the type, or infinite.
[[nodiscard]] std::optional<NetworkValue> parse_value(std::string_view text, NetworkType type);

class NetworkBuilder {
    struct Edge {
        NodeId from, to;
        bool directed;
        std::optional<double> weight;
    };
    /// Columns in order of their first mention.
    class Columns {
        std::vector<NetworkColumn> columns_;
        std::vector<std::string> reserved_;

    public:
        explicit Columns(std::vector<std::string> reserved) : reserved_(std::move(reserved)) {}
        /// Its number; a name that is empty, reserved or taken gets the next free of `_2`, `_3` behind it.
        std::size_t add(const std::string& name, NetworkType type);
        void set(std::size_t column, std::size_t row, NetworkValue value);
        void fill(std::size_t column, std::size_t rows, const NetworkValue& value);
        std::vector<NetworkColumn> take(std::size_t rows);
    };

    ReadNetwork result_;
    std::vector<Edge> edges_;
    std::unordered_map<std::string, NodeId> nodes_;

    void take_edges();

public:
    Columns node_columns{{"id", "label"}};
    Columns edge_columns{{"source", "target", "weight"}};

    /// False when the id is taken.
    bool add_node(std::string id);
    void add_edge(NodeId from, NodeId to, bool directed) { edges_.push_back({from, to, directed, {}}); }
    [[nodiscard]] std::optional<NodeId> find_node(const std::string& id) const;
    [[nodiscard]] std::size_t nodes() const { return result_.network.ids.size(); }
    [[nodiscard]] std::size_t edges() const { return edges_.size(); }
    void set_label(std::size_t node, std::string label);
    void set_weight(std::size_t edge, double weight) { edges_[edge].weight = weight; }
    /// The first edge without a weight, when any edge has one.
    [[nodiscard]] std::optional<std::size_t> first_without_weight() const;
    void set_name(std::string name) { result_.network.name = std::move(name); }
    void not_read(std::string property);
    /// What counts as direction when there are no edges.
    void set_directed(bool directed) { result_.network.directed = directed; }
    /// The network; edges without a weight get 1 when any edge has one. The builder is empty then.
    [[nodiscard]] ReadNetwork finish();
};

} // namespace longmen::graph::detail
