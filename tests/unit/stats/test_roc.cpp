// SPDX-License-Identifier: GPL-3.0-or-later
// Areas under ROC curves against the definition by pairs, published ratings and simulation.
#include <longmen/base/errors.hpp>
#include <longmen/stats/roc.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace test_roc {

using namespace longmen;
using namespace longmen::stats;

namespace {

using Scores = std::vector<double>;
using Outcomes = std::vector<std::uint8_t>;

double uniform(std::mt19937_64& random) { // in (0, 1)
    return (static_cast<double>(random() >> 11) + 0.5) * 0x1p-53;
}

/// V+ of each positive, V- of each negative, by pairs.
struct Components {
    Scores positive, negative;
    double area = 0;
};

Components components(const Scores& scores, const Outcomes& outcomes) {
    Components result;
    const auto wins = [](double positive, double negative) {
        return positive > negative ? 1.0 : positive == negative ? 0.5 : 0.0;
    };
    for (std::size_t i = 0; i < scores.size(); ++i) {
        double sum = 0, others = 0;
        for (std::size_t j = 0; j < scores.size(); ++j) {
            if (outcomes[j] != outcomes[i]) {
                sum += outcomes[i] != 0 ? wins(scores[i], scores[j]) : wins(scores[j], scores[i]);
                ++others;
            }
        }
        (outcomes[i] != 0 ? result.positive : result.negative).push_back(sum / others);
    }
    for (const double v : result.positive) {
        result.area += v / static_cast<double>(result.positive.size());
    }
    return result;
}

double covariance_of_mean(const Scores& x, const Scores& y) {
    const auto n = static_cast<double>(x.size());
    const double mean_x = std::accumulate(x.begin(), x.end(), 0.0) / n;
    const double mean_y = std::accumulate(y.begin(), y.end(), 0.0) / n;
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sum += (x[i] - mean_x) * (y[i] - mean_y);
    }
    return sum / (n - 1) / n;
}

double delong(const Components& x, const Components& y) {
    return covariance_of_mean(x.positive, y.positive) + covariance_of_mean(x.negative, y.negative);
}

/// At least two of each class.
Outcomes random_outcomes(std::mt19937_64& random, std::size_t size) {
    Outcomes outcomes(size);
    for (auto& o : outcomes) {
        o = random() % 3 == 0;
    }
    outcomes[0] = outcomes[1] = 1;
    outcomes[2] = outcomes[3] = 0;
    return outcomes;
}

Scores random_scores(std::mt19937_64& random, std::size_t size, std::uint64_t values) {
    Scores scores(size);
    for (auto& s : scores) {
        s = static_cast<double>(random() % values) - 3;
    }
    return scores;
}

} // namespace

TEST_CASE("roc: two against two, by hand") {
    // Pairs: 3 > 2, 3 > 1, 1 < 2, 1 = 1. V+ = 1, 1/4; V- = 1/2, 3/4.
    const Scores scores{3, 1, 2, 1};
    const Outcomes outcomes{1, 1, 0, 0};
    const auto roc = roc_area(scores, outcomes, {0.95, AreaScale::plain}).value();
    CHECK(roc.area == 0.625);
    CHECK(roc.positives == 2);
    CHECK(roc.negatives == 2);
    CHECK(roc.standard_error.value() == Approx(std::sqrt(0.28125 / 2 + 0.03125 / 2)).epsilon(1e-14));
    CHECK(roc.interval.value().low == 0);
    CHECK(roc.interval.value().high == 1);
    // ln(5/3) -+ z 0.3952847 / (5/8 x 3/8)
    const auto logit = roc_area(scores, outcomes, {0.95}).value().interval.value();
    CHECK(logit.low == Approx(0.0576087).epsilon(1e-5));
    CHECK(logit.high == Approx(0.9784670).epsilon(1e-5));
}

TEST_CASE("roc: Hanley and McNeil's ratings of CT images") {
    // Facts: Hanley and McNeil 1982, table I, and area, DeLong's error and interval as Stata's manual has
    // them.
    const std::array normal{33, 6, 6, 11, 2}, abnormal{3, 2, 2, 11, 33};
    Scores scores;
    Outcomes outcomes;
    for (std::size_t rating = 0; rating < normal.size(); ++rating) {
        scores.insert(scores.end(), static_cast<std::size_t>(normal[rating] + abnormal[rating]),
                      static_cast<double>(rating + 1));
        outcomes.insert(outcomes.end(), static_cast<std::size_t>(normal[rating]), 0);
        outcomes.insert(outcomes.end(), static_cast<std::size_t>(abnormal[rating]), 1);
    }
    REQUIRE(scores.size() == 109);
    const auto roc = roc_area(scores, outcomes, {0.95, AreaScale::plain}).value();
    CHECK(roc.area == Approx(0.8932).margin(5e-5));
    CHECK(roc.standard_error.value() == Approx(0.0307).margin(5e-5));
    CHECK(roc.interval.value().low == Approx(0.83295).margin(5e-6));
    CHECK(roc.interval.value().high == Approx(0.95339).margin(5e-6));
}

