// SPDX-License-Identifier: GPL-3.0-or-later
// Counting who exceeds whom, on random groups.
#include <longmen/indicators/breakthrough.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <random>

namespace test_breakthrough {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("breakthrough: means and the top hundredth, as defined, on random groups") {
    Threads one{1};
    Threads two{2};
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        std::mt19937_64 random{seed};
        constexpr std::size_t nodes = 900;
        Peers peers;
        peers.of = Buffer<std::uint32_t>(nodes);
        peers.sizes = Buffer<std::uint32_t>(6);
        Buffer<double> values(nodes);
        for (std::size_t node = 0; node < nodes; ++node) {
            const auto draw = random() % 100; // groups of very different size, the last one empty
            peers.of[node] = draw < 2    ? Peers::none
                             : draw < 4  ? 0
                             : draw < 8  ? 1
                             : draw < 22 ? 2
                             : draw < 60 ? 3
                                         : 4;
            if (peers.of[node] != Peers::none) {
                ++peers.sizes[peers.of[node]];
            }
            values[node] = random() % 50 == 0 ? std::numeric_limits<double>::quiet_NaN()
                                              : static_cast<double>(random() % (seed % 3 == 0 ? 4 : 100));
        }
        const auto relative = relative_to_peers(values, peers, one);
        const auto top = breakthrough(values, peers, one);
        const auto again = breakthrough(values, peers, two);
        const auto share = breakthrough_share(values, peers, two);
        for (std::size_t node = 0; node < nodes; ++node) {
            double sum = 0, count = 0, larger = 0, tops = 0;
            for (std::size_t other = 0; other < nodes; ++other) {
                if (peers.of[other] == peers.of[node] && !std::isnan(values[other])) {
                    sum += values[other];
                    ++count;
                    larger += values[other] > values[node] ? 1 : 0;
                    tops += top[other] == 1 ? 1 : 0;
                }
            }
            const bool counts = peers.of[node] != Peers::none && !std::isnan(values[node]);
            if (counts && count >= 30 && sum > 0) {
                REQUIRE(relative[node] == Approx(values[node] * count / sum));
            } else {
                REQUIRE(std::isnan(relative[node]));
            }
            if (counts && count >= 100) {
                REQUIRE(top[node] == (larger < count / 100 && values[node] > 0 ? 1 : 0));
                REQUIRE(again[node] == top[node]);
                REQUIRE(share[node] == Approx(tops / count));
            } else {
                REQUIRE(std::isnan(top[node]));
                REQUIRE(std::isnan(share[node]));
            }
        }
    }
}

} // namespace test_breakthrough
