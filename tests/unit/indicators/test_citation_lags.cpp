// SPDX-License-Identifier: GPL-3.0-or-later
// Hand cases, and the definition on random graphs.
#include "support/graphs.hpp"

#include <longmen/indicators/citation_lags.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace test_citation_lags {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("citation lags: years of the calendar where one side has only a year") {
    Threads threads{1};
    const auto day = [](int year) { return Date::from_ymd(year, 1, 1)->days(); };
    const test::TestGraph graph{{day(2000), day(2004), day(2010)}, {{2, 0}, {2, 1}}, threads, {1, 0, 0}};
    const auto view = graph.view();
    const auto mean = citation_lags(view, view.cited, LagStatistic::mean, threads);
    CHECK(mean[2] == Approx((10 + (day(2010) - day(2004)) / 365.2425) / 2));
    CHECK(std::isnan(mean[0]));
    CHECK(citation_lags(view, view.citing, LagStatistic::mean, threads)[0] == Approx(10));
}

TEST_CASE("citation lags: as defined, on random graphs with dirt") {
    Threads threads{2};
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const auto made = test::random_graph(
            seed, {.forward = 0.3, .undated = 0.1, .years = seed % 2 == 0 ? 0.0 : 0.3}, threads);
        const auto graph = made.view();
        const auto lag = [&](NodeId from, NodeId to) {
            const auto a = Date::from_days(graph.day[from]);
            const auto b = Date::from_days(graph.day[to]);
            return graph.knows_day(from) && graph.knows_day(to) ? (b.days() - a.days()) / 365.2425
                                                                : static_cast<double>(b.year() - a.year());
        };
        for (const bool forward : {false, true}) {
            const auto& lists = forward ? graph.citing : graph.cited;
            const auto mean = citation_lags(graph, lists, LagStatistic::mean, threads);
            const auto median = citation_lags(graph, lists, LagStatistic::median, threads);
            for (NodeId node = 0; node < graph.nodes(); ++node) {
                std::vector<double> lags;
                for (const auto other : lists[node]) {
                    if (graph.day[node] != unknown_day && graph.day[other] != unknown_day) {
                        const auto years = forward ? lag(node, other) : lag(other, node);
                        if (years >= 0) {
                            lags.push_back(years);
                        }
                    }
                }
                std::ranges::sort(lags);
                if (lags.empty()) {
                    REQUIRE(std::isnan(mean[node]));
                    REQUIRE(std::isnan(median[node]));
                    continue;
                }
                const auto n = lags.size();
                REQUIRE(mean[node] == Approx(std::accumulate(lags.begin(), lags.end(), 0.0) / double(n)));
                REQUIRE(median[node] == Approx((lags[(n - 1) / 2] + lags[n / 2]) / 2));
            }
        }
    }
}

} // namespace test_citation_lags