TEST_CASE("roc: areas, covariances, differences equal the definition by pairs") {
    std::mt19937_64 random{11};
    for (int round = 0; round < 200; ++round) {
        const std::size_t size = 5 + random() % 60;
        const auto outcomes = random_outcomes(random, size);
        std::array<Scores, 3> scores;
        std::array<Components, 3> slow;
        std::vector<std::span<const double>> views;
        for (std::size_t k = 0; k < scores.size(); ++k) {
            scores[k] = random_scores(random, size, 2 + random() % 12);
            slow[k] = components(scores[k], outcomes);
            views.emplace_back(scores[k]);
        }
        const auto areas = roc_areas(views, outcomes).value();
        for (std::size_t k = 0; k < scores.size(); ++k) {
            REQUIRE(areas.areas[k] == Approx(slow[k].area).epsilon(1e-12));
            for (std::size_t l = 0; l < scores.size(); ++l) {
                REQUIRE(areas.covariance.value()[3 * k + l] ==
                        Approx(delong(slow[k], slow[l])).epsilon(1e-9).margin(1e-14));
            }
            const auto alone = roc_area(scores[k], outcomes, {0.9}).value();
            REQUIRE(alone.area == areas.areas[k]);
            REQUIRE(alone.standard_error.value() == std::sqrt(areas.covariance.value()[4 * k]));
        }
        const auto difference = roc_difference(scores[0], scores[1], outcomes, 0.95).value();
        const double variance =
            delong(slow[0], slow[0]) + delong(slow[1], slow[1]) - 2 * delong(slow[0], slow[1]);
        REQUIRE(difference.difference == Approx(slow[0].area - slow[1].area).margin(1e-12));
        REQUIRE(difference.standard_error.value() == Approx(std::sqrt(std::abs(variance))).margin(1e-7));
    }
}

TEST_CASE("roc: a rising function and the order of the members change no bit; a falling one mirrors") {
    std::mt19937_64 random{12};
    for (int round = 0; round < 30; ++round) {
        const std::size_t size = 6 + random() % 40;
        auto scores = random_scores(random, size, 9);
        auto outcomes = random_outcomes(random, size);
        const auto here = roc_area(scores, outcomes, {0.95}).value();
        Scores risen, fallen;
        for (const double s : scores) {
            risen.push_back(std::exp(s));
            fallen.push_back(-s);
        }
        CHECK(roc_area(risen, outcomes, {0.95}).value().standard_error.value() ==
              here.standard_error.value());
        CHECK(roc_area(fallen, outcomes, {0.95}).value().area == Approx(1 - here.area).epsilon(1e-14));
        CHECK(roc_area(fallen, outcomes, {0.95}).value().standard_error.value() ==
              here.standard_error.value());
        std::reverse(scores.begin(), scores.end());
        std::reverse(outcomes.begin(), outcomes.end());
        const auto turned = roc_area(scores, outcomes, {0.95}).value();
        CHECK(turned.area == here.area);
        CHECK(turned.standard_error.value() == here.standard_error.value());
    }
}

TEST_CASE("roc: intervals cover the true area about as often as they say") {
    // Exponential scores, the positives' mean three times that of the negatives: the area is 3 / 4.
    std::mt19937_64 random{13};
    const int rounds = 2000;
    int plain = 0, logit = 0;
    for (int round = 0; round < rounds; ++round) {
        Scores scores;
        Outcomes outcomes;
        for (int i = 0; i < 120; ++i) {
            outcomes.push_back(i % 3 == 0);
            scores.push_back(-std::log(uniform(random)) * (i % 3 == 0 ? 3 : 1));
        }
        const auto holds = [&](AreaScale scale) {
            const auto interval = roc_area(scores, outcomes, {0.9, scale}).value().interval.value();
            return interval.low <= 0.75 && 0.75 <= interval.high;
        };
        plain += holds(AreaScale::plain);
        logit += holds(AreaScale::logit);
    }
    CHECK(plain > 0.87 * rounds);
    CHECK(plain < 0.92 * rounds);
    CHECK(logit > 0.88 * rounds);
    CHECK(logit < 0.92 * rounds);
}

