// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of names, on random graphs.
#include "support/graphs.hpp"
#include "support/lists.hpp"

#include <longmen/indicators/self_citations.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <set>

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
