// SPDX-License-Identifier: GPL-3.0-or-later
// Known life cycles recovered, the interval by brute force, and every refusal.
#include <longmen/base/errors.hpp>
#include <longmen/indicators/life_cycle.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

namespace test_life_cycle {

using namespace longmen;
using namespace longmen::indicators;

namespace {

constexpr LifeCycleOptions options{2, 3, 0.95};

/// Yearly counts whose sums lie on a curve, each disturbed by up to `noise` of itself.
std::vector<double> counts_on(const GrowthCurve& curve, int first, int last, double noise,
                              std::uint64_t seed = 1) {
    std::mt19937_64 random{seed};
    std::vector<double> counts;
    for (int year = first; year <= last; ++year) {
        const double before = year == first ? 0 : curve.at(year - 1);
        const double shift = static_cast<double>(random() % 2001) / 1000 - 1;
        counts.push_back((curve.at(year) - before) * (1 + noise * shift));
    }
    return counts;
}

double squares_with(double capacity, const std::vector<double>& times, const std::vector<double>& values) {
    // Grid, then finer grids: no method in common with the library.
    double best = 1e300, best_rate = 0.3, best_time = 2005, reach_rate = 0.29, reach_time = 15;
    for (int round = 0; round < 25; ++round) {
        const double rate = best_rate, time = best_time;
        for (int i = -10; i <= 10; ++i) {
            for (int j = -10; j <= 10; ++j) {
                const double b = rate + reach_rate * i / 10, t0 = time + reach_time * j / 10;
                double sum = 0;
                for (std::size_t k = 0; k < times.size(); ++k) {
                    const double error = capacity / (1 + std::exp(-b * (times[k] - t0))) - values[k];
                    sum += error * error;
                }
                if (sum < best) {
                    best = sum;
                    best_rate = b;
                    best_time = t0;
                }
            }
        }
        reach_rate /= 2;
        reach_time /= 2;
    }
    return best;
}

} // namespace

TEST_CASE("life cycle: a grown technology is told with its stages") {
    const GrowthCurve truth{CurveKind::logistic, 800, 0.45, 2005, 1};
    const auto result = life_cycle(1992, counts_on(truth, 1992, 2020, 0.05), options);
    REQUIRE(result.cycle);
    CHECK_FALSE(result.refusal);
    CHECK(result.last_year == 2018);
    CHECK(result.trials.size() == 3);
    const auto& cycle = *result.cycle;
    CHECK(cycle.curve.capacity == Approx(800).epsilon(0.03));
    CHECK(cycle.capacity.low <= cycle.curve.capacity);
    CHECK(cycle.capacity.high >= cycle.curve.capacity);
    CHECK(cycle.at_50 == Approx(2005).margin(0.5));
    CHECK(cycle.span == Approx(std::log(81) / 0.45).epsilon(0.1));
    CHECK(cycle.span == Approx(cycle.to_90 - cycle.from_10));
    CHECK(cycle.stage == LifeStage::saturation);
    CHECK(cycle.share == Approx(result.total / cycle.curve.capacity));
}

TEST_CASE("life cycle: the kind that made the counts is chosen") {
    for (const auto kind : {CurveKind::logistic, CurveKind::gompertz}) {
        const GrowthCurve truth{kind, 900, 0.3, 2004, 1};
        const auto result = life_cycle(1990, counts_on(truth, 1990, 2022, 0), options);
        REQUIRE(result.cycle);
        CHECK(result.cycle->curve.kind == kind);
        const auto other = kind == CurveKind::logistic ? CurveKind::gompertz : CurveKind::logistic;
        CHECK(*result.trials[static_cast<std::size_t>(kind)].aicc <
              *result.trials[static_cast<std::size_t>(other)].aicc);
    }
    const GrowthCurve richards{CurveKind::richards, 900, 0.5, 2006, 5};
    CHECK(life_cycle(1990, counts_on(richards, 1990, 2022, 0.01), options).cycle->curve.kind ==
          CurveKind::richards);
}

TEST_CASE("life cycle: AICc and the interval of the ceiling by their definitions") {
    const GrowthCurve truth{CurveKind::logistic, 400, 0.35, 2008, 1};
    // Errors of the sums, not of the counts: independent from year to year.
    std::mt19937_64 random{7};
    std::vector<double> counts;
    double before = 0;
    for (int year = 1996; year <= 2016; ++year) {
        const double now = truth.at(year) + static_cast<double>(random() % 2001) / 1000 - 1;
        counts.push_back(now - before);
        before = now;
    }
    const auto result = life_cycle(1996, counts, {0, 3, 0.95});
    REQUIRE(result.cycle);
    REQUIRE(result.cycle->curve.kind == CurveKind::logistic);
    std::vector<double> times, values;
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        sum += counts[i];
        times.push_back(1996 + static_cast<double>(i));
        values.push_back(sum);
    }
    const double n = 21, k = 4;
    const double rss = result.trials[0].fit->squares;
    CHECK(squares_with(result.cycle->curve.capacity, times, values) == Approx(rss).epsilon(1e-4));
    CHECK(*result.trials[0].aicc == Approx(n * std::log(rss / n) + 2 * k + 2 * k * (k + 1) / (n - k - 1)));
    // F(0.95; 1, 18) by the table.
    const double limit = rss * (1 + 4.4139 / 18);
    const auto [low, high] = result.cycle->capacity;
    CHECK(squares_with(high, times, values) == Approx(limit).epsilon(1e-3));
    CHECK(low >= sum);
    if (low > sum) {
        CHECK(squares_with(low, times, values) == Approx(limit).epsilon(1e-3));
    } else {
        CHECK(squares_with(low, times, values) <= limit);
    }
}

