// SPDX-License-Identifier: GPL-3.0-or-later
// Held against all pairs in a map.
#include "support/weighted.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/co_occurrence.hpp>
#include <longmen/graph/strength.hpp>

#include <catch2/catch.hpp>

#include <map>
#include <set>

namespace test_co_occurrence {

using namespace longmen;
using namespace longmen::graph;
using Catch::Matchers::Contains;

TEST_CASE("co-occurrence: as all pairs listed, on 500 random lists of groups") {
    Threads threads{2};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto items = 1 + static_cast<std::size_t>(seed % 23);
        const auto groups = test::random_groups(seed, seed % 40, items, 6);
        const CoOccurrenceOptions options{seed % 2 == 0 ? PairCounting::full : PairCounting::newman,
                                          seed % 3 == 0 ? 4U : 100U};
        std::map<std::pair<NodeId, NodeId>, double> wanted;
        std::uint64_t alone = 0;
        std::uint64_t left_out = 0;
        for (const auto& list : groups) {
            const std::set<std::uint32_t> members{list.begin(), list.end()};
            alone += members.size() < 2 ? 1 : 0;
            if (members.size() > options.most_members) {
                ++left_out;
                continue;
            }
            for (const auto a : members) {
                for (const auto b : members) {
                    if (a != b) {
                        wanted[{a, b}] += options.counting == PairCounting::full
                                              ? 1.0
                                              : 1.0 / (static_cast<double>(members.size()) - 1);
                    }
                }
            }
        }
        const test::TestLists lists{groups};
        const auto found = co_occurrence(items, lists.view(), options, threads);
        REQUIRE(found.alone == alone);
        REQUIRE(found.left_out == left_out);
        const auto graph = found.graph.view();
        REQUIRE(graph.neighbours.items.size() == wanted.size());
        for (std::size_t node = 0; node < items; ++node) {
            for (std::size_t i = 0; i < graph.neighbours.count(node); ++i) {
                REQUIRE(graph.weights_of(node)[i] ==
                        wanted.at({static_cast<NodeId>(node), graph.neighbours[node][i]}));
            }
        }
    }
}

TEST_CASE("co-occurrence: with newman a node's strength is its number of joint groups") {
    Threads threads{1};
    const test::TestLists families{{{0, 1, 2}, {0, 1}, {0}, {3, 3}}};
    const auto found = co_occurrence(5, families.view(), {PairCounting::newman}, threads);
    const auto strength = strengths(found.graph.view());
    CHECK(strength.out[0] == 2);
    CHECK(strength.out[1] == 2);
    CHECK(strength.out[2] == 1);
    CHECK(strength.out[3] == 0); // named twice is not two
    CHECK(found.alone == 2);
    CHECK(found.groups[0] == 3);
    CHECK(found.graph.view().nodes() == 5);
}

TEST_CASE("co-occurrence: same bits for 1 and 4 threads; a member out of range is refused") {
    Threads one{1};
    Threads four{4};
    const auto groups = test::random_groups(5, 9000, 4000, 9);
    const test::TestLists lists{groups};
    const auto a = co_occurrence(4000, lists.view(), {PairCounting::newman}, one);
    const auto b = co_occurrence(4000, lists.view(), {PairCounting::newman}, four);
    CHECK(std::ranges::equal(a.graph.weights, b.graph.weights));
    CHECK(std::ranges::equal(a.graph.neighbours.items, b.graph.neighbours.items));
    const test::TestLists wrong{{{0}, {1, 2}}};
    CHECK_THROWS_WITH(co_occurrence(2, wrong.view(), {}, one), Contains("group 2"));
    CHECK(co_occurrence(0, test::TestLists{{}}.view(), {}, one).graph.view().nodes() == 0);
}

} // namespace test_co_occurrence
