// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of names, on random graphs.
#include "support/graphs.hpp"
#include "support/lists.hpp"

#include <longmen/indicators/self_citations.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <set>
#include <vector>

namespace test_self_citations {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("self-citations: as defined, on random graphs") {
    Threads threads{2};
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const auto made = test::random_graph(seed, {}, threads);
        const auto graph = made.view();
        const auto applicants = test::random_lists(seed, graph.nodes(), 3, 6);
        for (const bool forward : {false, true}) {
            const auto& lists = forward ? graph.citing : graph.cited;
            const auto share = self_citation_share(lists, applicants.view(), threads);
            for (NodeId node = 0; node < graph.nodes(); ++node) {
                double known = 0, self = 0;
                for (const auto other : lists[node]) {
                    const auto a = applicants.view()[node];
                    const auto b = applicants.view()[other];
                    const std::set<std::uint32_t> names(a.begin(), a.end());
                    bool common = false;
                    for (const auto name : b) {
                        common = common || names.contains(name);
                    }
                    known += a.empty() || b.empty() ? 0 : 1;
                    self += common ? 1 : 0;
                    const auto wanted = a.empty() || b.empty() ? Relation::unknown
                                        : common               ? Relation::self
                                                               : Relation::other;
                    REQUIRE(relation_of(applicants.view(), node, other) == wanted);
                }
                if (known == 0) {
                    REQUIRE(std::isnan(share[node]));
                } else {
                    REQUIRE(share[node] == Approx(self / known));
                }
            }
        }
    }
}

TEST_CASE("self-citations: within the window, with those of others they make all of them") {
    Threads threads{2};
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const auto made =
            test::random_graph(seed, {.undated = 0.1, .years = seed % 2 == 0 ? 0.3 : 0.0}, threads);
        const auto graph = made.view();
        const graph::DayIndex index{graph.day};
        const auto applicants = test::random_lists(seed, graph.nodes(), 3, 6);
        const int years = 1 + static_cast<int>(seed % 8);
        const auto counts = self_citations(graph, index, applicants.view(), years, threads);
        const auto all = forward_citations(graph, index, years, threads);
        for (NodeId node = 0; node < graph.nodes(); ++node) {
            if (all[node] < 0 || applicants.view().count(node) == 0) {
                REQUIRE(counts.self[node] == -1);
                REQUIRE(counts.external[node] == -1);
                continue;
            }
            REQUIRE(counts.self[node] + counts.external[node] == all[node]);
            // Without the citations of others there are only those of its own.
            std::vector<Arc> own;
            for (const auto citing : graph.citing[node]) {
                if (relation_of(applicants.view(), citing, node) == Relation::self) {
                    own.push_back({citing, node});
                }
            }
            const test::TestGraph only{made.day, own, threads, made.year_only};
            REQUIRE(counts.self[node] == forward_citations(only.view(), index, years, threads)[node]);
        }
    }
}

} // namespace test_self_citations
