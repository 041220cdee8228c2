// SPDX-License-Identifier: GPL-3.0-or-later
// Hand cases, and the definition by sets on random graphs.
#include "support/graphs.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/indicators/disruption.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <set>

namespace test_disruption {

using namespace longmen;
using namespace longmen::graph;

namespace {

bool later_within(const CitationGraph& graph, std::size_t focal, NodeId citing, int years) {
    if (graph.day[focal] == unknown_day || graph.day[citing] == unknown_day) {
        return false;
    }
    const auto from = Date::from_days(graph.day[focal]);
    const auto to = Date::from_days(graph.day[citing]);
    if (!graph.knows_day(static_cast<NodeId>(focal)) || !graph.knows_day(citing)) {
        return to.year() > from.year() && to.year() <= from.year() + years;
    }
    return to > from && to <= from.add_years(years);
}

/// The definition by sets.
indicators::DisruptionCounts by_sets(const CitationGraph& graph, std::size_t focal, int years) {
    std::set<NodeId> of_focal;
    std::set<NodeId> of_sources;
    for (const auto citing : graph.citing[focal]) {
        if (later_within(graph, focal, citing, years)) {
            of_focal.insert(citing);
        }
    }
    for (const auto source : graph.cited[focal]) {
        for (const auto citing : graph.citing[source]) {
            if (later_within(graph, focal, citing, years)) {
                of_sources.insert(citing);
            }
        }
    }
    indicators::DisruptionCounts counts;
    for (const auto each : of_focal) {
        ++(of_sources.contains(each) ? counts.both : counts.only);
    }
    counts.past = static_cast<std::uint32_t>(of_sources.size()) - counts.both;
    return counts;
}

} // namespace

TEST_CASE("disruption: as defined by sets, on random graphs") {
    Threads threads{2};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_graph(seed,
                                               {.most_nodes = seed < 480 ? 60U : 600U,
                                                .arcs_of_node = 3,
                                                .forward = 0.1,
                                                .undated = 0.05,
                                                .years = seed % 2 == 0 ? 0.0 : 0.3,
                                                .span_days = 4000},
                                               threads);
        const auto graph = random.view();
        const int years = 1 + static_cast<int>(seed % 6);
        const auto counts = indicators::disruption(graph, DayIndex{graph.day}, years, threads);
        for (std::size_t node = 0; node < graph.nodes(); ++node) {
            const auto wanted = by_sets(graph, node, years);
            REQUIRE(counts[node].only == wanted.only);
            REQUIRE(counts[node].both == wanted.both);
            REQUIRE(counts[node].past == wanted.past);
        }
    }
}

TEST_CASE("disruption: the index by hand, and where it is undefined") {
    Threads threads{1};
    // 2 cites 0 and 1; 3 cites 2; 4 cites 2 and 0; 5 cites 1
    const test::TestGraph graph{
        {1, 2, 3, 4, 5, 6}, {{2, 0}, {2, 1}, {3, 2}, {4, 2}, {4, 0}, {5, 1}}, threads};
    const auto view = graph.view();
    const auto counts = indicators::disruption(view, DayIndex{view.day}, 5, threads)[2];
    CHECK(counts.only == 1);
    CHECK(counts.both == 1);
    CHECK(counts.past == 1);
    CHECK(indicators::cd_index(counts, 2) == 0);
    CHECK(indicators::cd_index({3, 1, 0}, 2) == 0.5);
    CHECK(indicators::mcd_index({3, 1, 0}, 2) == 2);
    CHECK(std::isnan(indicators::cd_index({}, 2)));
    CHECK(std::isnan(indicators::cd_index({3, 0, 0}, 0)));
    CHECK_THROWS_AS(indicators::disruption(view, DayIndex{view.day}, 101, threads), UsageError);
}

} // namespace test_disruption
