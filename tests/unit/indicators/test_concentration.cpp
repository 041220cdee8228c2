// SPDX-License-Identifier: GPL-3.0-or-later
// Worked values, and the correction against pairs counted one by one.
#include <longmen/indicators/concentration.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <random>

namespace test_concentration {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("concentration: worked shares of a half, three and two tenths") {
    const std::vector<double> amounts{3, 5, 0, 2};
    const auto result = concentration(amounts).value();
    CHECK(result.holders == 3);
    CHECK(result.hhi == Approx(0.38));
    CHECK(result.effective_holders == Approx(1 / 0.38));
    CHECK(result.unbiased.value() == Approx(2.8 / 9));
    CHECK(result.entropy == Approx(-0.5 * std::log(0.5) - 0.3 * std::log(0.3) - 0.2 * std::log(0.2)));
    CHECK(result.first(0) == 0);
    CHECK(result.first(1) == Approx(0.5));
    CHECK(result.first(2) == Approx(0.8));
    CHECK(result.first(4) == 1);
}

TEST_CASE("concentration: one holder and none") {
    const std::vector<double> one{7}, single{1}, none{0, 0};
    const auto result = concentration(one).value();
    CHECK(result.hhi == 1);
    CHECK(result.entropy == 0);
    CHECK(result.unbiased.value() == 1);
    CHECK(concentration(single).value().unbiased.reason() == Undefined::zero_denominator);
    CHECK(concentration(none).reason() == Undefined::zero_denominator);
    CHECK(concentration({}).reason() == Undefined::zero_denominator);
    const std::vector<double> bad{1, -1}, nan{1, std::numeric_limits<double>::quiet_NaN()};
    CHECK(concentration(bad).reason() == Undefined::impossible_value);
    CHECK(concentration(nan).reason() == Undefined::impossible_value);
}

TEST_CASE(
    "concentration: the corrected index is the chance that two different documents share their holder") {
    std::mt19937_64 random{5};
    for (int round = 0; round < 200; ++round) {
        std::vector<double> amounts;
        std::vector<std::size_t> holder;
        for (std::size_t i = 0; i < 1 + random() % 6; ++i) {
            const auto count = random() % 6;
            amounts.push_back(static_cast<double>(count));
            holder.insert(holder.end(), count, i);
        }
        if (holder.size() < 2) {
            continue;
        }
        std::size_t same = 0, pairs = 0;
        for (std::size_t i = 0; i < holder.size(); ++i) {
            for (std::size_t j = 0; j < holder.size(); ++j) {
                pairs += i != j ? 1 : 0;
                same += i != j && holder[i] == holder[j] ? 1 : 0;
            }
        }
        const auto result = concentration(amounts).value();
        CHECK(result.unbiased.value() ==
              Approx(static_cast<double>(same) / static_cast<double>(pairs)).margin(1e-12));
    }
}

} // namespace test_concentration
