// SPDX-License-Identifier: GPL-3.0-or-later
// Held against igraph; the bound of estimates held against the exact values.
#include "support/weighted.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/betweenness.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace test_betweenness {

using namespace longmen;
using namespace longmen::graph;
using Catch::Matchers::Contains;

TEST_CASE("betweenness: as igraph, on 500 random graphs") {
    Threads threads{2};
    const graph::detail::IgraphSession session{1};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const bool directed = seed % 2 == 1;
        const auto random = test::random_weighted(seed, directed, threads);
        const graph::detail::IgraphGraph oracle{random.view()};
        graph::detail::IgraphReals wanted{0};
        graph::detail::check_igraph(
            igraph_betweenness(&oracle.at, &wanted.at, igraph_vss_all(), directed, nullptr));
        const auto found = betweenness(random.neighbours.view(), directed, {}, threads);
        REQUIRE(found.error == 0);
        for (std::size_t node = 0; node < found.values.size(); ++node) {
            REQUIRE(found.values[node] == Approx(VECTOR(wanted.at)[node]).epsilon(1e-10).margin(1e-10));
        }
    }
}

TEST_CASE("betweenness: the middle of a star lies on every path") {
    Threads threads{1};
    const auto star =
        build_weighted(4, std::vector<WeightedEdge>{{0, 1}, {0, 2}, {0, 3}}, false, threads).graph;
    const auto found = betweenness(star.neighbours.view(), false, {}, threads);
    CHECK(found.values[0] == 3);
    CHECK(found.share(0).value() == 1);
    CHECK(found.share(1).value() == 0);
    const auto pair = build_weighted(2, std::vector<WeightedEdge>{{0, 1}}, false, threads).graph;
    CHECK_FALSE(betweenness(pair.neighbours.view(), false, {}, threads).share(0).defined());
    CHECK(betweenness(Lists{}, false, {}, threads).values.empty());
    CHECK_THROWS_WITH(betweenness(star.neighbours.view(), false, {.confidence = 1}, threads),
                      Contains("between 0 and 1"));
}

TEST_CASE("betweenness: estimates keep their bound in 200 draws, and come close") {
    Threads threads{2};
    const auto graph = build_weighted(400, test::random_edges(11, 400, 2), false, threads).graph;
    const auto exact = betweenness(graph.neighbours.view(), false, {}, threads);
    std::vector<double> mean(400);
    int beyond = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto drawn = betweenness(graph.neighbours.view(), false, {.sample = 60, .seed = seed}, threads);
        CHECK(drawn.sources == 60);
        REQUIRE(drawn.error > 0);
        REQUIRE(drawn.error < 0.35);
        double worst = 0;
        for (std::size_t node = 0; node < 400; ++node) {
            worst = std::max(worst, std::abs(drawn.share(node).value() - exact.share(node).value()));
            mean[node] += drawn.share(node).value() / 200;
        }
        beyond += worst > drawn.error ? 1 : 0;
    }
    CHECK(beyond <= 10);                             // 5 of 100
    for (std::size_t node = 0; node < 400; ++node) { // without bias: 200 draws of 60 leave little noise
        CHECK(mean[node] == Approx(exact.share(node).value()).margin(0.005));
    }
    const auto all = betweenness(graph.neighbours.view(), false, {.sample = 400}, threads);
    CHECK(std::ranges::equal(all.values, exact.values));
}

TEST_CASE("betweenness: same bits for 1 and 4 threads, and for one seed") {
    Threads one{1};
    Threads four{4};
    const auto graph = build_weighted(600, test::random_edges(2, 600, 3), true, one).graph;
    const auto lists = graph.neighbours.view();
    CHECK(std::ranges::equal(betweenness(lists, true, {}, one).values,
                             betweenness(lists, true, {}, four).values));
    const BetweennessOptions options{.sample = 50, .seed = 9};
    CHECK(std::ranges::equal(betweenness(lists, true, options, one).values,
                             betweenness(lists, true, options, four).values));
}

} // namespace test_betweenness
