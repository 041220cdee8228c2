// SPDX-License-Identifier: GPL-3.0-or-later
// Power means: worked values, and what holds of all of them.
#include <longmen/base/errors.hpp>
#include <longmen/stats/power_mean.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace test_power_mean {

using namespace longmen;
using stats::power_mean;

namespace {
constexpr double infinite = std::numeric_limits<double>::infinity();
}

TEST_CASE("power mean: worked values") {
    const std::vector<double> x{4, 9}, equal{1, 1}, heavy{3, 1};
    CHECK(power_mean(x, equal, 1) == Approx(6.5));
    CHECK(power_mean(x, equal, 0) == Approx(6));
    CHECK(power_mean(x, equal, 0.5) == Approx(6.25)); // ((2 + 3) / 2)^2
    CHECK(power_mean(x, equal, -1) == Approx(72.0 / 13));
    CHECK(power_mean(x, heavy, 0.5) == Approx(5.0625)); // ((6 + 3) / 4)^2
    CHECK(power_mean(x, equal, -infinite) == 4);
    CHECK(power_mean(x, equal, infinite) == 9);
    CHECK(power_mean(std::vector<double>{0, 9}, equal, 0.5) == Approx(2.25)); // weak, but not wiped out
    CHECK(power_mean(std::vector<double>{0, 9}, equal, 0) == 0);
    CHECK(power_mean(std::vector<double>{0, 0}, equal, 0.5) == 0);
    CHECK(power_mean(std::vector<double>{7}, std::vector<double>{2}, 3) == 7);
}

TEST_CASE(
    "power mean: never less for a larger power, within the figures, and refused where it has no meaning") {
    std::mt19937 random{3};
    std::uniform_real_distribution<double> figure{0, 100}, weight{0.1, 2};
    for (int trial = 0; trial < 500; ++trial) {
        std::vector<double> x(1 + random() % 6), w(x.size());
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] = random() % 5 == 0 ? 0 : figure(random);
            w[i] = weight(random);
        }
        double before = -1;
        for (const double p : {-infinite, -2.0, -0.5, 0.0, 0.3, 0.5, 1.0, 2.0, 20.0, infinite}) {
            const double mean = power_mean(x, w, p);
            REQUIRE(mean >= before * (1 - 1e-12));
            REQUIRE(mean >= *std::ranges::min_element(x));
            REQUIRE(mean <= *std::ranges::max_element(x));
            before = mean;
        }
    }
    const std::vector<double> one{1}, two{1, 2};
    CHECK_THROWS_AS(power_mean({}, {}, 1), UsageError);
    CHECK_THROWS_AS(power_mean(two, one, 1), UsageError);
    CHECK_THROWS_AS(power_mean(std::vector<double>{-1}, one, 1), UsageError);
    CHECK_THROWS_AS(power_mean(one, std::vector<double>{0}, 1), UsageError);
    CHECK_THROWS_AS(power_mean(one, one, std::nan("")), UsageError);
}

} // namespace test_power_mean
