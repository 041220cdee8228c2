// SPDX-License-Identifier: GPL-3.0-or-later
// Our graphs as models of the Boost.Graph concepts, nothing copied: any algorithm of Boost.Graph runs on
// them.
#pragma once

#include <longmen/graph/boost_iterators.hpp>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>

#include <cstddef>
#include <limits>
#include <type_traits>
#include <utility>

/// `CitationGraph`       VertexListGraph, EdgeListGraph, IncidenceGraph, AdjacencyGraph, BidirectionalGraph;
///                       an edge leads from the citing to the cited.
/// `DirectedWeighted`    the same without BidirectionalGraph, with `edge_weight`.
/// `UndirectedWeighted`  the same as `CitationGraph`, undirected, with `edge_weight`.
///
/// A vertex is its NodeId and `vertex_index` the id itself. `edge_index` is the position of an edge in
/// `cited.items` or `neighbours.items`; of an undirected edge that at its smaller end, so arrays by edge
/// index need `neighbours.items.size()` entries. Values by edge index (path counts, say) become a property
/// map by boost::make_iterator_property_map(values, get(boost::edge_index, graph)).
///
/// Cost        O(1) a step; O(log degree) for an edge met from its cited, or its greater, end.
/// Checked by  test_boost_adaptor (concept checks; Boost.Graph and ours agree on 500 random graphs)
namespace longmen::graph {

template <BoostModel Graph>
std::pair<BoostVertices, BoostVertices> vertices(const Graph& graph) {
    return {BoostVertices{0}, BoostVertices{static_cast<NodeId>(lists_of(graph).size())}};
}
template <BoostModel Graph>
std::size_t num_vertices(const Graph& graph) {
    return lists_of(graph).size();
}
template <BoostModel Graph>
std::pair<BoostEdges<Graph>, BoostEdges<Graph>> edges(const Graph& graph) {
    return {BoostEdges<Graph>{graph, 0}, BoostEdges<Graph>{graph, lists_of(graph).items.size()}};
}
template <BoostModel Graph>
std::size_t num_edges(const Graph& graph) {
    return lists_of(graph).items.size() / (is_undirected<Graph> ? 2 : 1);
}
template <BoostModel Graph>
NodeId source(const BoostEdge& edge, const Graph& /*graph*/) {
    return edge.source;
}
template <BoostModel Graph>
NodeId target(const BoostEdge& edge, const Graph& /*graph*/) {
    return edge.target;
}
template <BoostModel Graph>
std::pair<BoostOutEdges<Graph>, BoostOutEdges<Graph>> out_edges(NodeId node, const Graph& graph) {
    const auto& lists = lists_of(graph);
    return {BoostOutEdges<Graph>{graph, node, lists.offsets[node]},
            BoostOutEdges<Graph>{graph, node, lists.offsets[node + 1]}};
}
template <BoostModel Graph>
std::size_t out_degree(NodeId node, const Graph& graph) {
    return lists_of(graph).count(node);
}
template <BoostModel Graph>
std::pair<const NodeId*, const NodeId*> adjacent_vertices(NodeId node, const Graph& graph) {
    const auto list = lists_of(graph)[node];
    return {list.data(), list.data() + list.size()};
}

template <BoostBidirectional Graph>
std::pair<BoostInEdges<Graph>, BoostInEdges<Graph>> in_edges(NodeId node, const Graph& graph) {
    const auto& lists = backward_lists_of(graph);
    return {BoostInEdges<Graph>{graph, node, lists.offsets[node]},
            BoostInEdges<Graph>{graph, node, lists.offsets[node + 1]}};
}
template <BoostBidirectional Graph>
std::size_t in_degree(NodeId node, const Graph& graph) {
    return backward_lists_of(graph).count(node);
}
template <BoostBidirectional Graph>
std::size_t degree(NodeId node, const Graph& graph) {
    return out_degree(node, graph) + (is_undirected<Graph> ? 0 : in_degree(node, graph));
}

template <BoostModel Graph>
boost::typed_identity_property_map<NodeId> get(boost::vertex_index_t /*tag*/, const Graph& /*graph*/) {
    return {};
}
template <BoostModel Graph>
NodeId get(boost::vertex_index_t /*tag*/, const Graph& /*graph*/, NodeId node) {
    return node;
}
template <BoostModel Graph>
BoostEdgeIndex get(boost::edge_index_t /*tag*/, const Graph& /*graph*/) {
    return {};
}
template <BoostModel Graph>
ArcId get(boost::edge_index_t /*tag*/, const Graph& /*graph*/, const BoostEdge& edge) {
    return edge.at;
}
template <BoostWeighted Graph>
BoostEdgeWeight get(boost::edge_weight_t /*tag*/, const Graph& graph) {
    return {graph.graph.weights};
}
template <BoostWeighted Graph>
double get(boost::edge_weight_t /*tag*/, const Graph& graph, const BoostEdge& edge) {
    return graph.graph.weights[edge.at];
}

} // namespace longmen::graph

template <longmen::graph::BoostModel Graph>
struct boost::graph_traits<Graph> {
    using vertex_descriptor = longmen::graph::NodeId;
    using edge_descriptor = longmen::graph::BoostEdge;
    using directed_category =
        std::conditional_t<longmen::graph::is_undirected<Graph>, boost::undirected_tag,
                           std::conditional_t<longmen::graph::BoostBidirectional<Graph>,
                                              boost::bidirectional_tag, boost::directed_tag>>;
    using edge_parallel_category = boost::disallow_parallel_edge_tag;
    struct traversal_category
        : std::conditional_t<longmen::graph::BoostBidirectional<Graph>, boost::bidirectional_graph_tag,
                             boost::incidence_graph_tag>,
          boost::vertex_list_graph_tag,
          boost::edge_list_graph_tag,
          boost::adjacency_graph_tag {};
    using vertex_iterator = longmen::graph::BoostVertices;
    using edge_iterator = longmen::graph::BoostEdges<Graph>;
    using out_edge_iterator = longmen::graph::BoostOutEdges<Graph>;
    using in_edge_iterator = longmen::graph::BoostInEdges<Graph>;
    using adjacency_iterator = const longmen::graph::NodeId*;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    static vertex_descriptor null_vertex() { return std::numeric_limits<vertex_descriptor>::max(); }
};

template <longmen::graph::BoostModel Graph>
struct boost::graph_traits<const Graph> : boost::graph_traits<Graph> {};

template <longmen::graph::BoostModel Graph>
struct boost::property_map<Graph, boost::vertex_index_t> {
    using type = boost::typed_identity_property_map<longmen::graph::NodeId>;
    using const_type = type;
};
template <longmen::graph::BoostModel Graph>
struct boost::property_map<Graph, boost::edge_index_t> {
    using type = longmen::graph::BoostEdgeIndex;
    using const_type = type;
};
template <longmen::graph::BoostWeighted Graph>
struct boost::property_map<Graph, boost::edge_weight_t> {
    using type = longmen::graph::BoostEdgeWeight;
    using const_type = type;
};
template <longmen::graph::BoostModel Graph, typename Property>
struct boost::property_map<const Graph, Property> : boost::property_map<Graph, Property> {};
