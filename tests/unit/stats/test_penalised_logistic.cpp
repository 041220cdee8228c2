// SPDX-License-Identifier: GPL-3.0-or-later
// Penalised logistic regression: a published fit, conditions of the minimum, extremes of the penalty,
// refusals.
#include "fitting.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/stats/penalised_logistic.hpp>

#include <catch2/catch.hpp>

namespace test_penalised_logistic {

using namespace longmen;
using namespace longmen::stats;
using namespace longmen::test;

namespace {

using Outcomes = std::vector<std::uint8_t>;

LogisticFit fit_of(const Numbers& numbers, const Outcomes& outcomes, const Penalty& penalty) {
    return std::get<LogisticFit>(penalised_logistic(numbers.design(), outcomes, penalty));
}

FitRefusal refusal_of(const Numbers& numbers, const Outcomes& outcomes, const Penalty& penalty) {
    return std::get<FitRefusal>(penalised_logistic(numbers.design(), outcomes, penalty));
}

/// The criterion as defined, from the scale of the inputs.
double criterion(const Numbers& numbers, const Outcomes& outcomes, const Penalty& penalty, double intercept,
                 const std::vector<double>& coefficients) {
    const auto design = numbers.design();
    const auto n = static_cast<double>(design.rows);
    double sum = 0;
    for (std::size_t i = 0; i < design.rows; ++i) {
        double eta = intercept;
        for (std::size_t j = 0; j < design.columns; ++j) {
            eta += coefficients[j] * design.at(i, j);
        }
        sum -= outcomes[i] * eta - std::log(1 + std::exp(eta));
    }
    double cost = 0;
    for (std::size_t j = 0; j < design.columns; ++j) {
        double mean = 0, squares = 0;
        for (std::size_t i = 0; i < design.rows; ++i) {
            mean += design.at(i, j) / n;
        }
        for (std::size_t i = 0; i < design.rows; ++i) {
            squares += std::pow(design.at(i, j) - mean, 2) / n;
        }
        const double b = coefficients[j] * std::sqrt(squares);
        cost += (1 - penalty.alpha) / 2 * b * b + penalty.alpha * std::abs(b);
    }
    return sum / n + penalty.lambda * cost;
}

Outcomes drawn_outcomes(const Numbers& numbers, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    Outcomes outcomes;
    const auto design = numbers.design();
    for (std::size_t i = 0; i < design.rows; ++i) {
        const double eta = 0.8 * design.at(i, 0) - 0.3 * design.at(i, 1);
        outcomes.push_back(uniform(random) < 1 / (1 + std::exp(-eta)) ? 1 : 0);
    }
    return outcomes;
}

} // namespace

TEST_CASE("penalised logistic: Pregibon's constriction of vessels without a penalty") {
    // Volume and rate of air breathed in, and whether vessels of the skin narrowed (Finney 1947).
    constexpr double data[][3] = {
        {3.70, 0.825, 1}, {3.50, 1.09, 1}, {1.25, 2.50, 1},  {0.75, 1.50, 1}, {0.80, 3.20, 1},
        {0.70, 3.50, 1},  {0.60, 0.75, 0}, {1.10, 1.70, 0},  {0.90, 0.75, 0}, {0.90, 0.45, 0},
        {0.80, 0.57, 0},  {0.55, 2.75, 0}, {0.60, 3.00, 0},  {1.40, 2.33, 1}, {0.75, 3.75, 1},
        {2.30, 1.64, 1},  {3.20, 1.60, 1}, {0.85, 1.415, 1}, {1.70, 1.06, 0}, {1.80, 1.80, 1},
        {0.40, 2.00, 0},  {0.95, 1.36, 0}, {1.35, 1.35, 0},  {1.50, 1.36, 0}, {1.60, 1.78, 1},
        {0.60, 1.50, 0},  {1.80, 1.50, 1}, {0.95, 1.90, 0},  {1.90, 0.95, 1}, {1.60, 0.40, 0},
        {2.70, 0.75, 1},  {2.35, 0.03, 0}, {1.10, 1.83, 0},  {1.10, 2.20, 1}, {1.20, 2.00, 1},
        {0.80, 3.33, 1},  {0.95, 1.90, 0}, {0.75, 1.90, 0},  {1.30, 1.625, 1}};
    Numbers numbers{2, {}};
    Outcomes outcomes;
    for (const auto& row : data) {
        numbers.values.push_back(std::log(row[0]));
        numbers.values.push_back(std::log(row[1]));
        outcomes.push_back(static_cast<std::uint8_t>(row[2]));
    }
    const auto fit = fit_of(numbers, outcomes, {});
    CHECK(fit.intercept == Approx(-2.875).margin(0.0006));
    CHECK(fit.coefficients[0] == Approx(5.179).margin(0.0006));
    CHECK(fit.coefficients[1] == Approx(4.562).margin(0.0006));
    REQUIRE(fit.standard_errors.size() == 3);
    CHECK(fit.standard_errors[0] == Approx(1.321).margin(0.0006));
    CHECK(fit.standard_errors[1] == Approx(1.865).margin(0.0006));
    CHECK(fit.standard_errors[2] == Approx(1.838).margin(0.0006));
    CHECK(fit.null_deviance == Approx(54.04).margin(0.006));
    CHECK(fit.deviance == Approx(29.23).margin(0.006));
    CHECK(fit.chance(numbers.design().row(0)) > 0.5);
}

TEST_CASE("penalised logistic: no step in any direction lowers the criterion") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const auto numbers = drawn_numbers(60, 4, seed);
        const auto outcomes = drawn_outcomes(numbers, seed + 100);
        for (const double alpha : {0.0, 0.3, 1.0}) {
            for (const double lambda : {0.0, 0.01, 0.1}) {
                const Penalty penalty{lambda, alpha};
                const auto fit = fit_of(numbers, outcomes, penalty);
                CHECK(fit.violation <= 1e-9);
                const double least = criterion(numbers, outcomes, penalty, fit.intercept, fit.coefficients);
                for (const double step : {1e-3, -1e-3}) {
                    CHECK(criterion(numbers, outcomes, penalty, fit.intercept + step, fit.coefficients) >
                          least);
                    for (std::size_t j = 0; j < 4; ++j) {
                        auto moved = fit.coefficients;
                        moved[j] += step;
                        CHECK(criterion(numbers, outcomes, penalty, fit.intercept, moved) > least);
                    }
                }
                CHECK(fit.deviance ==
                      Approx(120 * criterion(numbers, outcomes, {}, fit.intercept, fit.coefficients)));
            }
        }
    }
}

