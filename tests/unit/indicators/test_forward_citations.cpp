// SPDX-License-Identifier: GPL-3.0-or-later
// Held against the definition on random graphs.
#include "support/graphs.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/indicators/forward_citations.hpp>

#include <catch2/catch.hpp>

namespace test_forward_citations {

using namespace longmen;
using namespace longmen::graph;

namespace {

bool within(const CitationGraph& graph, std::size_t focal, NodeId citing, int years) {
    if (graph.day[citing] == unknown_day) {
        return false;
    }
    const auto from = Date::from_days(graph.day[focal]);
    const auto to = Date::from_days(graph.day[citing]);
    if (!graph.knows_day(static_cast<NodeId>(focal)) || !graph.knows_day(citing)) {
        return to.year() >= from.year() && to.year() <= from.year() + years;
    }
    return to >= from && to <= from.add_years(years);
}

} // namespace

TEST_CASE("forward citations: as defined, on random graphs with years alone and without days") {
    Threads threads{2};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_graph(
            seed, {.forward = 0.2, .undated = 0.1, .years = seed % 2 == 0 ? 0.0 : 0.4, .span_days = 4000},
            threads);
        const auto graph = random.view();
        const int years = 1 + static_cast<int>(seed % 7);
        const auto counts = indicators::forward_citations(graph, DayIndex{graph.day}, years, threads);
        for (std::size_t node = 0; node < graph.nodes(); ++node) {
            int wanted = graph.day[node] == unknown_day ? -1 : 0;
            for (const auto citing : graph.citing[node]) {
                wanted += wanted >= 0 && within(graph, node, citing, years) ? 1 : 0;
            }
            REQUIRE(counts[node] == wanted);
        }
    }
}

TEST_CASE("forward citations: the last day of the window counts, by the calendar") {
    Threads threads{1};
    const auto day = [](int y, int m, int d) { return Date::from_ymd(y, m, d)->days(); };
    const test::TestGraph graph{
        {day(2012, 2, 29), day(2017, 2, 28), day(2017, 3, 1)}, {{1, 0}, {2, 0}}, threads};
    const auto view = graph.view();
    CHECK(indicators::forward_citations(view, DayIndex{view.day}, 5, threads)[0] == 1);
    CHECK_THROWS_AS(indicators::forward_citations(view, DayIndex{view.day}, 0, threads), UsageError);
}

} // namespace test_forward_citations
