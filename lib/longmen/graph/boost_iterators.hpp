// SPDX-License-Identifier: GPL-3.0-or-later
// What boost_adaptor.hpp is made of: edges, and iterators over them.
#pragma once

#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/weighted_graph.hpp>

#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <span>

namespace longmen::graph {

/// A weighted graph whose `directed` is true.
struct DirectedWeighted {
    WeightedGraph graph;
};
/// A weighted graph whose `directed` is false.
struct UndirectedWeighted {
    WeightedGraph graph;
};

template <typename Graph>
concept BoostWeighted = std::same_as<Graph, DirectedWeighted> || std::same_as<Graph, UndirectedWeighted>;
template <typename Graph>
concept BoostBidirectional = std::same_as<Graph, CitationGraph> || std::same_as<Graph, UndirectedWeighted>;
template <typename Graph>
concept BoostModel = BoostWeighted<Graph> || BoostBidirectional<Graph>;
template <typename Graph>
inline constexpr bool is_undirected = std::same_as<Graph, UndirectedWeighted>;

[[nodiscard]] inline const Lists& lists_of(const CitationGraph& graph) {
    return graph.cited;
}
[[nodiscard]] inline const Lists& lists_of(const BoostWeighted auto& graph) {
    return graph.graph.neighbours;
}
[[nodiscard]] inline const Lists& backward_lists_of(const CitationGraph& graph) {
    return graph.citing;
}
[[nodiscard]] inline const Lists& backward_lists_of(const UndirectedWeighted& graph) {
    return graph.graph.neighbours;
}

/// Edges are equal when they stand at one position, whichever end an undirected one was met from.
struct BoostEdge {
    NodeId source = 0;
    NodeId target = 0;
    ArcId at = 0;
    friend bool operator==(const BoostEdge& a, const BoostEdge& b) { return a.at == b.at; }
    friend bool operator<(const BoostEdge& a, const BoostEdge& b) { return a.at < b.at; }
};

struct BoostEdgeIndex {
    using value_type = ArcId;
    using reference = ArcId;
    using key_type = BoostEdge;
    using category = boost::readable_property_map_tag;
    friend ArcId get(const BoostEdgeIndex& /*map*/, const BoostEdge& edge) { return edge.at; }
    ArcId operator[](const BoostEdge& edge) const { return edge.at; }
};

struct BoostEdgeWeight {
    using value_type = double;
    using reference = double;
    using key_type = BoostEdge;
    using category = boost::readable_property_map_tag;
    std::span<const double> weights;
    friend double get(const BoostEdgeWeight& map, const BoostEdge& edge) { return map.weights[edge.at]; }
    double operator[](const BoostEdge& edge) const { return weights[edge.at]; }
};

using BoostVertices = boost::counting_iterator<NodeId, std::random_access_iterator_tag, std::ptrdiff_t>;

/// Edges of one node, at places of a list; `Derived::make` says which edge a place is.
template <typename Derived, typename Graph>
class BoostPlaces
    : public boost::iterator_facade<Derived, BoostEdge, std::random_access_iterator_tag, BoostEdge> {
    friend class boost::iterator_core_access;
    const Graph* graph_ = nullptr;
    NodeId node_ = 0;
    std::size_t place_ = 0;

    BoostEdge dereference() const { return Derived::make(*graph_, node_, static_cast<ArcId>(place_)); }
    bool equal(const BoostPlaces& other) const { return place_ == other.place_; }
    void increment() { ++place_; }
    void decrement() { --place_; }
    void advance(std::ptrdiff_t by) { place_ += static_cast<std::size_t>(by); }
    std::ptrdiff_t distance_to(const BoostPlaces& other) const {
        return static_cast<std::ptrdiff_t>(other.place_) - static_cast<std::ptrdiff_t>(place_);
    }

public:
    BoostPlaces() = default;
    BoostPlaces(const Graph& graph, NodeId node, std::size_t place)
        : graph_(&graph), node_(node), place_(place) {}
};

template <typename Graph>
struct BoostOutEdges : BoostPlaces<BoostOutEdges<Graph>, Graph> {
    using BoostPlaces<BoostOutEdges<Graph>, Graph>::BoostPlaces;
    static BoostEdge make(const Graph& graph, NodeId node, ArcId place) {
        const auto& lists = lists_of(graph);
        const auto other = lists.items[place];
        return {node, other, is_undirected<Graph> && other < node ? position_of(lists, other, node) : place};
    }
};

template <typename Graph>
struct BoostInEdges : BoostPlaces<BoostInEdges<Graph>, Graph> {
    using BoostPlaces<BoostInEdges<Graph>, Graph>::BoostPlaces;
    static BoostEdge make(const Graph& graph, NodeId node, ArcId place) {
        const auto other = backward_lists_of(graph).items[place];
        const bool turned = is_undirected<Graph> && node < other;
        return {other, node, turned ? place : position_of(lists_of(graph), other, node)};
    }
};

/// All edges, each once: of an undirected graph from its smaller end.
template <typename Graph>
class BoostEdges
    : public boost::iterator_facade<BoostEdges<Graph>, BoostEdge, std::forward_iterator_tag, BoostEdge> {
    friend class boost::iterator_core_access;
    const Graph* graph_ = nullptr;
    NodeId node_ = 0;
    std::size_t place_ = 0;

    BoostEdge dereference() const {
        return {node_, lists_of(*graph_).items[place_], static_cast<ArcId>(place_)};
    }
    bool equal(const BoostEdges& other) const { return place_ == other.place_; }
    void increment() {
        ++place_;
        settle();
    }
    /// On to the next place that has an edge, and its node.
    void settle() {
        const auto& lists = lists_of(*graph_);
        for (; place_ < lists.items.size(); ++place_) {
            while (lists.offsets[node_ + 1] <= place_) {
                ++node_;
            }
            if (!is_undirected<Graph> || node_ < lists.items[place_]) {
                return;
            }
        }
    }

public:
    BoostEdges() = default;
    BoostEdges(const Graph& graph, std::size_t place) : graph_(&graph), place_(place) { settle(); }
};

} // namespace longmen::graph
