// SPDX-License-Identifier: GPL-3.0-or-later
// Held against intersections of sets.
#include "support/graphs.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/coupling.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <iterator>

namespace test_coupling {

using namespace longmen;
using namespace longmen::graph;
using Catch::Matchers::Contains;

namespace {

std::vector<NodeId> without_hubs(const CitationGraph& graph, Coupling coupling, std::size_t node,
                                 std::size_t hub) {
    const bool bibliographic = coupling == Coupling::bibliographic;
    const auto& mine = bibliographic ? graph.cited : graph.citing;
    const auto& theirs = bibliographic ? graph.citing : graph.cited;
    std::vector<NodeId> kept;
    std::ranges::copy_if(mine[node], std::back_inserter(kept),
                         [&](NodeId shared) { return theirs.count(shared) <= hub; });
    return kept;
}

double weight(CouplingWeight kind, double shared, double a, double b) {
    return kind == CouplingWeight::count    ? shared
           : kind == CouplingWeight::cosine ? shared / std::sqrt(a * b)
                                            : shared / (a + b - shared);
}

} // namespace

TEST_CASE("coupling: as intersections of sets, on 500 random graphs") {
    Threads threads{2};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_graph(seed, {.most_nodes = 30, .arcs_of_node = 4}, threads);
        const auto graph = random.view();
        const auto coupling = seed % 2 == 0 ? Coupling::bibliographic : Coupling::co_citation;
        const CouplingOptions options{static_cast<CouplingWeight>(seed % 3), seed % 5 == 0 ? 3U : 1000U};
        const auto found = couple(graph, coupling, options, threads);
        const auto pairs = found.graph.view();
        for (std::size_t a = 0; a < graph.nodes(); ++a) {
            const auto of_a = without_hubs(graph, coupling, a, options.hub);
            const auto of_one = coupled_with(graph, static_cast<NodeId>(a), coupling, options);
            REQUIRE(of_one.size() == pairs.neighbours.count(a));
            std::size_t met = 0;
            for (std::size_t b = 0; b < graph.nodes(); ++b) {
                const auto of_b = without_hubs(graph, coupling, b, options.hub);
                std::vector<NodeId> both;
                std::ranges::set_intersection(of_a, of_b, std::back_inserter(both));
                if (a == b || both.empty()) {
                    continue;
                }
                REQUIRE(pairs.neighbours[a][met] == b);
                REQUIRE(of_one[met].node == b);
                REQUIRE(of_one[met].shared == both.size());
                REQUIRE(of_one[met].weight == pairs.weights_of(a)[met]);
                REQUIRE(pairs.weights_of(a)[met] == weight(options.weight, static_cast<double>(both.size()),
                                                           static_cast<double>(of_a.size()),
                                                           static_cast<double>(of_b.size())));
                ++met;
            }
            REQUIRE(pairs.neighbours.count(a) == met);
        }
        const auto& shared = coupling == Coupling::bibliographic ? graph.citing : graph.cited;
        std::uint64_t hubs = 0;
        for (std::size_t node = 0; node < graph.nodes(); ++node) {
            hubs += shared.count(node) > options.hub ? 1 : 0;
        }
        REQUIRE(found.left_out == hubs);
    }
}

TEST_CASE("coupling: two citing the same are coupled, two cited together are co-cited") {
    Threads threads{1};
    const test::TestGraph graph{{1, 2, 3, 4}, {{2, 0}, {2, 1}, {3, 0}, {3, 1}}, threads};
    const auto coupled = couple(graph.view(), Coupling::bibliographic, {}, threads);
    CHECK(coupled.graph.view().edges() == 1);
    CHECK(coupled.graph.view().neighbours[2][0] == 3);
    CHECK(coupled.graph.view().weights_of(2)[0] == 2);
    const auto together =
        couple(graph.view(), Coupling::co_citation, {.weight = CouplingWeight::jaccard}, threads);
    CHECK(together.graph.view().edges() == 1);
    CHECK(together.graph.view().neighbours[0][0] == 1);
    CHECK(together.graph.view().weights_of(0)[0] == 1);
    CHECK_THROWS_WITH(couple(graph.view(), Coupling::co_citation, {.hub = 1}, threads),
                      Contains("at least 2"));
    CHECK_THROWS_WITH(coupled_with(graph.view(), 0, Coupling::co_citation, {.hub = 1}),
                      Contains("at least 2"));
}

} // namespace test_coupling
