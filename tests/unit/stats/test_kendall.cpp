// SPDX-License-Identifier: GPL-3.0-or-later
// Kendall's tau-b against pairs, and its variance against all permutations.
#include <longmen/base/errors.hpp>
#include <longmen/stats/distributions.hpp>
#include <longmen/stats/kendall.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <vector>

namespace test_kendall {

using namespace longmen;
using namespace longmen::stats;

namespace {

using Values = std::vector<double>;

struct Pairs {
    std::uint64_t concordant = 0, discordant = 0, tied_first = 0, tied_second = 0, tied_both = 0;
    [[nodiscard]] double lead() const {
        return static_cast<double>(concordant) - static_cast<double>(discordant);
    }
};

Pairs count_pairs(const Values& first, const Values& second) {
    const auto sign = [](double a, double b) { return (a > b) - (a < b); };
    Pairs pairs;
    for (std::size_t i = 0; i < first.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const int a = sign(first[i], first[j]), b = sign(second[i], second[j]);
            pairs.concordant += a * b > 0;
            pairs.discordant += a * b < 0;
            pairs.tied_first += a == 0;
            pairs.tied_second += b == 0;
            pairs.tied_both += a == 0 && b == 0;
        }
    }
    return pairs;
}

Values random_values(std::mt19937_64& random, std::size_t size, std::uint64_t kinds) {
    Values values(size);
    for (auto& v : values) {
        v = static_cast<double>(random() % kinds) / 4 - 1;
    }
    return values;
}

} // namespace

TEST_CASE("kendall: SciPy's documented example") {
    const auto tau = kendall_tau(Values{12, 2, 1, 12, 2}, Values{1, 4, 7, 1, 0}).value();
    CHECK(tau.tau == Approx(-0.4714045207910316).epsilon(1e-14));
    CHECK(tau.p == Approx(0.2827454599327748).epsilon(1e-12));
}

TEST_CASE("kendall: the same order is 1, the opposite is -1, exactly, ties or not") {
    const Values values{3, 1, 1, 7, 7, 7, 2}, cubes{27, 1, 1, 343, 343, 343, 8};
    Values opposite;
    for (const double v : values) {
        opposite.push_back(-v);
    }
    CHECK(kendall_tau(values, cubes).value().tau == 1);
    CHECK(kendall_tau(values, opposite).value().tau == -1);
    CHECK(kendall_tau(values, opposite).value().concordant == 0);
}

TEST_CASE("kendall: equals the definition by pairs on random values with ties") {
    std::mt19937_64 random{31};
    int defined = 0;
    for (int round = 0; round < 300; ++round) {
        const std::size_t size = 2 + random() % 70;
        auto first = random_values(random, size, 1 + random() % 40);
        auto second = random_values(random, size, 1 + random() % 40);
        const auto slow = count_pairs(first, second);
        const auto tau = kendall_tau(first, second);
        const std::uint64_t pairs = size * (size - 1) / 2;
        REQUIRE(tau.defined() == (slow.tied_first < pairs && slow.tied_second < pairs));
        if (!tau.defined()) {
            continue;
        }
        ++defined;
        const auto& got = tau.value();
        REQUIRE(got.concordant == slow.concordant);
        REQUIRE(got.discordant == slow.discordant);
        REQUIRE(got.tied_first == slow.tied_first);
        REQUIRE(got.tied_second == slow.tied_second);
        REQUIRE(got.tied_both == slow.tied_both);
        REQUIRE(got.tau == Approx(slow.lead() / std::sqrt(static_cast<double>(pairs - slow.tied_first)) /
                                  std::sqrt(static_cast<double>(pairs - slow.tied_second)))
                               .epsilon(1e-13));
        REQUIRE(kendall_tau(second, first).value().tau == got.tau);
        std::reverse(first.begin(), first.end());
        std::reverse(second.begin(), second.end());
        REQUIRE(kendall_tau(first, second).value().p == got.p);
    }
    CHECK(defined > 200);
}

TEST_CASE("kendall: p uses the variance over all permutations") {
    std::mt19937_64 random{32};
    for (int round = 0; round < 40; ++round) {
        const std::size_t size = 2 + random() % 5;
        const auto first = random_values(random, size, 3), second = random_values(random, size, 4);
        const auto tau = kendall_tau(first, second);
        if (!tau.defined()) {
            continue;
        }
        std::vector<std::size_t> order(size);
        std::iota(order.begin(), order.end(), 0);
        double squares = 0, permutations = 0;
        do {
            Values permuted;
            for (const std::size_t i : order) {
                permuted.push_back(second[i]);
            }
            squares += std::pow(count_pairs(first, permuted).lead(), 2);
            ++permutations;
        } while (std::next_permutation(order.begin(), order.end()));
        const double z = count_pairs(first, second).lead() / std::sqrt(squares / permutations);
        REQUIRE(tau.value().p == Approx(2 * normal_at_most(-std::abs(z))).epsilon(1e-12));
    }
}

TEST_CASE("kendall: what is not defined says so, bad input is refused") {
    const double infinity = std::numeric_limits<double>::infinity();
    CHECK(kendall_tau({}, {}).reason() == Undefined::no_data);
    CHECK(kendall_tau(Values{1}, Values{2}).reason() == Undefined::zero_denominator);
    CHECK(kendall_tau(Values{1, 1, 1}, Values{1, 2, 3}).reason() == Undefined::zero_denominator);
    CHECK(kendall_tau(Values{1, 2, 3}, Values{0.0, -0.0, 0.0}).reason() == Undefined::zero_denominator);
    CHECK(kendall_tau(Values{-infinity, 0, infinity}, Values{1, 2, 3}).value().tau == 1);
    CHECK(kendall_tau(Values{1, 2, 3}, Values{2, 2, 3}).value().tau == Approx(2 / std::sqrt(6.0)));
    CHECK_THROWS_AS(kendall_tau(Values{1, 2}, Values{1}), UsageError);
    CHECK_THROWS_AS(kendall_tau(Values{1, std::nan("")}, Values{1, 2}), UsageError);
    CHECK_THROWS_AS(kendall_tau(Values{1, 2}, Values{std::nan(""), 2}), UsageError);
}

} // namespace test_kendall
