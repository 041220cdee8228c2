// SPDX-License-Identifier: GPL-3.0-or-later
// Held against igraph.
#include "support/weighted.hpp"

#include <longmen/graph/k_core.hpp>

#include <catch2/catch.hpp>

namespace test_k_core {

using namespace longmen;
using namespace longmen::graph;

TEST_CASE("k-core: as igraph, on 500 random graphs") {
    Threads threads{1};
    const graph::detail::IgraphSession session{1};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_weighted(seed, false, threads);
        const graph::detail::IgraphGraph oracle{random.view()};
        graph::detail::IgraphIntegers wanted{0};
        graph::detail::check_igraph(igraph_coreness(&oracle.at, &wanted.at, IGRAPH_ALL));
        const auto found = core_numbers(random.neighbours.view());
        REQUIRE(std::equal(found.begin(), found.end(), VECTOR(wanted.at), VECTOR(wanted.at) + found.size()));
    }
}

TEST_CASE("k-core: a triangle with a tail; nothing") {
    Threads threads{1};
    const auto graph =
        build_weighted(5, std::vector<WeightedEdge>{{0, 1}, {1, 2}, {2, 0}, {2, 3}}, false, threads).graph;
    const auto core = core_numbers(graph.neighbours.view());
    CHECK(std::vector<std::uint32_t>(core.begin(), core.end()) == std::vector<std::uint32_t>{2, 2, 2, 1, 0});
    CHECK(core_numbers(Lists{}).empty());
}

} // namespace test_k_core
