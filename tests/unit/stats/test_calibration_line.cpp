// SPDX-License-Identifier: GPL-3.0-or-later
// Calibration lines: closed forms, a published regression, the equations of the maximum, refusals.
#include <longmen/base/errors.hpp>
#include <longmen/stats/calibration_line.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <vector>

namespace test_calibration_line {

using namespace longmen;
using namespace longmen::stats;

namespace {

using Predictions = std::vector<double>;
using Outcomes = std::vector<std::uint8_t>;

double logit(double p) {
    return std::log(p / (1 - p));
}

double chance(double log_odds) {
    return 1 / (1 + std::exp(-log_odds));
}

double uniform(std::mt19937_64& random) { // in (0, 1)
    return (static_cast<double>(random() >> 11) + 0.5) * 0x1p-53;
}

CalibrationLine line_of(const Predictions& predictions, const Outcomes& outcomes, double level = 0.95) {
    return std::get<CalibrationLine>(calibration_line(predictions, outcomes, {level}));
}

LineRefusal refusal_of(const Predictions& predictions, const Outcomes& outcomes, int most_steps = 50) {
    return std::get<LineRefusal>(calibration_line(predictions, outcomes, {0.95, most_steps}));
}

double log_likelihood(const Predictions& predictions, const Outcomes& outcomes, double intercept,
                      double slope) {
    double sum = 0;
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        const double p = chance(intercept + slope * logit(predictions[i]));
        sum += std::log(outcomes[i] != 0 ? p : 1 - p);
    }
    return sum;
}

} // namespace

TEST_CASE("calibration line: two predictions have a closed form") {
    // 0.2 came true 3 times in 10, 0.6 did 9 times in 12.
    Predictions predictions(10, 0.2);
    Outcomes outcomes{1, 1, 1, 0, 0, 0, 0, 0, 0, 0};
    predictions.insert(predictions.end(), 12, 0.6);
    outcomes.insert(outcomes.end(), 9, 1);
    outcomes.insert(outcomes.end(), 3, 0);
    const auto line = line_of(predictions, outcomes, 0.9);
    const double x1 = logit(0.2), x2 = logit(0.6), y1 = logit(0.3), y2 = logit(0.75);
    const double v1 = 1 / (10 * 0.3 * 0.7), v2 = 1 / (12 * 0.75 * 0.25); // of y1, y2
    CHECK(line.slope == Approx((y2 - y1) / (x2 - x1)).epsilon(1e-12));
    CHECK(line.intercept == Approx((x2 * y1 - x1 * y2) / (x2 - x1)).epsilon(1e-12));
    CHECK(line.slope_error == Approx(std::sqrt(v1 + v2) / (x2 - x1)).epsilon(1e-12));
    CHECK(line.intercept_error == Approx(std::sqrt(x2 * x2 * v1 + x1 * x1 * v2) / (x2 - x1)).epsilon(1e-12));
    CHECK(line.slope_interval.low == Approx(line.slope - 1.6448536 * line.slope_error));
    CHECK(line.intercept_interval.high == Approx(line.intercept + 1.6448536 * line.intercept_error));
    const double best = 3 * std::log(0.3) + 7 * std::log(0.7) + 9 * std::log(0.75) + 3 * std::log(0.25);
    const double said = 3 * std::log(0.2) + 7 * std::log(0.8) + 9 * std::log(0.6) + 3 * std::log(0.4);
    CHECK(line.log_likelihood == Approx(best).epsilon(1e-12));
    CHECK(line.p == Approx(std::exp(said - best)).epsilon(1e-12));
    CHECK(line.members == 22);
    CHECK(line.positives == 12);
}

TEST_CASE("calibration line: predictions that come true exactly have slope 1, intercept 0, p 1") {
    Predictions predictions;
    Outcomes outcomes;
    for (const int tenths : {1, 3, 5, 8}) {
        for (int i = 0; i < 10; ++i) {
            predictions.push_back(tenths / 10.0);
            outcomes.push_back(i < tenths);
        }
    }
    const auto line = line_of(predictions, outcomes);
    CHECK(line.slope == Approx(1).epsilon(1e-13));
    CHECK(line.intercept == Approx(0).margin(1e-13));
    CHECK(line.p == Approx(1).epsilon(1e-13));
}

TEST_CASE("calibration line: the shuttle's O-rings as published") {
    // Facts: Dalal, Fowlkes and Hoadley 1989: temperature (Fahrenheit) at 23 launches, some distress or none.
    // Published fit: 15.0429 (7.3786) - 0.2322 (0.1082) temperature. Here log odds are (temperature - 70)
    // / 10.
    const std::array temperature{66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78,
                                 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58};
    const Outcomes distress{0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1};
    Predictions predictions;
    for (const int t : temperature) {
        predictions.push_back(chance((t - 70) / 10.0));
    }
    const auto line = line_of(predictions, distress);
    CHECK(line.slope / 10 == Approx(-0.2322).margin(5e-5));
    CHECK(line.slope_error / 10 == Approx(0.1082).margin(5e-5));
    CHECK(line.intercept - 7 * line.slope == Approx(15.0429).margin(5e-5));
}

