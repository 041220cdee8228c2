// SPDX-License-Identifier: GPL-3.0-or-later
// Arcs to lists.
#include <longmen/base/errors.hpp>
#include <longmen/graph/adjacency.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <vector>

namespace test_adjacency {

using namespace longmen;
using namespace longmen::graph;

namespace {

void check_lists(const Lists& lists, std::size_t nodes, const std::set<std::pair<NodeId, NodeId>>& wanted) {
    REQUIRE(lists.size() == nodes);
    CHECK(lists.items.size() == wanted.size());
    auto expected = wanted.begin();
    bool same = true;
    for (std::size_t node = 0; node < nodes; ++node) {
        for (const auto neighbour : lists[node]) {
            same = same && expected != wanted.end() &&
                   *expected == std::pair{static_cast<NodeId>(node), neighbour};
            ++expected;
        }
    }
    CHECK(same);
}

} // namespace

TEST_CASE("adjacency: both directions, in order, each arc once, no loops") {
    std::mt19937_64 random{3};
    for (const std::size_t nodes : {1U, 2U, 5U, 300U, 40000U, 70000U}) {
        std::vector<Arc> arcs;
        std::set<std::pair<NodeId, NodeId>> cited;
        std::set<std::pair<NodeId, NodeId>> citing;
        std::uint64_t loops = 0;
        for (std::size_t i = 0; i < 4 * nodes; ++i) {
            const Arc arc{static_cast<NodeId>(random() % nodes), static_cast<NodeId>(random() % nodes)};
            arcs.push_back(arc);
            if (arc.citing == arc.cited) {
                ++loops;
            } else {
                cited.emplace(arc.citing, arc.cited);
                citing.emplace(arc.cited, arc.citing);
            }
        }
        for (const unsigned count : {1U, 2U}) {
            Threads threads{count};
            std::ranges::shuffle(arcs, random);
            const auto adjacency = build_adjacency(nodes, arcs, threads);
            check_lists(adjacency.cited.view(), nodes, cited);
            check_lists(adjacency.citing.view(), nodes, citing);
            CHECK(adjacency.report.arcs == cited.size());
            CHECK(adjacency.report.loops == loops);
            CHECK(adjacency.report.duplicates == arcs.size() - loops - cited.size());
        }
    }
}

TEST_CASE("adjacency: no nodes, no arcs, ends out of range") {
    Threads threads{2};
    CHECK(build_adjacency(0, {}, threads).cited.view().size() == 0);
    const auto lonely = build_adjacency(3, {}, threads);
    CHECK(lonely.citing.view().size() == 3);
    CHECK(lonely.citing.view()[2].empty());
    const std::vector<Arc> arcs{{0, 3}};
    CHECK_THROWS_AS(build_adjacency(3, arcs, threads), UsageError);
}

} // namespace test_adjacency
