// SPDX-License-Identifier: GPL-3.0-or-later
// One pass gives what separate runs on the graph of each cut-off give.
#include "support/graphs.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/prefix.hpp>
#include <longmen/indicators/citation_history.hpp>
#include <longmen/indicators/forward_citations.hpp>

#include <catch2/catch.hpp>

#include <vector>

namespace test_citation_history {

using namespace longmen;
using namespace longmen::graph;

TEST_CASE("citation history: what separate runs give, on random graphs with the dirt of real data") {
    Threads threads{2};
    constexpr std::int32_t never_shown = -2;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const auto random = test::random_graph(seed,
                                               {.most_nodes = seed < 295 ? 60U : 20000U,
                                                .forward = 0.15,
                                                .undated = 0.1,
                                                .years = seed % 2 == 0 ? 0.0 : 0.4,
                                                .span_days = 3000},
                                               threads);
        const auto graph = random.view();
        const DayIndex index{graph.day};
        indicators::HistoryGrid grid{{1, 2, 3, 5, 8, 30}, {}};
        for (const int year : {1993, 1994, 1996, 1998, 2001, 2010}) {
            grid.cutoffs.push_back(documents_until(graph, Date::from_ymd(year, 12, 31)->days()));
        }
        const auto windows = grid.windows.size();
        const auto cutoffs = grid.cutoffs.size();
        std::vector<std::int32_t> cells(graph.nodes() * windows * cutoffs, never_shown);
        indicators::CitationHistory kernel{graph, index, grid, threads.count()};
        threads.ranges(graph.nodes(), 5, [&](std::size_t begin, std::size_t end, unsigned thread) {
            kernel.each(static_cast<NodeId>(begin), static_cast<NodeId>(end), thread,
                        [&](NodeId node, const auto& history) {
                            for (std::size_t w = 0; w < windows; ++w) {
                                for (auto c = history.first; c < history.last; ++c) {
                                    cells[(node * windows + w) * cutoffs + c] = history.at(w, c);
                                }
                            }
                        });
        });
        for (std::size_t c = 0; c < cutoffs; ++c) {
            const Prefix prefix{graph, grid.cutoffs[c], threads};
            const auto& then = prefix.graph();
            for (std::size_t w = 0; w < windows; ++w) {
                const auto wanted =
                    indicators::forward_citations(then, DayIndex{then.day}, grid.windows[w], threads);
                std::size_t wrong = 0;
                for (std::size_t node = 0; node < graph.nodes(); ++node) {
                    wrong += cells[(node * windows + w) * cutoffs + c] ==
                                     (node < then.nodes() ? wanted[node] : never_shown)
                                 ? 0
                                 : 1;
                }
                REQUIRE(wrong == 0);
            }
        }
    }
}

TEST_CASE("citation history: by hand") {
    Threads threads{1};
    const auto day = [](int y, int m, int d) { return Date::from_ymd(y, m, d)->days(); };
    const test::TestGraph graph{{day(2000, 3, 1), day(2000, 12, 31), day(2001, 3, 1), day(2003, 3, 1)},
                                {{1, 0}, {2, 0}, {3, 0}},
                                threads};
    const auto view = graph.view();
    const DayIndex index{view.day};
    const indicators::HistoryGrid grid{
        {1, 5}, {documents_until(view, day(2000, 12, 31)), documents_until(view, day(2002, 12, 31)), 4}};
    indicators::CitationHistory kernel{view, index, grid, 1};
    std::vector<std::int32_t> found;
    kernel.each(0, 1, 0, [&](NodeId, const auto& history) {
        for (const std::size_t w : {0U, 1U}) {
            for (const std::size_t c : {0U, 1U, 2U}) {
                found.push_back(history.at(w, c));
            }
        }
    });
    CHECK(found == std::vector<std::int32_t>{1, 2, 2, 1, 2, 3});
    const indicators::HistoryGrid wrong{{0}, {4}};
    CHECK_THROWS_AS((indicators::CitationHistory{view, index, wrong, 1}), UsageError);
}

} // namespace test_citation_history
