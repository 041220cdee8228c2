// SPDX-License-Identifier: GPL-3.0-or-later
// Medians by definition on random graphs, and the mean of them.
#include "support/graphs.hpp"

#include <longmen/indicators/cycle_time.hpp>

#include <catch2/catch.hpp>

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("cycle time: the median of the ages, on random graphs with years alone and without days") {
    Threads threads{2};
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const auto random = test::random_graph(
            seed, {.forward = 0.2, .undated = 0.1, .years = seed % 2 == 0 ? 0.0 : 0.4}, threads);
        const auto graph = random.view();
        const auto medians = median_cited_ages(graph, threads);
        for (NodeId node = 0; node < graph.nodes(); ++node) {
            std::vector<double> ages;
            for (const auto cited : graph.cited[node]) {
                if (graph.day[node] == unknown_day || graph.day[cited] == unknown_day) {
                    continue;
                }
                const auto from = Date::from_days(graph.day[cited]), to = Date::from_days(graph.day[node]);
                const double years = graph.knows_day(node) && graph.knows_day(cited)
                                         ? (to.days() - from.days()) / 365.25
                                         : to.year() - from.year();
                if (years >= 0) {
                    ages.push_back(years);
                }
            }
            std::ranges::sort(ages);
            const double wanted =
                ages.empty() ? undefined_age : (ages[(ages.size() - 1) / 2] + ages[ages.size() / 2]) / 2;
            REQUIRE(medians[node] == Approx(wanted));
        }
    }
}

TEST_CASE("cycle time: each document counts once, one without a median not at all") {
    const std::vector<double> ages{4, undefined_age, 9}, none{undefined_age};
    CHECK(cycle_time(ages).value() == 6.5);
    CHECK(cycle_time(none).reason() == Undefined::no_citations);
    CHECK(cycle_time({}).reason() == Undefined::no_citations);
}
