// SPDX-License-Identifier: GPL-3.0-or-later
// Distributions kept short against the values they were made of.
#include <longmen/base/errors.hpp>
#include <longmen/stats/distribution.hpp>
#include <longmen/stats/ranks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace test_distribution {

using namespace longmen;
using namespace longmen::stats;

namespace {

std::vector<double> counts(std::mt19937& random, std::size_t n, int most) {
    std::vector<double> values(n);
    for (auto& value : values) {
        value = static_cast<double>(random() % static_cast<unsigned>(most));
    }
    std::ranges::sort(values);
    return values;
}

/// A third zeros, the rest without ties.
std::vector<double> shares(std::mt19937& random, std::size_t n) {
    std::vector<double> values(n);
    for (auto& value : values) {
        value = random() % 3 == 0 ? 0.0 : std::pow(static_cast<double>(random()) / 4294967296.0, 5.0);
    }
    std::ranges::sort(values);
    return values;
}

} // namespace

TEST_CASE("distribution: few values are kept all, and tell what the values tell") {
    std::mt19937 random{3};
    for (int round = 0; round < 200; ++round) {
        const auto values = counts(random, 1 + random() % 3000, 1 + static_cast<int>(random() % 900));
        const auto made = Distribution::of_sorted(values);
        REQUIRE(made.exact());
        REQUIRE(made.size() == values.size());
        for (const double x : {0.0, 0.5, 3.0, 800.0, 1000.0}) {
            CHECK(made.percentile(x) == standing(values, x).percentile());
        }
        for (const int percent : {1, 25, 50, 75, 99}) {
            const auto right = percentile_of_sorted(values, percent);
            const auto found = made.quantile(percent);
            CHECK(found.value == right.value);
            CHECK(found.low == right.low);
            CHECK(found.high == right.high);
        }
    }
}

TEST_CASE("distribution: of many values percentiles stay within 0.0005, ties and the 99th percentile exact") {
    std::mt19937 random{4};
    for (const std::size_t n : {1600U, 5000U, 40003U, 123456U}) {
        const auto values = shares(random, n);
        const auto made = Distribution::of_sorted(values);
        REQUIRE_FALSE(made.exact());
        CHECK(made.size() == n);
        CHECK(made.points().size() <= 1003);
        CHECK(made.percentile(0) == standing(values, 0).percentile());
        CHECK(made.quantile(99).value == percentile_of_sorted(values, 99).value);
        double worst = 0;
        for (std::size_t i = 0; i < n; i += 7) {
            for (const double x : {values[i], values[i] + 1e-12, std::sqrt(values[i])}) {
                worst = std::max(worst, std::abs(made.percentile(x) - standing(values, x).percentile()));
            }
        }
        CHECK(worst < 0.0005);
    }
}

TEST_CASE("distribution: exact parts together are exact, others stay within 0.001") {
    std::mt19937 random{5};
    for (const bool exact : {true, false}) {
        std::vector<Distribution> parts;
        std::vector<const Distribution*> all;
        std::vector<double> values;
        for (const std::size_t n : {0U, 1U, 30U, 2000U, 9000U}) {
            const auto part = exact ? counts(random, n, 40) : shares(random, n);
            parts.push_back(Distribution::of_sorted(part));
            values.insert(values.end(), part.begin(), part.end());
        }
        for (const auto& part : parts) {
            all.push_back(&part);
        }
        std::ranges::sort(values);
        const auto made = Distribution::merged(all);
        CHECK(made.exact() == exact);
        CHECK(made.size() == values.size());
        if (exact) {
            CHECK(made.points() == Distribution::of_sorted(values).points());
        }
        double worst = 0;
        for (const double x : values) {
            worst = std::max(worst, std::abs(made.percentile(x) - standing(values, x).percentile()));
        }
        CHECK(worst <= (exact ? 0.0 : 0.001));
        CHECK(made.quantile(99).low == percentile_of_sorted(values, 99).low);
    }
}

TEST_CASE("distribution: read back from its points, and refused when they make no sense") {
    std::mt19937 random{6};
    const auto made = Distribution::of_sorted(shares(random, 5000));
    const auto again = Distribution::of_points(made.points());
    CHECK(again.points() == made.points());
    CHECK(again.size() == made.size());
    CHECK(again.exact() == made.exact());
    using Points = std::vector<DistributionPoint>;
    CHECK(Distribution::of_points({}).size() == 0);
    CHECK_THROWS_AS(Distribution::of_points(Points{{1, 0, 0}}), UsageError);
    CHECK_THROWS_AS(Distribution::of_points(Points{{1, 2, 1}}), UsageError);
    CHECK_THROWS_AS(Distribution::of_points(Points{{1, 0, 2}, {1, 2, 1}}), UsageError);
    CHECK_THROWS_AS(Distribution::of_points(Points{{1, 0, 2}, {2, 1, 1}}), UsageError);
    CHECK_THROWS_AS(Distribution{}.quantile(99), UsageError);
}

} // namespace test_distribution
