// SPDX-License-Identifier: GPL-3.0-or-later
// Held against igraph.
#include "support/graphs.hpp"
#include "support/weighted.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/neighbourhood.hpp>

#include <catch2/catch.hpp>

namespace test_neighbourhood {

using namespace longmen;
using namespace longmen::graph;
using Catch::Matchers::Contains;

TEST_CASE("neighbourhood: as igraph's distances, on 500 random graphs") {
    Threads threads{1};
    const graph::detail::IgraphSession session{1};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_weighted(seed, false, threads);
        const auto nodes = static_cast<NodeId>(random.view().nodes());
        const graph::detail::IgraphGraph oracle{random.view()};
        const auto centre = static_cast<NodeId>(seed % nodes);
        igraph_matrix_t distances;
        graph::detail::check_igraph(igraph_matrix_init(&distances, 0, 0));
        graph::detail::check_igraph(
            igraph_distances(&oracle.at, &distances, igraph_vss_1(centre), igraph_vss_all(), IGRAPH_ALL));
        const auto hops = static_cast<std::uint32_t>(seed % 4);
        const auto found =
            neighbourhood(std::vector{random.neighbours.view()}, std::vector{centre}, {.hops = hops});
        std::vector<std::pair<std::uint32_t, NodeId>> wanted;
        for (NodeId node = 0; node < nodes; ++node) {
            if (MATRIX(distances, 0, node) <= hops) {
                wanted.emplace_back(static_cast<std::uint32_t>(MATRIX(distances, 0, node)), node);
            }
        }
        igraph_matrix_destroy(&distances);
        std::ranges::sort(wanted);
        REQUIRE(found.nodes.size() == wanted.size());
        REQUIRE(found.complete);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            REQUIRE(std::pair{found.hops[i], found.nodes[i]} == wanted[i]);
        }
    }
}

TEST_CASE("neighbourhood: by direction, cut at whole hops") {
    Threads threads{1};
    const test::TestGraph graph{{1, 2, 3, 4, 5}, {{1, 0}, {2, 1}, {3, 1}, {4, 3}}, threads};
    const auto view = graph.view();
    const auto nodes = [&](const std::vector<Lists>& ways, std::vector<NodeId> centres,
                           const NeighbourhoodOptions& options) {
        return neighbourhood(ways, centres, options).nodes;
    };
    CHECK(nodes({view.citing}, {1, 1}, {.hops = 2}) == std::vector<NodeId>{1, 2, 3, 4});
    CHECK(nodes({view.cited}, {4}, {.hops = 2}) == std::vector<NodeId>{4, 3, 1});
    CHECK(nodes({view.cited, view.citing}, {2}, {.hops = 2}) == std::vector<NodeId>{2, 1, 0, 3});
    const auto cut = neighbourhood(std::vector{view.citing}, std::vector<NodeId>{1}, {3, 3});
    CHECK(cut.nodes == std::vector<NodeId>{1, 2, 3});
    CHECK_FALSE(cut.complete);
    CHECK(nodes({view.cited}, {}, {}).empty());
    CHECK_THROWS_WITH(nodes({view.cited}, {5}, {}), Contains("outside the 5 nodes"));
    CHECK_THROWS_AS(nodes({}, {}, {}), UsageError);
}

} // namespace test_neighbourhood
