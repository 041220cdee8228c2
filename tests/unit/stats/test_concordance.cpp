// SPDX-License-Identifier: GPL-3.0-or-later
// Concordance against all pairs.
#include <longmen/base/errors.hpp>
#include <longmen/stats/concordance.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace test_concordance {

using namespace longmen;
using namespace longmen::stats;

TEST_CASE("concordance: hand cases") {
    using Times = std::vector<double>;
    using Ends = std::vector<std::uint8_t>;
    const auto c = [](const Times& times, const Ends& ends, const Times& scores) {
        return concordance(times, ends, scores);
    };
    CHECK(c({1, 2, 3}, {1, 1, 1}, {3, 2, 1}).value().c == 1);
    CHECK(c({1, 2, 3}, {1, 1, 1}, {1, 2, 3}).value().c == 0);
    CHECK(c({1, 2, 3}, {0, 1, 1}, {1, 2, 3}).value().discordant == 1); // the first is cut off
    CHECK(c({1, 1}, {1, 0}, {5, 5}).value().c == 0.5);                 // the cut one was still at risk
    CHECK(c({1, 1}, {1, 1}, {5, 4}).reason() == Undefined::zero_denominator);
    CHECK(c({}, {}, {}).reason() == Undefined::zero_denominator);
    CHECK_THROWS_AS(c({1}, {2}, {1}), UsageError);
    CHECK_THROWS_AS(c({1}, {1}, {std::numeric_limits<double>::quiet_NaN()}), UsageError);
    CHECK_THROWS_AS(c({1}, {1}, {}), UsageError);
    CHECK_THROWS_AS(concordance(Times{1}, Ends{1}, Times{1}, Times{1}), UsageError);
}

TEST_CASE("concordance: all pairs of drawn members, with ties of every kind") {
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
        const std::size_t n = 2 + random() % 40;
        std::vector<double> times, scores, entered;
        const bool late = round % 2 == 0;
        std::vector<std::uint8_t> ends;
        for (std::size_t i = 0; i < n; ++i) {
            times.push_back(static_cast<double>(1 + random() % 8));
            scores.push_back(static_cast<double>(random() % 6));
            if (late) {
                entered.push_back(std::floor(times.back() * 0.125 * static_cast<double>(random() % 8)));
            }
            ends.push_back(random() % 3 != 0 ? 1 : 0);
        }
        std::uint64_t concordant = 0, discordant = 0, tied = 0;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) {
                const bool watched = !late || entered[j] < times[i];
                const bool first = watched && ends[i] == 1 &&
                                   (times[i] < times[j] || (times[i] == times[j] && ends[j] == 0));
                concordant += first && scores[i] > scores[j] ? 1 : 0;
                discordant += first && scores[i] < scores[j] ? 1 : 0;
                tied += first && scores[i] == scores[j] ? 1 : 0;
            }
        }
        const auto found = concordance(times, ends, scores, entered);
        REQUIRE(found.defined() == (concordant + discordant + tied > 0));
        if (found.defined()) {
            CHECK(found.value().concordant == concordant);
            CHECK(found.value().discordant == discordant);
            CHECK(found.value().tied == tied);
        }
    }
}

} // namespace test_concordance