TEST_CASE("calibration line: the equations of the maximum hold; errors are those of the curvature") {
    std::mt19937_64 random{51};
    for (int round = 0; round < 60; ++round) {
        Predictions predictions;
        Outcomes outcomes;
        const double slope = 3 * uniform(random) - 0.5, intercept = 2 * uniform(random) - 1;
        const std::size_t size = 60 + random() % 200;
        for (std::size_t i = 0; i < size; ++i) {
            predictions.push_back(0.02 + 0.96 * std::round(50 * uniform(random)) / 50);
            outcomes.push_back(uniform(random) < chance(intercept + slope * logit(predictions.back())));
        }
        const auto line = line_of(predictions, outcomes);
        double g0 = 0, g1 = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const double x = logit(predictions[i]);
            const double excess = outcomes[i] - chance(line.intercept + line.slope * x);
            g0 += excess;
            g1 += excess * x;
        }
        REQUIRE(g0 == Approx(0).margin(1e-9));
        REQUIRE(g1 == Approx(0).margin(1e-9));
        // Second differences of the likelihood.
        const double h = 1e-4;
        const auto at = [&](double a, double b) {
            return log_likelihood(predictions, outcomes, line.intercept + a, line.slope + b);
        };
        const double middle = at(0, 0);
        const double i00 = -(at(h, 0) - 2 * middle + at(-h, 0)) / (h * h);
        const double i11 = -(at(0, h) - 2 * middle + at(0, -h)) / (h * h);
        const double i01 = -(at(h, h) - at(h, -h) - at(-h, h) + at(-h, -h)) / (4 * h * h);
        REQUIRE(line.slope_error == Approx(std::sqrt(i00 / (i00 * i11 - i01 * i01))).epsilon(1e-3));
        REQUIRE(line.intercept_error == Approx(std::sqrt(i11 / (i00 * i11 - i01 * i01))).epsilon(1e-3));
        REQUIRE(line.log_likelihood == Approx(middle).epsilon(1e-12));
        REQUIRE(line.p ==
                Approx(std::exp(log_likelihood(predictions, outcomes, 0, 1) - middle)).epsilon(1e-6));
        std::reverse(predictions.begin(), predictions.end());
        std::reverse(outcomes.begin(), outcomes.end());
        REQUIRE(line_of(predictions, outcomes).slope == line.slope);
    }
}

TEST_CASE("calibration line: the slope's interval and the test of calibration hold in simulation") {
    std::mt19937_64 random{52};
    const int rounds = 1500;
    int covered = 0, rejected = 0, bold = 0;
    for (int round = 0; round < rounds; ++round) {
        Predictions predictions, bolder;
        Outcomes outcomes;
        for (int i = 0; i < 200; ++i) {
            const double log_odds = 4 * uniform(random) - 2.5;
            predictions.push_back(chance(log_odds));
            bolder.push_back(chance(3 * log_odds));
            outcomes.push_back(uniform(random) < predictions.back());
        }
        const auto line = line_of(predictions, outcomes, 0.9);
        covered += line.slope_interval.low <= 1 && 1 <= line.slope_interval.high;
        rejected += line.p < 0.1;
        bold += line_of(bolder, outcomes, 0.9).slope_interval.high < 1;
    }
    CHECK(covered > 0.87 * rounds);
    CHECK(covered < 0.93 * rounds);
    CHECK(rejected > 0.07 * rounds);
    CHECK(rejected < 0.13 * rounds);
    CHECK(bold > 0.95 * rounds);
}

TEST_CASE("calibration line: far and crowded predictions converge") {
    // One prediction of 1e-300 that came true among ordinary ones.
    Predictions predictions{1e-300};
    Outcomes outcomes{1};
    std::mt19937_64 random{53};
    for (int i = 0; i < 400; ++i) {
        predictions.push_back(0.05 + 0.9 * uniform(random));
        outcomes.push_back(uniform(random) < predictions.back());
    }
    CHECK(std::isfinite(line_of(predictions, outcomes).slope_error));
    // All around one in a million, apart by a thousandth: as good as any after a shift of the log odds.
    Predictions rare, common;
    Outcomes happened;
    for (int i = 0; i < 300; ++i) {
        const double off = 1e-3 * (i % 3);
        rare.push_back(chance(-13.8 + off));
        common.push_back(chance(off));
        happened.push_back(i % 7 < 3);
    }
    const auto far = line_of(rare, happened), near = line_of(common, happened);
    CHECK(far.slope == Approx(near.slope).epsilon(1e-6).margin(1e-6));
    CHECK(far.slope_error == Approx(near.slope_error).epsilon(1e-6));
    CHECK(far.intercept - 13.8 * far.slope == Approx(near.intercept).margin(1e-4));
}

