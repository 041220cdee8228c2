// SPDX-License-Identifier: GPL-3.0-or-later
// Held against sums in a map.
#include "support/graphs.hpp"
#include "support/weighted.hpp"

#include <longmen/base/errors.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <map>

namespace test_weighted_graph {

using namespace longmen;
using namespace longmen::graph;
using Catch::Matchers::Contains;

namespace {

using Pairs = std::map<std::pair<NodeId, NodeId>, double>;

Pairs pairs_of(const WeightedGraph& graph) {
    Pairs pairs;
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        const auto neighbours = graph.neighbours[node];
        REQUIRE(std::ranges::is_sorted(neighbours));
        for (std::size_t i = 0; i < neighbours.size(); ++i) {
            REQUIRE(
                pairs.emplace(std::pair{static_cast<NodeId>(node), neighbours[i]}, graph.weights_of(node)[i])
                    .second);
        }
    }
    return pairs;
}

} // namespace

TEST_CASE("weighted graph: sums of parallel edges, loops left out, on 500 random lists") {
    Threads threads{2};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const bool directed = seed % 2 == 1;
        const auto nodes = 1 + static_cast<std::size_t>(seed % 37);
        const auto edges = test::random_edges(seed, nodes, 2.0);
        Pairs wanted;
        std::uint64_t loops = 0;
        for (const auto& edge : edges) {
            if (edge.from == edge.to) {
                ++loops;
                continue;
            }
            wanted[{edge.from, edge.to}] += edge.weight;
            if (!directed) {
                wanted[{edge.to, edge.from}] += edge.weight;
            }
        }
        const auto built = build_weighted(nodes, edges, directed, threads);
        REQUIRE(pairs_of(built.graph.view()) == wanted);
        REQUIRE(built.loops == loops);
        REQUIRE(built.joined + loops + built.graph.view().edges() == edges.size());
    }
}

TEST_CASE("weighted graph: same bits whatever the order of edges and the number of threads") {
    auto edges = test::random_edges(7, 3000, 8.0);
    for (auto& edge : edges) {
        edge.weight /= 3; // thirds do not add up exactly, so order would show
        edge.to %= 50;
    }
    Threads one{1};
    Threads four{4};
    const auto wanted = build_weighted(3000, edges, false, one);
    std::shuffle(edges.begin(), edges.end(), std::mt19937_64{3});
    const auto found = build_weighted(3000, edges, false, four);
    CHECK(std::ranges::equal(wanted.graph.weights, found.graph.weights));
    CHECK(std::ranges::equal(wanted.graph.neighbours.items, found.graph.neighbours.items));
    CHECK(std::ranges::equal(wanted.graph.neighbours.offsets, found.graph.neighbours.offsets));
}

TEST_CASE("weighted graph: direction forgotten adds both ways") {
    Threads threads{2};
    const std::vector<WeightedEdge> edges{{0, 1, 2}, {1, 0, 0.5}, {2, 1, 1}};
    const auto directed = build_weighted(4, edges, true, threads);
    CHECK(directed.graph.view().edges() == 3);
    const auto both = without_direction(directed.graph.view(), threads);
    CHECK(both.view().edges() == 2);
    CHECK(pairs_of(both.view()) == Pairs{{{0, 1}, 2.5}, {{1, 0}, 2.5}, {{1, 2}, 1}, {{2, 1}, 1}});
    CHECK(pairs_of(without_direction(both.view(), threads).view()) == pairs_of(both.view()));
    const test::TestGraph citations{{1, 2, 3}, {{1, 0}, {1, 2}, {2, 1}}, threads};
    CHECK(pairs_of(without_direction(citations.view(), threads).view()) ==
          Pairs{{{0, 1}, 1}, {{1, 0}, 1}, {{1, 2}, 2}, {{2, 1}, 2}});
}

TEST_CASE("weighted graph: wrong input is refused, nothing is an empty graph") {
    Threads threads{1};
    CHECK(build_weighted(0, {}, false, threads).graph.view().nodes() == 0);
    CHECK(build_weighted(1, {}, true, threads).graph.view().edges() == 0);
    const auto refused = [&](WeightedEdge edge, const char* why) {
        CHECK_THROWS_WITH(build_weighted(2, std::vector{edge}, false, threads), Contains(why));
    };
    refused({0, 2, 1}, "outside the 2 nodes");
    refused({0, 1, 0}, "above zero, not 0");
    refused({0, 1, -1}, "above zero, not -1");
    refused({0, 1, std::numeric_limits<double>::quiet_NaN()}, "finite");
    refused({0, 1, std::numeric_limits<double>::infinity()}, "finite");
}

} // namespace test_weighted_graph
