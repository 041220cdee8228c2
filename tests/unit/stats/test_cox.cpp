// SPDX-License-Identifier: GPL-3.0-or-later
// Cox's regression: closed forms, a published trial, the partial likelihood taken literally, refusals.
#include "fitting.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/stats/cox.hpp>

#include <catch2/catch.hpp>

namespace test_cox {

using namespace longmen;
using namespace longmen::stats;
using namespace longmen::test;

namespace {

using Times = std::vector<double>;
using Ends = std::vector<std::uint8_t>;

CoxFit fit_of(const Numbers& numbers, const Times& times, const Ends& ends, const CoxOptions& options = {}) {
    return std::get<CoxFit>(cox(numbers.design(), times, ends, options));
}

FitRefusal refusal_of(const Numbers& numbers, const Times& times, const Ends& ends,
                      const CoxOptions& options = {}) {
    return std::get<FitRefusal>(cox(numbers.design(), times, ends, options));
}

/// As defined: for each time, over members in the order given.
double partial(const Numbers& numbers, const Times& times, const Ends& ends, const std::vector<double>& b,
               Ties ties, const Times& entered = {}) {
    const auto design = numbers.design();
    const auto eta = [&](std::size_t i) {
        double sum = 0;
        for (std::size_t j = 0; j < design.columns; ++j) {
            sum += b[j] * design.at(i, j);
        }
        return sum;
    };
    double value = 0;
    auto moments = times;
    std::ranges::sort(moments);
    moments.erase(std::ranges::unique(moments).begin(), moments.end());
    for (const double t : moments) {
        double risk = 0, ending = 0;
        int d = 0;
        for (std::size_t i = 0; i < times.size(); ++i) {
            const bool watched = entered.empty() || entered[i] < t;
            risk += times[i] >= t && watched ? std::exp(eta(i)) : 0;
            if (times[i] == t && ends[i] == 1) {
                ending += std::exp(eta(i));
                value += eta(i);
                ++d;
            }
        }
        for (int k = 0; k < d; ++k) {
            value -= std::log(risk - (ties == Ties::efron ? static_cast<double>(k) / d * ending : 0));
        }
    }
    return value;
}

/// Times in whole months, many of them shared; inputs hasten the end.
struct Drawn {
    Numbers numbers;
    Times times;
    Ends ends;
    explicit Drawn(std::uint64_t seed, std::size_t rows = 80) : numbers(drawn_numbers(rows, 3, seed)) {
        std::mt19937_64 random(seed + 1);
        for (std::size_t i = 0; i < rows; ++i) {
            const auto row = numbers.design().row(i);
            const double rate = std::exp(0.6 * row[0] - 0.2 * row[1]);
            const double t = -std::log(uniform(random)) / rate, cut = 4 * uniform(random);
            ends.push_back(t <= cut ? 1 : 0);
            times.push_back(1 + std::floor(6 * std::min(t, cut)));
        }
    }
};

} // namespace

TEST_CASE("cox: six subjects in closed form") {
    const Numbers x{1, {1, 1, 1, 0, 0, 0}};
    const Times times{1, 1, 6, 6, 8, 9};
    const Ends ends{1, 0, 1, 1, 0, 1};
    const auto breslow = fit_of(x, times, ends, {.ties = Ties::breslow});
    const double r = (3 + std::sqrt(33.0)) / 2;
    CHECK(breslow.coefficients[0] == Approx(std::log(r)).epsilon(1e-9)); // 1.475285
    CHECK(breslow.log_likelihood == Approx(-3.824750).margin(5e-7));
    CHECK(breslow.null_log_likelihood == Approx(-4.564348).margin(5e-7));
    CHECK(breslow.standard_errors[0] == Approx(1 / std::sqrt(0.6341681)).epsilon(1e-6));
    // Efron: r^3 = 23 r + 30.
    const double efron = 2 * std::sqrt(23.0 / 3) * std::cos(std::acos(45.0 / 23 * std::sqrt(3.0 / 23)) / 3);
    const auto fit = fit_of(x, times, ends);
    CHECK(fit.coefficients[0] == Approx(std::log(efron)).epsilon(1e-9));
    CHECK(fit.coefficients[0] == Approx(1.676857).margin(5e-7));
    // Baseline at the mean of x: 1/(3r+3), then 2/(r+3), then 1, each over r^(-1/2).
    REQUIRE(breslow.baseline.size() == 3);
    CHECK(breslow.baseline[0].cumulative == Approx(std::sqrt(r) / (3 * r + 3)));
    CHECK(breslow.baseline[1].cumulative == Approx(std::sqrt(r) * (1 / (3 * r + 3) + 2 / (r + 3))));
    CHECK(breslow.baseline[1].at_risk == 4);
    CHECK(breslow.baseline[2].ended == 1);
    const double zero[] = {0};
    CHECK(breslow.survival(zero, 6) == Approx(std::exp(-(1 / (3 * r + 3) + 2 / (r + 3)))));
    CHECK(breslow.survival(zero, 0.5) == 1);
}

TEST_CASE("cox: Freireich's remissions, as published for both rules of ties") {
    const Times drug{6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35};
    const Ends drug_ends{1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0};
    const Times none{1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};
    Numbers x{1, {}};
    Times times;
    Ends ends;
    for (std::size_t i = 0; i < drug.size(); ++i) {
        x.values.push_back(0);
        times.push_back(drug[i]);
        ends.push_back(drug_ends[i]);
    }
    for (const double time : none) {
        x.values.push_back(1);
        times.push_back(time);
        ends.push_back(1);
    }
    const auto efron = fit_of(x, times, ends);
    CHECK(efron.coefficients[0] == Approx(1.572).margin(0.0006));
    CHECK(efron.standard_errors[0] == Approx(0.412).margin(0.0006));
    CHECK(2 * (efron.log_likelihood - efron.null_log_likelihood) == Approx(16.35).margin(0.006));
    const auto breslow = fit_of(x, times, ends, {.ties = Ties::breslow});
    CHECK(breslow.coefficients[0] == Approx(1.509).margin(0.0006));
    CHECK(breslow.standard_errors[0] == Approx(0.410).margin(0.0006));
    CHECK(efron.ended == 30);
}

TEST_CASE("cox: likelihood as defined, its slope vanishes, errors from its curvature") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const Drawn data(seed);
        for (const auto ties : {Ties::efron, Ties::breslow}) {
            const auto fit = fit_of(data.numbers, data.times, data.ends, {.ties = ties});
            const auto value = [&](const std::vector<double>& b) {
                return partial(data.numbers, data.times, data.ends, b, ties);
            };
            CHECK(fit.log_likelihood == Approx(value(fit.coefficients)).epsilon(1e-9));
            CHECK(fit.null_log_likelihood == Approx(value({0, 0, 0})).epsilon(1e-9));
            constexpr double h = 1e-4;
            double curve[3][3];
            for (std::size_t j = 0; j < 3; ++j) {
                auto up = fit.coefficients, down = fit.coefficients;
                up[j] += h;
                down[j] -= h;
                CHECK((value(up) - value(down)) / (2 * h) == Approx(0).margin(1e-4));
                for (std::size_t k = 0; k < 3; ++k) {
                    auto a = up, b = up, c = down, d = down;
                    a[k] += h;
                    b[k] -= h;
                    c[k] += h;
                    d[k] -= h;
                    curve[j][k] = -(value(a) - value(b) - value(c) + value(d)) / (4 * h * h);
                }
            }
            const auto& m = curve;
            const double determinant = m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) -
                                       m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0]) +
                                       m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
            const double first = (m[1][1] * m[2][2] - m[1][2] * m[2][1]) / determinant;
            CHECK(fit.standard_errors[0] == Approx(std::sqrt(first)).epsilon(1e-3));
        }
    }
}

