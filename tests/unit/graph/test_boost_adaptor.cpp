// SPDX-License-Identifier: GPL-3.0-or-later
// Concepts checked, and Boost.Graph's own algorithms held against ours.
#include "support/graphs.hpp"
#include "support/weighted.hpp"

#include <longmen/graph/betweenness.hpp>
#include <longmen/graph/boost_adaptor.hpp>
#include <longmen/graph/components.hpp>
#include <longmen/graph/k_core.hpp>
#include <longmen/graph/topology.hpp>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/kruskal_min_spanning_tree.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <catch2/catch.hpp>

#include <map>
#include <numeric>
#include <set>

namespace test_boost_adaptor {

using namespace longmen;
using namespace longmen::graph;

namespace {

template <typename Graph>
void check_concepts() {
    BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, NodeId, boost::vertex_index_t>));
    BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, BoostEdge, boost::edge_index_t>));
    if constexpr (BoostBidirectional<Graph>) {
        BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Graph>));
    }
    if constexpr (BoostWeighted<Graph>) {
        BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, BoostEdge, boost::edge_weight_t>));
    }
}

/// Every edge from every side, by the functions of the concepts alone.
template <typename Graph>
void check_edges(const Graph& graph) {
    std::set<ArcId> listed;
    for (auto [at, end] = edges(graph); at != end; ++at) {
        REQUIRE(listed.insert((*at).at).second);
        REQUIRE(lists_of(graph).items[(*at).at] == target(*at, graph));
    }
    REQUIRE(listed.size() == num_edges(graph));
    std::size_t out = 0;
    std::size_t in = 0;
    for (auto [node, last] = vertices(graph); node != last; ++node) {
        for (auto [at, end] = out_edges(*node, graph); at != end; ++at, ++out) {
            REQUIRE(source(*at, graph) == *node);
            REQUIRE(listed.contains((*at).at));
        }
        if constexpr (BoostBidirectional<Graph>) {
            for (auto [at, end] = in_edges(*node, graph); at != end; ++at, ++in) {
                REQUIRE(target(*at, graph) == *node);
                REQUIRE(listed.contains((*at).at));
            }
            REQUIRE(degree(*node, graph) ==
                    out_degree(*node, graph) + (is_undirected<Graph> ? 0 : in_degree(*node, graph)));
        }
    }
    REQUIRE(out == lists_of(graph).items.size());
    REQUIRE(in == (BoostBidirectional<Graph> ? out : 0));
}

} // namespace

TEST_CASE("Boost.Graph: the concepts are met, every edge is seen from both ends") {
    check_concepts<CitationGraph>();
    check_concepts<DirectedWeighted>();
    check_concepts<UndirectedWeighted>();
    Threads threads{1};
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const auto citations = test::random_graph(seed, {}, threads);
        check_edges(citations.view());
        const auto directed = test::random_weighted(seed, true, threads);
        check_edges(DirectedWeighted{directed.view()});
        const auto undirected = test::random_weighted(seed, false, threads);
        check_edges(UndirectedWeighted{undirected.view()});
    }
    check_edges(CitationGraph{});
}

TEST_CASE("Boost.Graph: strong components and order as ours, on 500 random graphs") {
    Threads threads{1};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_graph(seed, {.forward = seed % 2 == 0 ? 0.2 : 0.0}, threads);
        const auto graph = random.view();
        std::vector<std::size_t> of(graph.nodes());
        const auto index = get(boost::vertex_index, graph);
        const auto count = boost::strong_components(
            graph, boost::make_iterator_property_map(of.begin(), index), boost::vertex_index_map(index));
        std::map<std::size_t, std::uint64_t> sizes;
        for (const auto each : of) {
            ++sizes[each];
        }
        const auto topology = find_topology(graph, threads);
        const auto disorder = count_disorder(graph, topology, threads);
        REQUIRE(disorder.cycles == static_cast<std::uint64_t>(std::ranges::count_if(
                                       sizes, [](const auto& each) { return each.second > 1; })));
        REQUIRE(static_cast<std::uint64_t>(count) == graph.nodes() - disorder.in_cycles + disorder.cycles);
        if (disorder.cycles == 0) {
            std::vector<NodeId> order; // what is cited first, as Boost puts out sinks first
            boost::topological_sort(graph, std::back_inserter(order), boost::vertex_index_map(index));
            std::vector<std::size_t> place(graph.nodes());
            for (std::size_t at = 0; at < order.size(); ++at) {
                place[order[at]] = at;
            }
            for (auto [at, end] = edges(graph); at != end; ++at) {
                REQUIRE(place[target(*at, graph)] < place[source(*at, graph)]);
            }
        }
    }
}