TEST_CASE("penalised logistic: numerical derivatives vanish under ridge") {
    const auto numbers = drawn_numbers(80, 3, 5);
    const auto outcomes = drawn_outcomes(numbers, 6);
    const Penalty penalty{0.05, 0};
    const auto fit = fit_of(numbers, outcomes, penalty);
    constexpr double h = 1e-5;
    for (std::size_t j = 0; j < 3; ++j) {
        auto up = fit.coefficients, down = fit.coefficients;
        up[j] += h;
        down[j] -= h;
        CHECK((criterion(numbers, outcomes, penalty, fit.intercept, up) -
               criterion(numbers, outcomes, penalty, fit.intercept, down)) /
                  (2 * h) ==
              Approx(0).margin(1e-8));
    }
    CHECK(fit.standard_errors.empty());
}

TEST_CASE("penalised logistic: the lasso lets go of inputs, and of all from the largest lambda on") {
    const auto numbers = drawn_numbers(100, 5, 9);
    const auto outcomes = drawn_outcomes(numbers, 10);
    for (const double alpha : {1.0, 0.5}) {
        const double largest = largest_lambda(numbers.design(), outcomes, alpha);
        const auto none = fit_of(numbers, outcomes, {largest * (1 + 1e-9), alpha});
        CHECK(std::ranges::all_of(none.coefficients, [](double b) { return b == 0; }));
        CHECK(none.deviance == Approx(none.null_deviance));
        const auto some = fit_of(numbers, outcomes, {largest * 0.98, alpha});
        CHECK(std::ranges::count_if(some.coefficients, [](double b) { return b != 0; }) == 1);
        std::size_t before = 1;
        for (const double lambda : lambda_path(largest, 6, 0.001)) {
            const auto fit = fit_of(numbers, outcomes, {lambda, alpha});
            const auto kept = static_cast<std::size_t>(
                std::ranges::count_if(fit.coefficients, [](double b) { return b != 0; }));
            CHECK(kept + 1 >= before);
            before = kept;
        }
        CHECK(before == 5);
    }
    const auto path = lambda_path(8, 4, 0.125);
    CHECK(path[0] == 8);
    CHECK(path[1] == Approx(4));
    CHECK(path[3] == Approx(1));
}