TEST_CASE("cox: ridge draws towards zero, and its maximum is that of the penalised likelihood") {
    const Drawn data(50);
    const auto free = fit_of(data.numbers, data.times, data.ends);
    double before = 1e9;
    for (const double theta : {1.0, 10.0, 100.0}) {
        const auto fit = fit_of(data.numbers, data.times, data.ends, {.ridge = theta});
        double size = 0;
        for (std::size_t j = 0; j < 3; ++j) {
            size += fit.standardised[j] * fit.standardised[j];
            CHECK(fit.standard_errors[j] < free.standard_errors[j]);
        }
        CHECK(size < before);
        before = size;
        const auto value = [&](std::vector<double> b) {
            double cost = 0;
            for (std::size_t j = 0; j < 3; ++j) { // coefficient over coefficient is the deviation
                const double s = b[j] * fit.standardised[j] / fit.coefficients[j];
                cost += theta / 2 * s * s;
            }
            return partial(data.numbers, data.times, data.ends, b, Ties::efron) - cost;
        };
        constexpr double h = 1e-5;
        for (std::size_t j = 0; j < 3; ++j) {
            auto up = fit.coefficients, down = fit.coefficients;
            up[j] += h;
            down[j] -= h;
            CHECK((value(up) - value(down)) / (2 * h) == Approx(0).margin(1e-4));
        }
    }
}

