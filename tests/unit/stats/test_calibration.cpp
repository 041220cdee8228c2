// SPDX-License-Identifier: GPL-3.0-or-later
// Calibration curves and Brier scores against their definitions; Wilson's interval as published.
#include <longmen/base/errors.hpp>
#include <longmen/stats/calibration.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace test_calibration {

using namespace longmen;
using namespace longmen::stats;

namespace {

using Predictions = std::vector<double>;
using Outcomes = std::vector<std::uint8_t>;

struct Case {
    Predictions predictions;
    Outcomes outcomes;
};

Case random_case(std::mt19937_64& random, std::size_t size, std::uint64_t values) {
    Case made;
    for (std::size_t i = 0; i < size; ++i) {
        made.predictions.push_back(static_cast<double>(random() % (values + 1)) /
                                   static_cast<double>(values));
        made.outcomes.push_back(static_cast<double>(random() % 100) < 20 + 60 * made.predictions.back());
    }
    return made;
}

/// Number of the bin of each member, by counting who is below it and who is equal.
std::vector<std::size_t> slow_bins(const Predictions& predictions, std::size_t bins) {
    std::vector<std::size_t> numbers;
    for (const double p : predictions) {
        const auto below = std::ranges::count_if(predictions, [&](double q) { return q < p; });
        const auto equal = std::ranges::count(predictions, p);
        numbers.push_back(bins * static_cast<std::size_t>(2 * below + equal) / (2 * predictions.size()));
    }
    return numbers;
}

struct SlowBin {
    double members = 0, positives = 0, sum = 0, low = 2, high = -1;
};

std::map<std::size_t, SlowBin> gather(const Case& made, const std::vector<std::size_t>& numbers) {
    std::map<std::size_t, SlowBin> bins;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        auto& bin = bins[numbers[i]];
        ++bin.members;
        bin.positives += made.outcomes[i];
        bin.sum += made.predictions[i];
        bin.low = std::min(bin.low, made.predictions[i]);
        bin.high = std::max(bin.high, made.predictions[i]);
    }
    return bins;
}

} // namespace

TEST_CASE("calibration: Wilson's interval as published, and as its equation says") {
    // Facts: Newcombe 1998, table I, score method without continuity correction.
    const auto check = [](double successes, double trials, double low, double high) {
        const auto interval = wilson_interval(successes, trials, 0.95);
        CHECK(interval.low == Approx(low).margin(5e-5));
        CHECK(interval.high == Approx(high).margin(5e-5));
    };
    check(81, 263, 0.2553, 0.3662);
    check(15, 148, 0.0624, 0.1605);
    check(0, 20, 0, 0.1611);
    check(1, 29, 0.0061, 0.1718);
    CHECK(wilson_interval(0, 20, 0.95).low == 0);
    CHECK(wilson_interval(20, 20, 0.95).high == 1);
    const double z = normal_quantile(0.95);
    for (const double successes : {3.0, 10.0, 39.0}) {
        const auto interval = wilson_interval(successes, 40, 0.9);
        for (const double s : {interval.low, interval.high}) {
            CHECK(std::abs(successes / 40 - s) == Approx(z * std::sqrt(s * (1 - s) / 40)));
        }
    }
    CHECK_THROWS_AS(wilson_interval(1, 0, 0.95), UsageError);
    CHECK_THROWS_AS(wilson_interval(3, 2, 0.95), UsageError);
    CHECK_THROWS_AS(wilson_interval(1, 2, 1), UsageError);
}

TEST_CASE("calibration: Brier score and its parts by hand") {
    CHECK(brier_score(Predictions{0.1, 0.9, 0.8, 0.3}, Outcomes{0, 1, 1, 0}, 1).value().score ==
          Approx(0.0375));
    // Bins {0.2, 0.2}, 1 of 2 and {0.6, 0.8}, 2 of 2; the share of all is 3/4.
    const auto brier = brier_score(Predictions{0.8, 0.2, 0.6, 0.2}, Outcomes{1, 0, 1, 1}, 2).value();
    CHECK(brier.score == Approx((0.04 + 0.04 + 0.16 + 0.64) / 4));
    CHECK(brier.reliability == Approx((0.09 + 0.09) / 2));
    CHECK(brier.resolution == Approx(0.0625));
    CHECK(brier.uncertainty == Approx(0.1875));
    CHECK(brier.within_variance == Approx(0.01 / 2));
    CHECK(brier.within_covariance == Approx(0).margin(1e-15));
    CHECK(brier.skill.value() == Approx(1 - 0.22 / 0.1875));
    CHECK(brier.members == 4);
    CHECK(brier.positives == 3);
}

TEST_CASE("calibration: the curve by hand") {
    const Predictions predictions{0.9, 0.1, 0.3, 0.7, 0.5, 0.5};
    const Outcomes outcomes{1, 0, 1, 1, 0, 1};
    // Middles 0.5, 1.5, 3 (both 0.5), 4.5, 5.5 of 6: three bins hold 2, 2, 2; two bins 2, 4.
    const auto three = calibration_curve(predictions, outcomes, {3, 0.95}).value();
    REQUIRE(three.size() == 3);
    CHECK(three[0].predicted == Approx(0.2));
    CHECK(three[0].observed == 0.5);
    CHECK(three[1].lowest == 0.5);
    CHECK(three[1].highest == 0.5);
    CHECK(three[1].predicted == 0.5);
    CHECK(three[2].positives == 2);
    CHECK(three[2].interval.low == wilson_interval(2, 2, 0.95).low);
    const auto two = calibration_curve(predictions, outcomes, {2, 0.95}).value();
    REQUIRE(two.size() == 2);
    CHECK(two[0].members == 2);
    CHECK(two[1].members == 4);
    CHECK(two[1].predicted == Approx(0.65));
}

