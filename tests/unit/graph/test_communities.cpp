// SPDX-License-Identifier: GPL-3.0-or-later
// Planted groups are found again; modularity is held against igraph's.
#include "support/weighted.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/communities.hpp>

#include <catch2/catch.hpp>

namespace test_communities {

using namespace longmen;
using namespace longmen::graph;

TEST_CASE("communities: modularity as igraph's, on 500 random graphs") {
    Threads threads{1};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_weighted(seed, false, threads);
        const auto graph = random.view();
        const auto found = find_communities(graph, {.resolution = seed % 3 == 0 ? 0.5 : 1.0});
        REQUIRE(found.modularity.defined() == (graph.edges() > 0));
        if (!found.modularity.defined()) {
            REQUIRE(found.size.size() == graph.nodes());
            continue;
        }
        const graph::detail::IgraphSession session{1};
        const graph::detail::IgraphGraph oracle{graph};
        graph::detail::IgraphIntegers of{graph.nodes()};
        std::ranges::copy(found.of, VECTOR(of.at));
        double wanted = 0;
        graph::detail::check_igraph(igraph_modularity(&oracle.at, &of.at, &oracle.weights.at,
                                                      seed % 3 == 0 ? 0.5 : 1.0, false, &wanted));
        REQUIRE(found.modularity.value() == Approx(wanted).margin(1e-12));
    }
}

TEST_CASE("communities: planted groups are found, the largest is 0") {
    Threads threads{1};
    constexpr NodeId nodes = 600;
    const auto group_of = [](NodeId node) { return node < 100 ? 1U : node < 400 ? 0U : 2U; }; // 100, 300, 200
    std::vector<WeightedEdge> edges;
    std::mt19937_64 random{4};
    while (edges.size() < 6000) {
        const auto a = static_cast<NodeId>(random() % nodes);
        const auto b = static_cast<NodeId>(random() % nodes);
        if (group_of(a) == group_of(b) || random() % 100 == 0) {
            edges.push_back({a, b});
        }
    }
    const auto graph = build_weighted(nodes, edges, false, threads).graph;
    const auto found = find_communities(graph.view(), {});
    REQUIRE(found.size == std::vector<std::uint64_t>{300, 200, 100});
    const std::vector<NodeId> wanted{0, 2, 1}; // by size
    for (NodeId node = 0; node < nodes; ++node) {
        REQUIRE(found.of[node] == wanted[group_of(node)]);
    }
    CHECK(found.modularity.value() > 0.4);
}

TEST_CASE("communities: one seed, one division; direction and resolution are checked") {
    Threads threads{1};
    const auto graph = build_weighted(500, test::random_edges(3, 500, 3), false, threads).graph;
    const auto a = find_communities(graph.view(), {.seed = 5});
    const auto b = find_communities(graph.view(), {.seed = 5});
    CHECK(std::ranges::equal(a.of, b.of));
    CHECK(a.modularity.value() == b.modularity.value());
    CHECK(find_communities(graph.view(), {.resolution = 4}).size.size() > a.size.size());
    CHECK_THROWS_AS(find_communities(graph.view(), {.resolution = 0}), UsageError);
    const auto directed = build_weighted(2, std::vector<WeightedEdge>{{0, 1}}, true, threads).graph;
    CHECK_THROWS_AS(find_communities(directed.view(), {}), UsageError);
    CHECK_THROWS_AS(modularity(graph.view(), std::vector<NodeId>{1}, 1), UsageError);
    CHECK(find_communities(build_weighted(0, {}, false, threads).graph.view(), {}).of.empty());
}

} // namespace test_communities
