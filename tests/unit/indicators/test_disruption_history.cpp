// SPDX-License-Identifier: GPL-3.0-or-later
// One pass gives what separate runs on the graph of each cut-off give.
#include "support/graphs.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/prefix.hpp>
#include <longmen/indicators/disruption_history.hpp>

#include <catch2/catch.hpp>

#include <numeric>
#include <vector>

namespace test_disruption_history {

using namespace longmen;
using namespace longmen::graph;

namespace {

struct Cell {
    indicators::DisruptionCounts counts;
    std::uint32_t sources = 0;
    bool shown = false;
};

/// Of all documents, windows and cut-offs, by blocks of five documents.
std::vector<Cell> in_one_pass(const CitationGraph& graph, const indicators::HistoryGrid& grid,
                              Threads& threads) {
    const auto windows = grid.windows.size();
    const auto cutoffs = grid.cutoffs.size();
    std::vector<Cell> cells(graph.nodes() * windows * cutoffs);
    const DayIndex index{graph.day};
    indicators::DisruptionHistory kernel{graph, index, grid, threads.count()};
    threads.ranges(graph.nodes(), 5, [&](std::size_t begin, std::size_t end, unsigned thread) {
        kernel.each(static_cast<NodeId>(begin), static_cast<NodeId>(end), thread,
                    [&](NodeId node, const auto& history) {
                        for (std::size_t w = 0; w < windows; ++w) {
                            for (auto c = history.first; c < history.last; ++c) {
                                cells[(node * windows + w) * cutoffs + c] = {history.at(w, c).counts(),
                                                                             history.sources, true};
                            }
                        }
                    });
    });
    return cells;
}

} // namespace

TEST_CASE("disruption history: what separate runs give, on random graphs with the dirt of real data") {
    Threads threads{2};
    std::size_t later_sources = 0;
    for (std::uint64_t seed = 0; seed < 250; ++seed) {
        const auto random = test::random_graph(seed,
                                               {.most_nodes = seed < 245 ? 60U : 20000U,
                                                .arcs_of_node = 3,
                                                .forward = seed % 5 == 0 ? 0.0 : 0.15,
                                                .undated = 0.05,
                                                .years = seed % 2 == 0 ? 0.0 : 0.3,
                                                .span_days = 3000},
                                               threads);
        const auto graph = random.view();
        indicators::HistoryGrid grid{{1, 2, 3, 7, 30}, {}};
        for (const int year : {1993, 1995, 1996, 1997, 1999, 2001, 2010}) {
            grid.cutoffs.push_back(documents_until(graph, Date::from_ymd(year, 12, 31)->days()));
        }
        const auto cells = in_one_pass(graph, grid, threads);
        for (std::size_t c = 0; c < grid.cutoffs.size(); ++c) {
            const Prefix prefix{graph, grid.cutoffs[c], threads};
            const auto& then = prefix.graph();
            for (std::size_t w = 0; w < grid.windows.size(); ++w) {
                const auto wanted =
                    indicators::disruption(then, DayIndex{then.day}, grid.windows[w], threads);
                std::size_t wrong = 0;
                for (std::size_t node = 0; node < graph.nodes(); ++node) {
                    const auto& cell = cells[(node * grid.windows.size() + w) * grid.cutoffs.size() + c];
                    if (node >= then.nodes()) {
                        wrong += cell.shown ? 1 : 0;
                        continue;
                    }
                    wrong += cell.shown && cell.counts.only == wanted[node].only &&
                                     cell.counts.both == wanted[node].both &&
                                     cell.counts.past == wanted[node].past &&
                                     cell.sources == then.cited.count(node)
                                 ? 0
                                 : 1;
                    later_sources += then.cited.count(node) < graph.cited.count(node) ? 1 : 0;
                }
                REQUIRE(wrong == 0);
            }
        }
    }
    CHECK(later_sources > 0);
}

TEST_CASE("disruption history: a grid must have windows and cut-offs, in order") {
    Threads threads{1};
    const test::TestGraph graph{{1, 2}, {{1, 0}}, threads};
    const auto view = graph.view();
    const DayIndex index{view.day};
    for (const auto& [windows, cutoffs] : std::vector<std::pair<std::vector<int>, std::vector<NodeId>>>{
             {{}, {2}}, {{5}, {}}, {{0}, {2}}, {{101}, {2}}, {{5, 3}, {2}}, {{5}, {2, 1}}}) {
        const indicators::HistoryGrid grid{windows, cutoffs};
        CHECK_THROWS_AS((indicators::DisruptionHistory{view, index, grid, 1}), UsageError);
    }
}

} // namespace test_disruption_history