TEST_CASE("penalised logistic: a path gives the fits of its penalties, in fewer steps") {
    const auto numbers = drawn_numbers(150, 6, 33);
    const auto outcomes = drawn_outcomes(numbers, 34);
    for (const double alpha : {0.0, 0.7}) {
        const auto lambdas = lambda_path(largest_lambda(numbers.design(), outcomes, 0.7), 20, 0.001);
        const auto path = logistic_path(numbers.design(), outcomes, lambdas, alpha);
        REQUIRE(path.size() == 20);
        int warm = 0, cold = 0;
        for (std::size_t l = 0; l < 20; ++l) {
            const auto& fit = std::get<LogisticFit>(path[l]);
            const auto single = fit_of(numbers, outcomes, {lambdas[l], alpha});
            for (std::size_t j = 0; j < 6; ++j) {
                CHECK(fit.standardised[j] == Approx(single.standardised[j]).margin(1e-7));
                CHECK((fit.standardised[j] == 0) == (single.standardised[j] == 0));
            }
            warm += fit.steps;
            cold += single.steps;
        }
        CHECK(warm < cold);
    }
    CHECK(std::get<FitRefusal>(logistic_path({0, 1, {}}, Outcomes{}, std::vector<double>{1, 2}, 0).at(1)) ==
          FitRefusal::no_data);
}

TEST_CASE("penalised logistic: units and constants of the inputs, and the order of rows, do not matter") {
    const auto numbers = drawn_numbers(70, 3, 21);
    const auto outcomes = drawn_outcomes(numbers, 22);
    const Penalty penalty{0.03, 0.5};
    const auto fit = fit_of(numbers, outcomes, penalty);
    Numbers other{4, {}};
    for (std::size_t i = 0; i < 70; ++i) {
        const auto row = numbers.design().row(i);
        other.values.insert(other.values.end(), {row[0] * 1000 + 7, 3.3, row[1] / 8, row[2]});
    }
    const auto changed = fit_of(other, outcomes, penalty);
    CHECK(changed.coefficients[0] == Approx(fit.coefficients[0] / 1000).epsilon(1e-6));
    CHECK(changed.coefficients[1] == 0);
    CHECK(changed.coefficients[2] == Approx(fit.coefficients[1] * 8).epsilon(1e-6));
    CHECK(changed.deviance == Approx(fit.deviance));
    const auto order = shuffled_order(70, 23);
    const auto again = fit_of(picked(numbers, order), picked(outcomes, order), penalty);
    CHECK(again.coefficients == fit.coefficients); // to the bit
    CHECK(again.intercept == fit.intercept);
}

TEST_CASE("penalised logistic: refusals") {
    const Numbers apart{1, {1, 2, 3, 4, 5, 6}};
    const Outcomes outcomes{0, 0, 0, 1, 1, 1};
    CHECK(refusal_of({1, {}}, {}, {}) == FitRefusal::no_data);
    CHECK(refusal_of(apart, {1, 1, 1, 1, 1, 1}, {0.1, 0}) == FitRefusal::one_class);
    CHECK(refusal_of(apart, outcomes, {}) == FitRefusal::not_converged); // separated
    CHECK(fit_of(apart, outcomes, {0.1, 0}).coefficients[0] > 0);        // a penalty helps
    const Numbers twice{2, {1, 2, 2, 4, 3, 6, 4, 8, 5, 10, 6, 12}};
    const Outcomes mixed{0, 1, 0, 1, 0, 1};
    CHECK(refusal_of(twice, mixed, {}) == FitRefusal::dependent_columns);
    const auto shared = fit_of(twice, mixed, {0.1, 0}); // ridge shares it out
    CHECK(shared.standardised[0] == Approx(shared.standardised[1]));
    CHECK_THROWS_AS(penalised_logistic(apart.design(), Outcomes{0, 1}, {}), UsageError);
    CHECK_THROWS_AS(penalised_logistic(apart.design(), Outcomes{0, 0, 2, 1, 1, 1}, {}), UsageError);
    CHECK_THROWS_AS(penalised_logistic(apart.design(), outcomes, {-1, 0}), UsageError);
    CHECK_THROWS_AS(penalised_logistic(apart.design(), outcomes, {1, 1.5}), UsageError);
    CHECK_THROWS_AS(penalised_logistic({2, 2, apart.values}, Outcomes{0, 1}, {}), UsageError);
}

} // namespace test_penalised_logistic