TEST_CASE(
    "calibration line: whatever is not separated converges, where full steps of Newton's method would not") {
    std::mt19937_64 random{54};
    const std::array chances{1e-6, 0.001, 0.01, 0.05, 0.1, 0.2, 0.5, 0.8, 0.9, 0.99, 0.999};
    const std::array<std::size_t, 6> sizes{1, 2, 5, 20, 100, 1000};
    int fitted = 0;
    for (int round = 0; round < 1000; ++round) {
        Predictions predictions;
        Outcomes outcomes;
        for (int group = 0; group < 3; ++group) {
            const double p = chances[random() % chances.size()];
            const std::size_t members = sizes[random() % sizes.size()];
            const std::array edges{std::size_t{0}, std::size_t{1}, members - 1, members};
            const std::size_t positives = random() % 2 == 0 ? edges[random() % 4] : random() % (members + 1);
            predictions.insert(predictions.end(), members, p);
            outcomes.insert(outcomes.end(), positives, 1);
            outcomes.resize(predictions.size(), 0);
        }
        const auto result = calibration_line(predictions, outcomes, {0.95});
        if (const auto* refusal = std::get_if<LineRefusal>(&result)) {
            REQUIRE(*refusal != LineRefusal::not_converged);
            continue;
        }
        ++fitted;
        const auto& line = std::get<CalibrationLine>(result);
        double g0 = 0, g1 = 0;
        for (std::size_t i = 0; i < predictions.size(); ++i) {
            const double x = logit(predictions[i]);
            const double excess = outcomes[i] - chance(line.intercept + line.slope * x);
            g0 += excess;
            g1 += excess * x;
        }
        REQUIRE(g0 == Approx(0).margin(1e-6));
        REQUIRE(g1 == Approx(0).margin(1e-6));
    }
    CHECK(fitted > 300);
}

TEST_CASE("calibration line: refusals") {
    CHECK(refusal_of({}, {}) == LineRefusal::no_data);
    CHECK(refusal_of({0.2, 0.7}, {1, 1}) == LineRefusal::one_class);
    CHECK(refusal_of({0.2, 0.7}, {0, 0}) == LineRefusal::one_class);
    CHECK(refusal_of({0.2, 0.0, 0.3}, {0, 1, 0}) == LineRefusal::certain_prediction);
    CHECK(refusal_of({0.2, 1.0, 0.3}, {0, 1, 0}) == LineRefusal::certain_prediction);
    CHECK(refusal_of({0.4, 0.4, 0.4}, {0, 1, 0}) == LineRefusal::one_prediction);
    CHECK(refusal_of({0.2, 0.3, 0.7, 0.8}, {0, 0, 1, 1}) == LineRefusal::separated);
    CHECK(refusal_of({0.2, 0.3, 0.7, 0.8}, {1, 1, 0, 0}) == LineRefusal::separated);
    // Both outcomes at the threshold itself, and a tail of one outcome.
    CHECK(refusal_of({0.2, 0.5, 0.5, 0.8}, {0, 0, 1, 1}) == LineRefusal::separated);
    CHECK(refusal_of({0.5, 0.5, 0.8}, {0, 1, 1}) == LineRefusal::separated);
    CHECK(refusal_of({0.2, 0.5, 0.5}, {1, 0, 1}) == LineRefusal::separated);
    // Overlap by one pair is enough; one step of Newton's method is not.
    const Predictions overlap{0.2, 0.3, 0.7, 0.8};
    CHECK(std::isfinite(line_of(overlap, {0, 1, 0, 1}).slope));
    CHECK(refusal_of(overlap, {0, 1, 0, 1}, 1) == LineRefusal::not_converged);
}

TEST_CASE("calibration line: each refusal has its own key and words") {
    std::vector<std::string_view> keys;
    for (const auto refusal :
         {LineRefusal::no_data, LineRefusal::one_class, LineRefusal::certain_prediction,
          LineRefusal::one_prediction, LineRefusal::separated, LineRefusal::not_converged}) {
        keys.push_back(refusal_key(refusal));
        CHECK_FALSE(refusal_text(refusal).zh.empty());
        CHECK_FALSE(refusal_text(refusal).en.empty());
    }
    std::ranges::sort(keys);
    CHECK(std::ranges::adjacent_find(keys) == keys.end());
}

TEST_CASE("calibration line: bad input is refused") {
    const Predictions predictions{0.2, 0.6, 0.4};
    CHECK_THROWS_AS(calibration_line(predictions, Outcomes{0, 1}, {0.95}), UsageError);
    CHECK_THROWS_AS(calibration_line(predictions, Outcomes{0, 1, 3}, {0.95}), UsageError);
    CHECK_THROWS_AS(calibration_line(Predictions{0.2, 1.6, 0.4}, Outcomes{0, 1, 1}, {0.95}), UsageError);
    CHECK_THROWS_AS(calibration_line(predictions, Outcomes{0, 1, 1}, {1.5}), UsageError);
    CHECK_THROWS_AS(calibration_line(predictions, Outcomes{0, 1, 1}, {0.95, 0}), UsageError);
}

} // namespace test_calibration_line