TEST_CASE("Boost.Graph: breadth-first search backwards reaches what ours does") {
    Threads threads{1};
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const auto random = test::random_graph(seed, {}, threads);
        const auto graph = random.view();
        const auto turned = boost::make_reverse_graph(graph);
        std::vector<int> hops(graph.nodes(), -1);
        hops[0] = 0;
        boost::breadth_first_search(turned, NodeId{0},
                                    boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                                                       boost::make_iterator_property_map(
                                                           hops.begin(), get(boost::vertex_index, graph)),
                                                       boost::on_tree_edge())))
                                        .vertex_index_map(get(boost::vertex_index, graph)));
        for (NodeId node = 0; node < graph.nodes(); ++node) { // one more than the nearest that it cites
            int nearest = -1;
            for (const auto cited : graph.cited[node]) {
                nearest = hops[cited] >= 0 && (nearest < 0 || hops[cited] < nearest) ? hops[cited] : nearest;
            }
            if (node != 0) {
                REQUIRE(hops[node] == (nearest < 0 ? -1 : nearest + 1));
            }
        }
    }
}

TEST_CASE("Boost.Graph: core numbers, betweenness and spanning trees as ours, on 500 random graphs") {
    Threads threads{1};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_weighted(seed, false, threads);
        const UndirectedWeighted graph{random.view()};
        const auto index = get(boost::vertex_index, graph);
        const auto nodes = num_vertices(graph);
        std::vector<std::uint32_t> core(nodes);
        boost::core_numbers(graph, boost::make_iterator_property_map(core.begin(), index));
        const auto our_core = core_numbers(random.neighbours.view());
        REQUIRE(std::ranges::equal(core, our_core));
        std::vector<double> between(nodes);
        boost::brandes_betweenness_centrality(
            graph, boost::centrality_map(boost::make_iterator_property_map(between.begin(), index))
                       .vertex_index_map(index));
        const auto ours = betweenness(random.neighbours.view(), false, {}, threads);
        for (std::size_t node = 0; node < nodes; ++node) {
            REQUIRE(between[node] == Approx(ours.values[node]).epsilon(1e-10).margin(1e-10));
        }
        std::vector<BoostEdge> tree;
        boost::kruskal_minimum_spanning_tree(
            graph, std::back_inserter(tree),
            boost::weight_map(get(boost::edge_weight, graph)).vertex_index_map(index));
        const test::TestGraph as_citations{std::vector<Day>(nodes, 1),
                                           [&] {
                                               std::vector<Arc> arcs;
                                               for (auto [at, end] = edges(graph); at != end; ++at) {
                                                   arcs.push_back({source(*at, graph), target(*at, graph)});
                                               }
                                               return arcs;
                                           }(),
                                           threads};
        REQUIRE(tree.size() == nodes - weak_components(as_citations.view(), threads).count);
    }
}

TEST_CASE("Boost.Graph: weights are those of the edges, from either end") {
    Threads threads{1};
    const std::vector<WeightedEdge> given{{0, 1, 1}, {1, 2, 0.25}, {0, 2, 2}};
    for (const bool directed : {true, false}) {
        const auto owned = build_weighted(3, given, directed, threads).graph;
        const auto shortest = [&](const auto& graph, NodeId from) {
            std::vector<double> distance(3);
            const auto index = get(boost::vertex_index, graph);
            boost::dijkstra_shortest_paths(
                graph, from,
                boost::distance_map(boost::make_iterator_property_map(distance.begin(), index))
                    .vertex_index_map(index)
                    .weight_map(get(boost::edge_weight, graph)));
            return distance;
        };
        if (directed) {
            CHECK(shortest(DirectedWeighted{owned.view()}, 0) == std::vector<double>{0, 1, 1.25});
        } else {
            CHECK(shortest(UndirectedWeighted{owned.view()}, 2) == std::vector<double>{1.25, 0.25, 0});
        }
    }
}

} // namespace test_boost_adaptor
