// SPDX-License-Identifier: GPL-3.0-or-later
// A network with the names and properties of its nodes and edges: what goes into files and comes from them.
#pragma once

#include <longmen/graph/weighted_graph.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace longmen::graph {

/// Empty: undefined.
using NetworkValue = std::variant<std::monostate, bool, std::int64_t, double, std::string>;
enum class NetworkType : std::uint8_t { yes_no, integer, number, text };

/// A property of all nodes, or of all edges.
struct NetworkColumn {
    std::string name;
    NetworkType type = NetworkType::text;
    std::vector<NetworkValue> values; ///< of the type, or empty; numbers are finite
};

struct NetworkEdge {
    NodeId from = 0;
    NodeId to = 0;
    friend bool operator==(const NetworkEdge&, const NetworkEdge&) = default;
};

/// All text is UTF-8. Loops and parallel edges may occur.
struct Network {
    std::string name;
    bool directed = false;
    std::vector<std::string> ids;    ///< of the nodes; not empty, each once
    std::vector<std::string> labels; ///< of the nodes, or none
    std::vector<NetworkEdge> edges;
    std::vector<double> weights;             ///< of the edges, finite, or none
    std::vector<NetworkColumn> node_columns; ///< names differ, none is `id` or `label`
    std::vector<NetworkColumn> edge_columns; ///< names differ, none is `source`, `target` or `weight`
};

/// UsageError that says what is wrong with a network, when it is not as described above.
void check_network(const Network& network);

/// The network of a graph, its edges in ascending order of their ends. UsageError when `ids` do not fit.
[[nodiscard]] Network network_of(const WeightedGraph& graph, std::vector<std::string> ids);

/// Its edges with their weights, 1 where there are none.
[[nodiscard]] std::vector<WeightedEdge> weighted_edges(const Network& network);

/// Takes text piece by piece.
using TextSink = std::function<void(std::string_view)>;

/// What a format had no place for.
struct NotWritten {
    std::vector<std::string> properties;   ///< names, in the order of the network; `id`, `name` among them
    std::uint64_t characters_replaced = 0; ///< control characters written as U+FFFD
    std::uint64_t loops = 0;               ///< edges left out because they begin and end at one node
    std::uint64_t joined = 0;              ///< edges whose weight was added to another one's
};

/// What a reader made of a file.
struct ReadNetwork {
    Network network;
    std::vector<std::string> not_read;   ///< properties for which a network has no place
    std::uint64_t edges_as_two_arcs = 0; ///< in a file with both kinds: edges without direction
};

} // namespace longmen::graph
