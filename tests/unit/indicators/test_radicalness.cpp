// SPDX-License-Identifier: GPL-3.0-or-later
// The worked value, and the definition on random graphs.
#include "support/graphs.hpp"
#include "support/lists.hpp"

#include <longmen/indicators/radicalness.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <set>

namespace test_radicalness {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("radicalness: two fifths by codes, a third by documents, as worked by hand") {
    Threads threads{1};
    // 3 cites 0, 1, 2; classes A61K 0, C07D 1, G01N 2.
    const test::TestGraph graph{{1, 2, 3, 4}, {{3, 0}, {3, 1}, {3, 2}}, threads};
    const std::vector<ArcId> offsets{0, 2, 3, 5, 6};
    const std::vector<std::uint32_t> items{0, 0, 1, 0, 2, 0};
    const Lists classes{offsets, items};
    CHECK(radicalness(graph.view(), classes, 3, RadicalnessUnit::codes, threads)[3] == Approx(0.4));
    CHECK(radicalness(graph.view(), classes, 3, RadicalnessUnit::documents, threads)[3] == Approx(1.0 / 3));
    CHECK(std::isnan(radicalness(graph.view(), classes, 3, RadicalnessUnit::codes, threads)[0]));
}

TEST_CASE("radicalness: as defined, on random graphs and classes") {
    Threads threads{2};
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const auto made = test::random_graph(seed, {}, threads);
        const auto graph = made.view();
        const auto lists = test::random_lists(seed, graph.nodes(), 3, 5);
        const auto classes = lists.view();
        const auto codes = radicalness(graph, classes, 5, RadicalnessUnit::codes, threads);
        const auto documents = radicalness(graph, classes, 5, RadicalnessUnit::documents, threads);
        for (std::size_t node = 0; node < graph.nodes(); ++node) {
            const std::set<std::uint32_t> own(classes[node].begin(), classes[node].end());
            double all = 0, outside = 0, with = 0, apart_ones = 0;
            for (const auto cited : graph.cited[node]) {
                bool shared = false;
                for (const auto each : classes[cited]) {
                    ++all;
                    outside += own.contains(each) ? 0 : 1;
                    shared = shared || own.contains(each);
                }
                with += classes[cited].empty() ? 0 : 1;
                apart_ones += classes[cited].empty() || shared ? 0 : 1;
            }
            if (own.empty() || all == 0) {
                REQUIRE(std::isnan(codes[node]));
                REQUIRE(std::isnan(documents[node]));
            } else {
                REQUIRE(codes[node] == Approx(outside / all));
                REQUIRE(documents[node] == Approx(apart_ones / with));
            }
        }
    }
}

} // namespace test_radicalness