TEST_CASE("calibration: without ties, bins differ by at most one member") {
    Predictions predictions;
    Outcomes outcomes;
    for (int i = 0; i < 103; ++i) {
        predictions.push_back(i * 37 % 103 / 103.0);
        outcomes.push_back(i % 2 == 0);
    }
    for (const std::size_t bins : {1, 2, 7, 10, 50, 102, 103, 1000}) {
        const auto curve = calibration_curve(predictions, outcomes, {bins, 0.9}).value();
        REQUIRE(curve.size() == std::min<std::size_t>(bins, 103));
        for (const auto& bin : curve) {
            CHECK(bin.members >= 103 / bins);
            CHECK(bin.members <= 103 / bins + 1);
        }
    }
}

TEST_CASE("calibration: curve and Brier parts equal their definitions on random predictions") {
    std::mt19937_64 random{41};
    for (int round = 0; round < 200; ++round) {
        auto made = random_case(random, 1 + random() % 80, 1 + random() % 60);
        const std::size_t count = 1 + random() % 12;
        const auto numbers = slow_bins(made.predictions, count);
        auto slow = gather(made, numbers);
        const auto curve = calibration_curve(made.predictions, made.outcomes, {count, 0.9}).value();
        REQUIRE(curve.size() == slow.size());
        const auto n = static_cast<double>(numbers.size());
        double share = 0, score = 0, reliability = 0, resolution = 0, variance = 0, covariance = 0;
        auto at = curve.begin();
        for (const auto& [number, bin] : slow) {
            REQUIRE(static_cast<double>(at->members) == bin.members);
            REQUIRE(static_cast<double>(at->positives) == bin.positives);
            REQUIRE(at->lowest == bin.low);
            REQUIRE(at->highest == bin.high);
            REQUIRE(at->predicted == Approx(bin.sum / bin.members).margin(1e-14));
            REQUIRE(at->observed == bin.positives / bin.members);
            ++at;
            share += bin.positives / n;
            reliability += bin.members / n * std::pow(bin.sum / bin.members - bin.positives / bin.members, 2);
        }
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const auto& bin = slow[numbers[i]];
            const double p = made.predictions[i], o = made.outcomes[i];
            score += (p - o) * (p - o) / n;
            resolution += std::pow(bin.positives / bin.members - share, 2) / n;
            variance += std::pow(p - bin.sum / bin.members, 2) / n;
            covariance += 2 * (p - bin.sum / bin.members) * (o - bin.positives / bin.members) / n;
        }
        const auto brier = brier_score(made.predictions, made.outcomes, count).value();
        REQUIRE(brier.score == Approx(score).margin(1e-13));
        REQUIRE(brier.reliability == Approx(reliability).margin(1e-13));
        REQUIRE(brier.resolution == Approx(resolution).margin(1e-13));
        REQUIRE(brier.within_variance == Approx(variance).margin(1e-13));
        REQUIRE(brier.within_covariance == Approx(covariance).margin(1e-13));
        REQUIRE(brier.reliability - brier.resolution + brier.uncertainty + brier.within_variance -
                    brier.within_covariance ==
                Approx(score).margin(1e-13));
        std::reverse(made.predictions.begin(), made.predictions.end());
        std::reverse(made.outcomes.begin(), made.outcomes.end());
        const auto turned = brier_score(made.predictions, made.outcomes, count).value();
        REQUIRE(turned.score == brier.score);
        REQUIRE(turned.within_covariance == brier.within_covariance);
    }
}

TEST_CASE("calibration: predicting the share of all has no resolution and no skill") {
    const Predictions predictions(8, 0.25);
    const Outcomes outcomes{0, 0, 0, 1, 0, 1, 0, 0};
    const auto brier = brier_score(predictions, outcomes, 10).value();
    CHECK(brier.reliability == 0);
    CHECK(brier.resolution == 0);
    CHECK(brier.within_variance == 0);
    CHECK(brier.skill.value() == 0);
    const auto oracle = brier_score(Predictions{0, 1, 1, 0}, Outcomes{0, 1, 1, 0}, 4).value();
    CHECK(oracle.score == 0);
    CHECK(oracle.skill.value() == 1);
    CHECK(oracle.resolution == oracle.uncertainty);
}

TEST_CASE("calibration: what is not defined says so, bad input is refused") {
    CHECK(brier_score({}, {}, 5).reason() == Undefined::no_data);
    CHECK(calibration_curve({}, {}, {5, 0.95}).reason() == Undefined::no_data);
    const Predictions predictions{0.1, 0.5, 1};
    const Outcomes outcomes{0, 1, 1};
    CHECK(brier_score(predictions, Outcomes{1, 1, 1}, 2).value().skill.reason() ==
          Undefined::zero_denominator);
    CHECK_THROWS_AS(brier_score(predictions, outcomes, 0), UsageError);
    CHECK_THROWS_AS(brier_score(predictions, Outcomes{0, 1}, 2), UsageError);
    CHECK_THROWS_AS(brier_score(Predictions{0.1, 0.5, 1.5}, outcomes, 2), UsageError);
    CHECK_THROWS_AS(brier_score(Predictions{0.1, -0.5, 1}, outcomes, 2), UsageError);
    CHECK_THROWS_AS(brier_score(Predictions{0.1, std::nan(""), 1}, outcomes, 2), UsageError);
    CHECK_THROWS_AS(calibration_curve(predictions, outcomes, {2, 0}), UsageError);
    CHECK_THROWS_AS(calibration_curve(predictions, outcomes, {0, 0.95}), UsageError);
}

} // namespace test_calibration