TEST_CASE("cox: errors under a ridge, of one input") {
    const Numbers x{1, {1, 1, 1, 0, 0, 0}};
    const Times times{1, 1, 6, 6, 8, 9};
    const Ends ends{1, 0, 1, 1, 0, 1};
    constexpr double theta = 2, deviation = 0.5, h = 1e-4;
    const auto fit = fit_of(x, times, ends, {.ridge = theta});
    const auto value = [&](double b) { return partial(x, times, ends, {b}, Ties::efron); };
    const double b = fit.coefficients[0];
    const double curve = -(value(b + h) - 2 * value(b) + value(b - h)) / (h * h);
    const double information = curve / (deviation * deviation); // of the standardised coefficient
    CHECK(fit.standard_errors[0] ==
          Approx(std::sqrt(information) / (information + theta) / deviation).epsilon(1e-5));
}

TEST_CASE("cox: members watched from later on are not at risk before") {
    for (std::uint64_t seed = 70; seed < 76; ++seed) {
        const Drawn data(seed);
        std::mt19937_64 random(seed);
        Times entered;
        for (const double time : data.times) {
            entered.push_back(std::floor(time * uniform(random)));
        }
        for (const auto ties : {Ties::efron, Ties::breslow}) {
            const auto fit =
                std::get<CoxFit>(cox(data.numbers.design(), data.times, data.ends, {.ties = ties}, entered));
            const auto value = [&](const std::vector<double>& b) {
                return partial(data.numbers, data.times, data.ends, b, ties, entered);
            };
            CHECK(fit.log_likelihood == Approx(value(fit.coefficients)).epsilon(1e-9));
            constexpr double h = 1e-4;
            for (std::size_t j = 0; j < 3; ++j) {
                auto up = fit.coefficients, down = fit.coefficients;
                up[j] += h;
                down[j] -= h;
                CHECK((value(up) - value(down)) / (2 * h) == Approx(0).margin(1e-4));
            }
            double hazard = 0;
            for (const auto& step : fit.baseline) {
                double risk = 0;
                std::size_t watched = 0;
                for (std::size_t i = 0; i < data.times.size(); ++i) {
                    if (data.times[i] >= step.time && entered[i] < step.time) {
                        risk += std::exp(fit.score(data.numbers.design().row(i)));
                        ++watched;
                    }
                }
                hazard += static_cast<double>(step.ended) / risk;
                CHECK(step.at_risk == watched);
                CHECK(step.cumulative == Approx(hazard));
            }
            const auto order = shuffled_order(80, seed);
            const auto numbers = picked(data.numbers, order);
            const auto again =
                std::get<CoxFit>(cox(numbers.design(), picked(data.times, order), picked(data.ends, order),
                                     {.ties = ties}, picked(entered, order)));
            CHECK(again.coefficients == fit.coefficients);
        }
    }
}

TEST_CASE("cox: the same bits for any order of members; concordance is that of its scores") {
    const Drawn data(60);
    const auto fit = fit_of(data.numbers, data.times, data.ends);
    const auto order = shuffled_order(80, 61);
    const auto again =
        fit_of(picked(data.numbers, order), picked(data.times, order), picked(data.ends, order));
    CHECK(again.coefficients == fit.coefficients);
    CHECK(again.standard_errors == fit.standard_errors);
    CHECK(again.baseline.back().cumulative == fit.baseline.back().cumulative);
    std::vector<double> scores;
    for (std::size_t i = 0; i < 80; ++i) {
        scores.push_back(fit.score(data.numbers.design().row(i)));
    }
    CHECK(fit.concordance.value().c == concordance(data.times, data.ends, scores).value().c);
    CHECK(fit.concordance.value().c > 0.55);
}

TEST_CASE("cox: refusals") {
    const Numbers x{1, {1, 2, 3, 4}};
    const Times times{1, 2, 3, 4};
    CHECK(refusal_of({1, {}}, {}, {}) == FitRefusal::no_data);
    CHECK(refusal_of(x, times, {0, 0, 0, 0}) == FitRefusal::one_class);
    CHECK(refusal_of(x, times, {1, 1, 1, 1}) == FitRefusal::not_converged); // in perfect order
    CHECK(fit_of(x, times, {1, 1, 1, 1}, {.ridge = 1}).coefficients[0] < 0);
    const Numbers twice{2, {1, 2, 3, 6, 2, 4, 4, 8}};
    CHECK(refusal_of(twice, times, {1, 1, 1, 1}) == FitRefusal::dependent_columns);
    CHECK_THROWS_AS(cox(x.design(), Times{0, 1, 2, 3}, Ends{1, 1, 1, 1}), UsageError);
    CHECK_THROWS_AS(cox(x.design(), times, Ends{1, 1, 1}), UsageError);
    CHECK_THROWS_AS(cox(x.design(), times, Ends{1, 1, 1, 3}), UsageError);
    CHECK_THROWS_AS(cox(x.design(), times, Ends{1, 1, 1, 1}, {.ridge = -1}), UsageError);
    CHECK_THROWS_AS(cox(x.design(), times, Ends{1, 1, 1, 1}, {}, Times{0, 0, 3, 0}), UsageError);
}

} // namespace test_cox
