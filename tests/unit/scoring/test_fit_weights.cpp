// SPDX-License-Identifier: GPL-3.0-or-later
// Weights learned back from outcomes that were drawn by known ones.
#include <longmen/base/errors.hpp>
#include <longmen/scoring/fit_weights.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace test_fit_weights {

using namespace longmen;
using namespace longmen::scoring;

namespace {

/// Terms uniform on 0..1; chances logistic in `truth`.
FitData drawn(const std::vector<double>& truth, std::size_t n, unsigned seed, int years = 5) {
    std::mt19937_64 random{seed};
    const auto uniform = [&] { return static_cast<double>(random() >> 11U) * 0x1p-53; };
    FitData data;
    data.terms = truth.size();
    for (std::size_t i = 0; i < n; ++i) {
        double at = -std::accumulate(truth.begin(), truth.end(), 0.0) / 2;
        for (const double b : truth) {
            const double x = uniform();
            data.values.push_back(x);
            at += b * x;
        }
        data.outcomes.push_back(uniform() < 1 / (1 + std::exp(-at)) ? 1 : 0);
        data.years.push_back(2000 + static_cast<int>(i) % years);
    }
    return data;
}

} // namespace

TEST_CASE("fit weights: known proportions come back") {
    Threads threads{2};
    const auto fitted = fit_weights(drawn({6, 3, 1}, 20000, 1), {.penalties = 15}, threads);
    CHECK(fitted.weights[0] == Approx(0.6).margin(0.05));
    CHECK(fitted.weights[1] == Approx(0.3).margin(0.05));
    CHECK(fitted.weights[2] == Approx(0.1).margin(0.05));
    CHECK(fitted.rounds.size() == 1);
    CHECK(fitted.deviance < fitted.null_deviance);
    CHECK(fitted.validation.groups >= 3);
    CHECK(fitted.weights[0] + fitted.weights[1] + fitted.weights[2] == Approx(1));
}

TEST_CASE("fit weights: a term that points the other way is taken out, and said to be") {
    Threads threads{1};
    const auto fitted = fit_weights(drawn({4, -3, 2}, 5000, 2), {.penalties = 10}, threads);
    CHECK(fitted.weights[1] == 0);
    CHECK(fitted.weights[0] > fitted.weights[2]);
    REQUIRE(fitted.rounds.size() == 2);
    CHECK(fitted.rounds[0].coefficients[1] < 0);
    CHECK(fitted.rounds[1].terms == std::vector<std::size_t>{0, 2});
}

TEST_CASE("fit weights: survival by hazards") {
    std::mt19937_64 random{3};
    const auto uniform = [&] { return static_cast<double>((random() >> 11U) + 1) * 0x1p-53; };
    FitData data;
    data.terms = 2;
    for (int i = 0; i < 8000; ++i) {
        const double a = uniform(), b = uniform();
        const double life = -std::log(uniform()) / (0.1 * std::exp(-3 * a - 1 * b));
        data.values.insert(data.values.end(), {a, b});
        data.outcomes.push_back(life > 10 ? 1 : 0); // kept over the ten years watched
        data.times.push_back(std::min(life, 10.0));
        data.years.push_back(2010);
    }
    Threads threads{1};
    const auto fitted = fit_weights(data, {.survival = true}, threads);
    CHECK(fitted.weights[0] == Approx(0.75).margin(0.05));
    CHECK(*fitted.concordance > 0.6);
}

TEST_CASE("fit weights: the same bits for any order of rows and any number of threads") {
    const auto data = drawn({2, 1}, 1500, 4);
    std::vector<std::size_t> order(data.outcomes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), std::mt19937{7});
    FitData other;
    other.terms = 2;
    for (const auto i : order) {
        other.values.insert(other.values.end(), {data.values[2 * i], data.values[2 * i + 1]});
        other.outcomes.push_back(data.outcomes[i]);
        other.years.push_back(data.years[i]);
    }
    Threads one{1}, two{2};
    CHECK(fit_weights(data, {.penalties = 8}, one).weights ==
          fit_weights(other, {.penalties = 8}, two).weights);
}

TEST_CASE("fit weights: too little to learn from, nothing to learn") {
    Threads threads{1};
    CHECK_THROWS_WITH(fit_weights(drawn({2}, 40, 5), {}, threads), Catch::Contains("at least 50 are needed"));
    auto all = drawn({2}, 200, 6);
    std::ranges::fill(all.outcomes, std::uint8_t{1});
    CHECK_THROWS_AS(fit_weights(all, {}, threads), DataError);
    CHECK_THROWS_WITH(fit_weights(drawn({-8}, 500, 7), {.penalties = 8}, threads),
                      Catch::Contains("no term points"));
}

} // namespace test_fit_weights
