// SPDX-License-Identifier: GPL-3.0-or-later
// Certified fits, curves that are recovered, and bounds.
#include <longmen/base/errors.hpp>
#include <longmen/indicators/growth_curve.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace test_growth_curve {

using namespace longmen;
using namespace longmen::indicators;

namespace {

// Facts: NIST/ITL Statistical Reference Datasets, Ratkowsky2 and Ratkowsky3 (Ratkowsky 1983).
const std::vector<double> pasture_x{9, 14, 21, 28, 42, 57, 63, 70, 79};
const std::vector<double> pasture_y{8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08};
const std::vector<double> onion_x{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
const std::vector<double> onion_y{16.08,  33.83,  65.80,  97.20,  191.55, 326.20, 386.87, 520.53,
                                  590.03, 651.92, 724.93, 699.56, 689.96, 637.56, 717.41};

constexpr std::array kinds{CurveKind::logistic, CurveKind::gompertz, CurveKind::richards};

} // namespace

TEST_CASE("growth curve: NIST Rat42 is our logistic curve") {
    const auto fit = fit_growth_curve(CurveKind::logistic, pasture_x, pasture_y, 0).value();
    CHECK(fit.curve.capacity == Approx(7.2462237576E+01).epsilon(1e-9));
    CHECK(fit.curve.rate == Approx(6.7359200066E-02).epsilon(1e-9));
    CHECK(fit.curve.inflection == Approx(2.6180768402E+00 / 6.7359200066E-02).epsilon(1e-9));
    CHECK(fit.squares == Approx(8.0565229338E+00).epsilon(1e-10));
    CHECK_FALSE(fit.at_bound);
}

TEST_CASE("growth curve: NIST Rat43 is our Richards curve") {
    // b1 / (1 + exp(b2 - b3 x))^(1/b4): v = b4 and t0 = (b2 - ln b4) / b3.
    const auto fit = fit_growth_curve(CurveKind::richards, onion_x, onion_y, 0).value();
    CHECK(fit.curve.capacity == Approx(6.9964151270E+02).epsilon(1e-8));
    CHECK(fit.curve.rate == Approx(7.5962938329E-01).epsilon(1e-8));
    CHECK(fit.curve.shape == Approx(1.2792483859E+00).epsilon(1e-8));
    CHECK(fit.curve.inflection ==
          Approx((5.2771253025E+00 - std::log(1.2792483859E+00)) / 7.5962938329E-01).epsilon(1e-8));
    CHECK(fit.squares == Approx(8.7864049080E+03).epsilon(1e-10));
}

TEST_CASE("growth curve: as SciPy fits, where it is installed") {
    // A noisy Gompertz curve in yearly sums.
    std::vector<double> times, values;
    const GrowthCurve truth{CurveKind::gompertz, 900, 0.2, 2006, 1};
    for (int year = 1990; year <= 2022; ++year) {
        times.push_back(year);
        values.push_back(std::round(truth.at(year)) + 3 + year * 7 % 5);
    }
    const std::string points = "growth_curve_points.txt", fits = "growth_curve_fits.txt";
    std::ofstream out{points};
    for (std::size_t i = 0; i < times.size(); ++i) {
        out << times[i] << ' ' << values[i] << '\n';
    }
    out.close();
    const std::string script = std::string{LONGMEN_SOURCE_DIR} + "/tests/oracle/fit_growth_curves.py";
    bool done = false;
    for (const std::string python : {"/usr/bin/python3", "python3"}) {
        done =
            done ||
            std::system(
                (python + " '" + script + "' < " + points + " > " + fits + " 2> " + fits + ".log").c_str()) ==
                0;
    }
    if (!done) {
        WARN("no SciPy on this machine: skipped");
        return;
    }
    std::ifstream in{fits};
    std::string name;
    double capacity = 0, rate = 0, inflection = 0, squares = 0;
    std::size_t read = 0;
    while (in >> name >> capacity >> rate >> inflection >> squares) {
        const auto kind = *std::ranges::find(kinds, name, curve_key);
        const auto fit = fit_growth_curve(kind, times, values, 0).value();
        CHECK(fit.squares <= squares * (1 + 1e-9));
        CHECK(fit.curve.capacity == Approx(capacity).epsilon(1e-5));
        CHECK(fit.curve.rate == Approx(rate).epsilon(1e-4));
        CHECK(fit.curve.inflection == Approx(inflection).epsilon(1e-6));
        ++read;
    }
    CHECK(read == 3);
}

TEST_CASE("growth curve: points on a curve give it back, and t0 is where it is steepest") {
    for (const auto kind : kinds) {
        for (const double shape : {0.3, 1.0, 3.0}) {
            if (kind != CurveKind::richards && shape != 1.0) {
                continue;
            }
            const GrowthCurve truth{kind, 500, 0.35, 2004.5, shape};
            std::vector<double> times, values;
            for (int year = 1990; year <= 2015; ++year) {
                times.push_back(year);
                values.push_back(truth.at(year));
            }
            const auto fit = fit_growth_curve(kind, times, values, values.back()).value();
            CHECK(fit.curve.capacity == Approx(500).epsilon(1e-6));
            CHECK(fit.curve.rate == Approx(0.35).epsilon(1e-6));
            CHECK(fit.curve.inflection == Approx(2004.5).epsilon(1e-8));
            CHECK(fit.curve.shape == Approx(shape).epsilon(1e-5));
            for (const double share : {0.01, 0.1, 0.5, 0.9, 0.99}) {
                CHECK(truth.at(truth.reached(share)) == Approx(500 * share));
            }
            const auto slope = [&](double t) { return truth.at(t + 1e-3) - truth.at(t - 1e-3); };
            CHECK(slope(2004.5) > slope(2004.4));
            CHECK(slope(2004.5) > slope(2004.6));
        }
    }
}

TEST_CASE("growth curve: a ceiling below the bound is put there; one that is held stays") {
    const auto bound = fit_growth_curve(CurveKind::richards, onion_x, onion_y, 717.41).value();
    CHECK(bound.at_bound);
    CHECK(bound.curve.capacity == 717.41);
    const auto held = fit_growth_curve(CurveKind::richards, onion_x, onion_y, 0, 717.41).value();
    CHECK(held.squares == bound.squares);
    CHECK(bound.squares > 8786.4);
}

TEST_CASE("growth curve: too few points or a value that is no count of anything") {
    const std::vector<double> times{1, 2, 3}, values{1, 2, 3}, four{1, 2, 3, 4}, zero{0, 1, 2, 3};
    CHECK_FALSE(fit_growth_curve(CurveKind::logistic, times, values, 0));
    CHECK_FALSE(fit_growth_curve(CurveKind::logistic, four, zero, 0));
    CHECK_THROWS_AS(fit_growth_curve(CurveKind::logistic, four, values, 0), UsageError);
    const std::vector<double> twice{1, 2, 2, 3};
    CHECK_THROWS_AS(fit_growth_curve(CurveKind::logistic, twice, four, 0), UsageError);
}

} // namespace test_growth_curve