TEST_CASE("life cycle: no number where the data cannot carry one") {
    const std::vector<double> five{1, 2, 3, 4, 5}, none{0, 0, 0, 0};
    CHECK(*life_cycle(2000, five, options).refusal == LifeRefusal::too_few_years);
    CHECK(*life_cycle(2000, none, options).refusal == LifeRefusal::too_few_years);
    CHECK(*life_cycle(2000, {}, options).refusal == LifeRefusal::too_few_years);
    // Growth without any sign of an end.
    const GrowthCurve early{CurveKind::logistic, 100000, 0.25, 2040, 1};
    const auto open = life_cycle(2000, counts_on(early, 2000, 2022, 0.02), options);
    REQUIRE(open.refusal);
    CHECK((*open.refusal == LifeRefusal::inflection_beyond_data ||
           *open.refusal == LifeRefusal::capacity_open));
    // Just past the turn, with noise: the ceiling may lie anywhere.
    const GrowthCurve turn{CurveKind::gompertz, 5000, 0.08, 2018, 1};
    const auto wide = life_cycle(2000, counts_on(turn, 2000, 2021, 0.4, 3), options);
    REQUIRE(wide.refusal);
    CHECK_FALSE(wide.cycle);
    CHECK_THROWS_AS(life_cycle(2000, five, {-1, 3, 0.95}), UsageError);
    CHECK_THROWS_AS(life_cycle(2000, five, {0, 1, 0.95}), UsageError);
    const std::vector<double> negative{1, -1};
    CHECK_THROWS_AS(life_cycle(2000, negative, options), UsageError);
}

TEST_CASE("life cycle: years not yet published do not feign an end") {
    const GrowthCurve early{CurveKind::logistic, 100000, 0.25, 2030, 1};
    auto counts = counts_on(early, 2000, 2022, 0.0);
    const double full = counts.back();
    counts[counts.size() - 1] = full * 0.1;
    counts[counts.size() - 2] *= 0.5;
    const auto cut = life_cycle(2000, counts, options);
    REQUIRE(cut.refusal);
    CHECK(*cut.refusal == LifeRefusal::inflection_beyond_data);
    CHECK(cut.last_year == 2020);
}

} // namespace test_life_cycle
