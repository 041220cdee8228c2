// SPDX-License-Identifier: GPL-3.0-or-later
// Held against igraph.
#include "support/weighted.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/constraint.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace test_constraint {

using namespace longmen;
using namespace longmen::graph;

TEST_CASE("constraint: as igraph, on 500 random graphs") {
    Threads threads{2};
    const graph::detail::IgraphSession session{1};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_weighted(seed, false, threads);
        const graph::detail::IgraphGraph oracle{random.view()};
        graph::detail::IgraphReals wanted{0};
        graph::detail::check_igraph(
            igraph_constraint(&oracle.at, &wanted.at, igraph_vss_all(), &oracle.weights.at));
        const auto found = constraint(random.view(), threads);
        for (std::size_t node = 0; node < found.size(); ++node) {
            const auto value = VECTOR(wanted.at)[node];
            REQUIRE(found[node].defined() == !std::isnan(value));
            if (found[node].defined()) {
                REQUIRE(found[node].value() == Approx(value).epsilon(1e-12));
            }
        }
    }
}

TEST_CASE("constraint: the middle of a star is a broker, its ends are bound") {
    Threads threads{1};
    const auto star =
        build_weighted(5, std::vector<WeightedEdge>{{0, 1}, {0, 2}, {0, 3}}, false, threads).graph;
    const auto found = constraint(star.view(), threads);
    CHECK(found[0].value() == Approx(1.0 / 3));
    CHECK(found[1].value() == 1);
    CHECK_FALSE(found[4].defined());
    const auto directed = build_weighted(2, std::vector<WeightedEdge>{{0, 1}}, true, threads).graph;
    CHECK_THROWS_AS(constraint(directed.view(), threads), UsageError);
}

} // namespace test_constraint
