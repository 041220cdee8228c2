// SPDX-License-Identifier: GPL-3.0-or-later
// Certified nonlinear fits, and what cannot be fitted.
#include <longmen/base/errors.hpp>
#include <longmen/stats/least_squares.hpp>

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <functional>

namespace test_least_squares {

using namespace longmen;
using namespace longmen::stats;

namespace {

// Facts: NIST/ITL Statistical Reference Datasets, nonlinear regression, Ratkowsky2 (pasture yield) and
// Ratkowsky3 (onions), data of Ratkowsky (1983), pp. 61, 62 and 88, with starts and certified values.
const std::vector<double> pasture_x{9, 14, 21, 28, 42, 57, 63, 70, 79};
const std::vector<double> pasture_y{8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08};
const std::vector<double> onion_y{16.08,  33.83,  65.80,  97.20,  191.55, 326.20, 386.87, 520.53,
                                  590.03, 651.92, 724.93, 699.56, 689.96, 637.56, 717.41};

using Curve = std::function<double(std::span<const double>, double)>;

/// Derivatives by central differences: what a caller without formulas would do.
Residuals residuals_of(const Curve& curve, std::vector<double> x, std::vector<double> y) {
    return [=](std::span<const double> b, std::span<double> residuals, std::span<double> derivatives) {
        for (std::size_t i = 0; i < x.size(); ++i) {
            residuals[i] = curve(b, x[i]) - y[i];
            for (std::size_t j = 0; j < b.size(); ++j) {
                std::vector<double> up(b.begin(), b.end()), down = up;
                const double h = 1e-6 * std::max(std::abs(b[j]), 1e-3);
                up[j] += h;
                down[j] -= h;
                derivatives[j * x.size() + i] = (curve(up, x[i]) - curve(down, x[i])) / (2 * h);
            }
        }
        return true;
    };
}

void check_certified(const LeastSquaresFit& fit, const std::vector<double>& values,
                     const std::vector<double>& errors, double squares) {
    CHECK(fit.converged);
    CHECK(fit.squares == Approx(squares).epsilon(1e-9));
    REQUIRE(fit.standard_errors.size() == values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        CHECK(fit.parameters[i] == Approx(values[i]).epsilon(5e-8));
        CHECK(fit.standard_errors[i] == Approx(errors[i]).epsilon(1e-6));
    }
}

} // namespace

TEST_CASE("least squares: NIST Rat42 from both starts, to seven digits") {
    const Curve logistic = [](std::span<const double> b, double x) {
        return b[0] / (1 + std::exp(b[1] - b[2] * x));
    };
    for (const auto& start : {std::array{100., 1., 0.1}, std::array{75., 2.5, 0.07}}) {
        check_certified(least_squares(residuals_of(logistic, pasture_x, pasture_y), 9, start),
                        {7.2462237576E+01, 2.6180768402E+00, 6.7359200066E-02},
                        {1.7340283401E+00, 8.8295217536E-02, 3.4465663377E-03}, 8.0565229338E+00);
    }
}

TEST_CASE("least squares: NIST Rat43 from both starts, to seven digits") {
    const Curve richards = [](std::span<const double> b, double x) {
        return b[0] / std::pow(1 + std::exp(b[1] - b[2] * x), 1 / b[3]);
    };
    std::vector<double> x;
    for (int i = 1; i <= 15; ++i) {
        x.push_back(i);
    }
    for (const auto& start : {std::array{100., 10., 1., 1.}, std::array{700., 5., 0.75, 1.3}}) {
        check_certified(least_squares(residuals_of(richards, x, onion_y), 15, start),
                        {6.9964151270E+02, 5.2771253025E+00, 7.5962938329E-01, 1.2792483859E+00},
                        {1.6302297817E+01, 2.0828735829E+00, 1.9566123451E-01, 6.8761936385E-01},
                        8.7864049080E+03);
    }
}

TEST_CASE("least squares: a straight line as by its closed form") {
    const Curve line = [](std::span<const double> b, double x) { return b[0] + b[1] * x; };
    const auto fit = least_squares(residuals_of(line, {0, 1, 2, 3}, {1, 3, 4, 8}), 4, std::array{0., 0.});
    CHECK(fit.parameters[0] == Approx(0.7));
    CHECK(fit.parameters[1] == Approx(2.2));
    CHECK(fit.squares == Approx(1.8));
    CHECK(fit.standard_errors[1] == Approx(std::sqrt(1.8 / 2 / 5)));
}

TEST_CASE("least squares: parameters that cannot be told apart have no error; too few points are refused") {
    const Curve doubled = [](std::span<const double> b, double x) { return (b[0] + b[1]) * x; };
    const auto fit = least_squares(residuals_of(doubled, {1, 2, 3}, {1, 2, 4}), 3, std::array{0.3, 0.1});
    CHECK(fit.squares == Approx(0.357142857));
    CHECK(fit.standard_errors.empty());
    CHECK_THROWS_AS(least_squares(residuals_of(doubled, {1}, {1}), 1, std::array{0., 0.}), UsageError);
    const auto outside = least_squares([](auto, auto, auto) { return false; }, 3, std::array{0., 0.});
    CHECK_FALSE(outside.converged);
}

} // namespace test_least_squares
