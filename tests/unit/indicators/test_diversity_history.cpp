// SPDX-License-Identifier: GPL-3.0-or-later
// One pass gives what separate runs on the graph of each cut-off give, to the bit.
#include "support/graphs.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/prefix.hpp>
#include <longmen/indicators/diversity_history.hpp>

#include <catch2/catch.hpp>

#include <bit>
#include <random>
#include <vector>

namespace test_diversity_history {

using namespace longmen;
using namespace longmen::graph;
using indicators::DiversityRule;

namespace {

struct Form {
    DiversityRule rule;
    bool corrected, forward;
};

} // namespace

TEST_CASE("diversity history: what separate runs give, to the bit, on random graphs") {
    Threads threads{2};
    std::size_t defined = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto random = test::random_graph(seed,
                                               {.most_nodes = seed < 196 ? 60U : 9000U,
                                                .arcs_of_node = 5,
                                                .forward = 0.1,
                                                .undated = 0.05,
                                                .span_days = 3000},
                                               threads);
        const auto graph = random.view();
        const std::uint32_t class_count = seed % 2 == 0 ? 12 : 100000; // packed narrow and wide
        std::mt19937_64 draw{seed};
        std::vector<ArcId> offsets{0};
        std::vector<std::uint32_t> items;
        for (std::size_t node = 0; node < graph.nodes(); ++node) {
            for (auto count = draw() % 8; count > 0; --count) { // more than fit in a word, and none
                const auto each = static_cast<std::uint32_t>(draw() % 12) * (class_count / 12);
                const auto list = std::span{items}.subspan(offsets.back());
                if (std::ranges::find(list, each) == list.end()) {
                    items.push_back(each);
                }
            }
            offsets.push_back(static_cast<ArcId>(items.size()));
        }
        const Lists classes{offsets, items};
        std::vector<NodeId> cutoffs;
        for (const int year : {1993, 1994, 1996, 1997, 1998, 2001, 2010}) {
            cutoffs.push_back(documents_until(graph, Date::from_ymd(year, 12, 31)->days()));
        }
        for (const auto& [rule, corrected, forward] :
             {Form{DiversityRule::fractional, false, true}, Form{DiversityRule::first, true, true},
              Form{DiversityRule::pooled, false, false}, Form{DiversityRule::first, true, false}}) {
            indicators::DiversityHistory kernel{forward ? graph.citing : graph.cited,
                                                classes,
                                                class_count,
                                                rule,
                                                corrected,
                                                cutoffs,
                                                threads};
            constexpr double never_shown = 7;
            std::vector<double> cells(graph.nodes() * cutoffs.size(), never_shown);
            threads.ranges(graph.nodes(), 7, [&](std::size_t begin, std::size_t end, unsigned thread) {
                kernel.each(static_cast<NodeId>(begin), static_cast<NodeId>(end), thread,
                            [&](NodeId node, std::size_t first, std::span<const double> values) {
                                for (auto c = first; c < cutoffs.size(); ++c) {
                                    cells[node * cutoffs.size() + c] = values[c];
                                }
                            });
            });
            for (std::size_t c = 0; c < cutoffs.size(); ++c) {
                const Prefix prefix{graph, cutoffs[c], threads};
                const auto& then = prefix.graph();
                const auto wanted = indicators::diversity(forward ? then.citing : then.cited, classes,
                                                          class_count, rule, corrected, threads);
                std::size_t wrong = 0;
                for (std::size_t node = 0; node < graph.nodes(); ++node) {
                    const auto found = cells[node * cutoffs.size() + c];
                    const auto right = node < then.nodes() ? wanted[node] : never_shown;
                    const bool same =
                        std::bit_cast<std::uint64_t>(found) == std::bit_cast<std::uint64_t>(right);
                    wrong += same ? 0 : 1;
                    defined += right == right && right > 0 && right < 1 ? 1 : 0;
                }
                REQUIRE(wrong == 0);
            }
        }
    }
    CHECK(defined > 1000);
}

TEST_CASE("diversity history: no correction of the fractional rule") {
    Threads threads{1};
    const test::TestGraph graph{{1, 2}, {{1, 0}}, threads};
    const auto view = graph.view();
    const std::vector<ArcId> offsets{0, 0, 0};
    const std::vector<NodeId> cutoffs{2};
    CHECK_THROWS_AS((indicators::DiversityHistory{
                        view.citing, {offsets, {}}, 1, DiversityRule::fractional, true, cutoffs, threads}),
                    UsageError);
}

} // namespace test_diversity_history
