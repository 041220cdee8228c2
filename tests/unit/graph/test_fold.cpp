// SPDX-License-Identifier: GPL-3.0-or-later
// Held against groups, days and citations kept in maps and sets.
#include "support/graphs.hpp"
#include "support/lists.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/fold.hpp>

#include <catch2/catch.hpp>

#include <map>
#include <set>

namespace test_fold {

using namespace longmen;
using namespace longmen::graph;

namespace {

/// What a group is by definition.
struct Group {
    std::vector<NodeId> members; // ascending
    Day day = unknown_day;
    bool year_only = false;
    PackedNumber number = 0;
};

std::vector<Group> groups_of(const CitationGraph& graph, const std::vector<std::uint32_t>& group,
                             const std::vector<PackedNumber>& numbers) {
    std::map<std::uint32_t, Group> by_number;
    for (NodeId node = 0; node < graph.nodes(); ++node) {
        by_number[group[node]].members.push_back(node);
    }
    std::vector<Group> groups;
    for (auto& [key, each] : by_number) {
        std::vector<Day> days;
        std::vector<PackedNumber> own;
        for (const auto node : each.members) {
            own.push_back(numbers[node]);
            if (graph.day[node] != unknown_day) {
                days.push_back(graph.day[node]);
            }
        }
        each.number = *std::ranges::min_element(own);
        if (!days.empty()) {
            each.day = *std::ranges::min_element(days);
            each.year_only = std::ranges::none_of(each.members, [&](NodeId node) {
                return graph.day[node] == each.day && (graph.year_only.empty() || graph.year_only[node] == 0);
            });
        }
        groups.push_back(each);
    }
    std::ranges::sort(groups, [](const Group& a, const Group& b) {
        return a.day != b.day ? a.day < b.day : a.number < b.number;
    });
    return groups;
}

} // namespace

TEST_CASE("fold: as groups in maps, on 500 random graphs") {
    Threads one{1};
    Threads three{3};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_graph(
            seed, {.forward = 0.2, .undated = 0.2, .years = seed % 2 == 0 ? 0.3 : 0.0, .span_days = 600},
            three);
        const auto graph = random.view();
        std::mt19937_64 chance{seed};
        std::vector<std::uint32_t> group;
        std::vector<PackedNumber> numbers;
        for (NodeId node = 0; node < graph.nodes(); ++node) {
            group.push_back(static_cast<std::uint32_t>(chance() % graph.nodes()));
            numbers.push_back((chance() % 1000) * 1000 + node); // differ
        }
        const auto groups = groups_of(graph, group, numbers);
        const auto lists = test::random_lists(seed, graph.nodes(), 4, 6);

        const auto folding = find_folding(graph, group, numbers, three);
        REQUIRE(folding.groups() == groups.size());
        REQUIRE(folding.year_only.empty() == graph.year_only.empty());
        std::map<NodeId, NodeId> place;
        for (NodeId at = 0; at < groups.size(); ++at) {
            REQUIRE(folding.day[at] == groups[at].day);
            REQUIRE(numbers[folding.name[at]] == groups[at].number);
            if (!graph.year_only.empty()) {
                REQUIRE((folding.year_only[at] != 0) == groups[at].year_only);
            }
            REQUIRE(std::ranges::equal(folding.members.view()[at], groups[at].members));
            for (const auto node : groups[at].members) {
                REQUIRE(folding.of[node] == at);
                place[node] = at;
            }
        }
        std::set<std::pair<NodeId, NodeId>> cited;
        std::size_t loops = 0;
        std::size_t all = 0;
        for (NodeId node = 0; node < graph.nodes(); ++node) {
            for (const auto other : graph.cited[node]) {
                ++all;
                if (place[node] == place[other]) {
                    ++loops;
                } else {
                    cited.emplace(place[node], place[other]);
                }
            }
        }
        const auto folded = fold_citations(graph, folding, three);
        CHECK(folded.report.loops == loops);
        CHECK(folded.report.duplicates == all - loops - cited.size());
        std::set<std::pair<NodeId, NodeId>> met;
        std::set<std::pair<NodeId, NodeId>> met_back;
        const auto united = fold_lists(lists.view(), folding, three);
        for (NodeId at = 0; at < groups.size(); ++at) {
            for (const auto other : folded.cited.view()[at]) {
                met.emplace(at, other);
            }
            for (const auto other : folded.citing.view()[at]) {
                met_back.emplace(other, at);
            }
            std::vector<std::uint32_t> wanted;
            for (const auto node : groups[at].members) {
                for (const auto item : lists.view()[node]) {
                    if (std::ranges::find(wanted, item) == wanted.end()) {
                        wanted.push_back(item);
                    }
                }
            }
            REQUIRE(std::ranges::equal(united.view()[at], wanted));
        }
        REQUIRE(met == cited);
        REQUIRE(met_back == cited);

        const auto again = find_folding(graph, group, numbers, one); // other numbers of threads, of groups
        std::vector<std::uint32_t> turned;
        for (const auto each : group) {
            turned.push_back(static_cast<std::uint32_t>(graph.nodes() - 1 - each));
        }
        const auto renumbered = find_folding(graph, turned, numbers, one);
        REQUIRE(std::ranges::equal(again.of, folding.of));
        REQUIRE(std::ranges::equal(renumbered.of, folding.of));
        REQUIRE(std::ranges::equal(renumbered.name, folding.name));
    }
}

TEST_CASE("fold: a family by hand, an empty graph, columns that do not fit") {
    Threads threads{2};
    // 0 and 2 are one family, 1 and 3 another; 3 cites 0 and 2, 2 cites 0.
    const test::TestGraph by_hand{{10, 10, 20, 30}, {{3, 0}, {3, 2}, {2, 0}}, threads};
    const std::vector<std::uint32_t> group{1, 0, 1, 0};
    const std::vector<PackedNumber> numbers{9, 5, 4, 8};
    const auto folding = find_folding(by_hand.view(), group, numbers, threads);
    REQUIRE(folding.groups() == 2);
    CHECK(folding.name[0] == 2); // 4 before 5, both families of day 10
    CHECK(folding.name[1] == 1);
    const auto folded = fold_citations(by_hand.view(), folding, threads);
    CHECK(folded.report.arcs == 1);
    CHECK(folded.report.loops == 1);
    CHECK(folded.report.duplicates == 1);
    CHECK(folded.cited.view()[1][0] == 0);

    const test::TestGraph empty{{}, {}, threads};
    CHECK(find_folding(empty.view(), {}, {}, threads).groups() == 0);
    const std::vector<std::uint32_t> far{1, 0, 1, 4};
    CHECK_THROWS_AS(find_folding(by_hand.view(), far, numbers, threads), UsageError);
    CHECK_THROWS_AS(find_folding(by_hand.view(), std::span{group}.first(3), numbers, threads), UsageError);
}

} // namespace test_fold