TEST_CASE("roc: equally good scores seldom differ, a better one is found") {
    std::mt19937_64 random{14};
    const int rounds = 1500;
    int rejected = 0, found = 0;
    for (int round = 0; round < rounds; ++round) {
        Scores first, second, noise;
        Outcomes outcomes;
        for (int i = 0; i < 100; ++i) {
            outcomes.push_back(i % 2 == 0);
            const double common = uniform(random) + 0.5 * (i % 2);
            first.push_back(common + uniform(random));
            second.push_back(common + uniform(random));
            noise.push_back(uniform(random));
        }
        rejected += roc_difference(first, second, outcomes, 0.95).value().p.value() < 0.1;
        const auto against = roc_difference(first, noise, outcomes, 0.95).value();
        found += against.p.value() < 0.05;
        CHECK((against.p.value() < 0.05) ==
              (against.interval.value().low > 0 || against.interval.value().high < 0));
    }
    CHECK(rejected > 0.07 * rounds);
    CHECK(rejected < 0.13 * rounds);
    CHECK(found > 0.9 * rounds);
}

TEST_CASE("roc: a difference turns its sign with the scores; none where the orders agree") {
    const Scores first{1, 2, 3, 4, 5, 6}, second{1, 3, 2, 6, 5, 4}, cubes{1, 8, 27, 64, 125, 216};
    const Outcomes outcomes{0, 1, 0, 1, 0, 1};
    const auto there = roc_difference(first, second, outcomes, 0.95).value();
    const auto back = roc_difference(second, first, outcomes, 0.95).value();
    CHECK(there.difference == Approx(-1.0 / 9)); // 6/9 and 7/9
    CHECK(back.difference == -there.difference);
    CHECK(back.p.value() == there.p.value());
    const auto none = roc_difference(first, cubes, outcomes, 0.95).value();
    CHECK(none.difference == 0);
    CHECK(none.standard_error.value() == 0);
    CHECK(none.interval.reason() == Undefined::zero_denominator);
    CHECK(none.p.reason() == Undefined::zero_denominator);
}

TEST_CASE("roc: what is not defined says so") {
    const double infinity = std::numeric_limits<double>::infinity();
    const RocOptions options{0.95};
    CHECK(roc_area({}, {}, options).reason() == Undefined::no_data);
    const Scores scores{1, 2, 3};
    CHECK(roc_area(scores, Outcomes{1, 1, 1}, options).reason() == Undefined::zero_denominator);
    CHECK(roc_area(scores, Outcomes{0, 0, 0}, options).reason() == Undefined::zero_denominator);
    CHECK(roc_difference(scores, scores, Outcomes{0, 0, 0}, 0.95).reason() == Undefined::zero_denominator);
    CHECK(roc_areas({}, Outcomes{0, 1}).reason() == Undefined::no_data);
    const auto single = roc_area(scores, Outcomes{0, 1, 0}, options).value();
    CHECK(single.area == 0.5);
    CHECK_FALSE(single.standard_error.defined());
    CHECK_FALSE(single.interval.defined());
    const std::vector<std::span<const double>> views{scores};
    CHECK_FALSE(roc_areas(views, Outcomes{0, 1, 0}).value().covariance.defined());
    const Scores apart{-infinity, -infinity, 0, infinity};
    const auto complete = roc_area(apart, Outcomes{0, 0, 1, 1}, options).value();
    CHECK(complete.area == 1);
    CHECK(complete.standard_error.value() == 0);
    CHECK_FALSE(complete.interval.defined());
    const auto same = roc_area(Scores{0.0, -0.0, 0.0, -0.0}, Outcomes{0, 0, 1, 1}, options).value();
    CHECK(same.area == 0.5);
}

TEST_CASE("roc: bad input is refused") {
    const Scores scores{1, 2, 3};
    const Outcomes outcomes{0, 1, 1};
    CHECK_THROWS_AS(roc_area(scores, Outcomes{0, 1}, {0.95}), UsageError);
    CHECK_THROWS_AS(roc_area(scores, Outcomes{0, 1, 2}, {0.95}), UsageError);
    CHECK_THROWS_AS(roc_area(Scores{1, std::nan(""), 3}, outcomes, {0.95}), UsageError);
    CHECK_THROWS_AS(roc_area(scores, outcomes, {1}), UsageError);
    CHECK_THROWS_AS(roc_area(scores, outcomes, {0}), UsageError);
    CHECK_THROWS_AS(roc_difference(scores, Scores{1, 2}, outcomes, 0.95), UsageError);
    CHECK_THROWS_AS(roc_difference(scores, scores, outcomes, std::nan("")), UsageError);
}

} // namespace test_roc
