// SPDX-License-Identifier: GPL-3.0-or-later
// Held against igraph.
#include "support/weighted.hpp"

#include <longmen/graph/clustering.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace test_clustering {

using namespace longmen;
using namespace longmen::graph;

TEST_CASE("clustering: as igraph, on 500 random graphs") {
    Threads threads{2};
    const graph::detail::IgraphSession session{1};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_weighted(seed, false, threads);
        const graph::detail::IgraphGraph oracle{random.view()};
        graph::detail::IgraphReals local{0};
        double whole = 0;
        double mean = 0;
        graph::detail::check_igraph(igraph_transitivity_local_undirected(
            &oracle.at, &local.at, igraph_vss_all(), IGRAPH_TRANSITIVITY_NAN));
        graph::detail::check_igraph(
            igraph_transitivity_undirected(&oracle.at, &whole, IGRAPH_TRANSITIVITY_NAN));
        graph::detail::check_igraph(
            igraph_transitivity_avglocal_undirected(&oracle.at, &mean, IGRAPH_TRANSITIVITY_NAN));
        const auto found = clustering(random.neighbours.view(), threads);
        const auto same = [](const Measured<double>& ours, double theirs) {
            return std::isnan(theirs) ? !ours.defined()
                                      : ours.defined() && std::abs(ours.value() - theirs) < 1e-12;
        };
        for (std::size_t node = 0; node < random.view().nodes(); ++node) {
            REQUIRE(same(found.local(node), VECTOR(local.at)[node]));
        }
        REQUIRE(same(found.whole(), whole));
        REQUIRE(same(found.mean(), mean));
    }
}

TEST_CASE("clustering: a triangle with a tail; under two neighbours it is undefined, not zero") {
    Threads threads{1};
    const auto graph =
        build_weighted(4, std::vector<WeightedEdge>{{0, 1}, {1, 2}, {2, 0}, {2, 3}}, false, threads).graph;
    const auto found = clustering(graph.neighbours.view(), threads);
    CHECK(found.local(0).value() == 1);
    CHECK(found.local(2).value() == Approx(1.0 / 3));
    CHECK_FALSE(found.local(3).defined());
    CHECK(found.whole().value() == 0.6);
    CHECK_FALSE(clustering(Lists{}, threads).whole().defined());
    CHECK_FALSE(clustering(Lists{}, threads).mean().defined());
}

TEST_CASE("clustering: same counts for 1 and 4 threads") {
    Threads one{1};
    Threads four{4};
    const auto graph = build_weighted(5000, test::random_edges(1, 5000, 10), false, one).graph;
    const auto a = clustering(graph.neighbours.view(), one);
    CHECK(std::ranges::equal(a.triangles, clustering(graph.neighbours.view(), four).triangles));
    CHECK(std::ranges::any_of(a.triangles, [](std::uint64_t count) { return count > 0; }));
}

} // namespace test_clustering
