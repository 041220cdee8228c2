// SPDX-License-Identifier: GPL-3.0-or-later
// Held against igraph.
#include "support/weighted.hpp"

#include <longmen/graph/assortativity.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace test_assortativity {

using namespace longmen;
using namespace longmen::graph;

TEST_CASE("assortativity: as igraph, on 500 random graphs") {
    Threads threads{1};
    const graph::detail::IgraphSession session{1};
    int defined = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_weighted(seed, false, threads);
        const graph::detail::IgraphGraph oracle{random.view()};
        double wanted = 0;
        graph::detail::check_igraph(igraph_assortativity_degree(&oracle.at, &wanted, false));
        const auto found = degree_assortativity(random.neighbours.view());
        if (found.defined()) { // where all degrees are equal igraph divides rounding errors
            ++defined;
            REQUIRE(found.value() == Approx(wanted).margin(1e-9));
        }
    }
    CHECK(defined > 400);
}

TEST_CASE("assortativity: a star is wholly disassortative; a ring has none") {
    Threads threads{1};
    const auto star =
        build_weighted(4, std::vector<WeightedEdge>{{0, 1}, {0, 2}, {0, 3}}, false, threads).graph;
    CHECK(degree_assortativity(star.neighbours.view()).value() == -1);
    const auto ring =
        build_weighted(3, std::vector<WeightedEdge>{{0, 1}, {1, 2}, {2, 0}}, false, threads).graph;
    CHECK_FALSE(degree_assortativity(ring.neighbours.view()).defined());
    CHECK_FALSE(degree_assortativity(Lists{}).defined());
}

} // namespace test_assortativity
