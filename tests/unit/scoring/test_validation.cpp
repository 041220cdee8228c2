// SPDX-License-Identifier: GPL-3.0-or-later
// Figures against plain definitions, verdicts by hand.
#include <longmen/base/errors.hpp>
#include <longmen/scoring/validation.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <random>

namespace test_validation {

using namespace longmen;
using namespace longmen::scoring;

namespace {

const double none = std::numeric_limits<double>::quiet_NaN();

ValidationRules rules() {
    return read_validation_rules(
        Config::read(std::string{LONGMEN_SOURCE_DIR} + "/models/validation/default.toml"));
}

/// A hidden quality decides the outcome; `good` sees it well, the yardsticks hardly.
Judged drawn(std::size_t size, double sight, unsigned seed) {
    std::mt19937 random{seed};
    std::normal_distribution<double> noise;
    std::uniform_real_distribution<double> uniform;
    Judged judged;
    judged.models = {{"good", false, {}, {}}, {"count", true, {}, {}}, {"age", true, {}, {}}};
    for (std::size_t i = 0; i < size; ++i) {
        const double quality = noise(random);
        const double probability = 1 / (1 + std::exp(-(2 * quality - 1)));
        judged.outcomes.push_back(uniform(random) < probability ? 1 : 0);
        judged.counts.push_back(std::floor(10 * probability));
        judged.models[0].scores.push_back(std::round(20 * (sight * quality + (1 - sight) * noise(random))));
        judged.models[0].probabilities.push_back(probability);
        judged.models[1].scores.push_back(std::floor(std::abs(noise(random)) + (quality > 0 ? 0.3 : 0)));
        judged.models[2].scores.push_back(noise(random));
    }
    return judged;
}

double area_by_pairs(const std::vector<double>& scores, const std::vector<std::uint8_t>& outcomes) {
    double wins = 0, pairs = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        for (std::size_t j = 0; j < scores.size(); ++j) {
            if (outcomes[i] == 1 && outcomes[j] == 0) {
                ++pairs;
                wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
            }
        }
    }
    return wins / pairs;
}

} // namespace

TEST_CASE("validation: areas on common ground and on one's own, by pairs") {
    auto judged = drawn(300, 0.9, 1);
    for (std::size_t i = 0; i < 300; i += 7) {
        judged.models[1].scores[i] = none; // the yardstick is silent
    }
    const auto found = validate(judged, rules());
    std::vector<std::uint32_t> common;
    for (std::uint32_t i = 0; i < 300; ++i) {
        if (i % 7 != 0) {
            common.push_back(i);
        }
    }
    CHECK(found.members == 300);
    CHECK(found.common == common.size());
    const auto part = subset(judged, common);
    for (std::size_t m = 0; m < 3; ++m) {
        INFO(m);
        const auto expected = area_by_pairs(part.models[m].scores, part.outcomes);
        CHECK(found.models[m].area.value().area == Approx(expected));
        CHECK(found.models[m].scored == (m == 1 ? common.size() : 300));
    }
    CHECK(found.models[0].own.value().area ==
          Approx(area_by_pairs(judged.models[0].scores, judged.outcomes)));
    CHECK(found.models[0].over[0].value().difference ==
          Approx(found.models[0].area.value().area - found.models[1].area.value().area));
    CHECK_FALSE(found.models[1].over[0].defined()); // over itself
    CHECK(found.yardsticks == std::vector<std::string>{"count", "age"});
    // The curve begins at nothing or at the jump there, and ends with all; the parts hold all positives.
    CHECK(found.models[2].roc.size() == 21);
    CHECK(found.models[2].roc.back() == Approx(1));
    double sum = 0;
    for (const double share : found.models[0].by_bin) {
        sum += share * static_cast<double>(found.common) / static_cast<double>(found.models[0].by_bin.size());
    }
    CHECK(sum == Approx(static_cast<double>(found.common_positives)));
}

TEST_CASE("validation: verdicts") {
    const auto limits = rules();
    const auto verdict = [&](const Judged& judged) { return validate(judged, limits).models[0]; };
    auto judged = drawn(4000, 0.9, 2);
    CHECK(verdict(judged).verdict == Verdict::better);
    CHECK(verdict(judged).shortfalls.empty());
    CHECK(validate(judged, limits).models[1].verdict == Verdict::yardstick);

    auto bold = judged; // odds three times too far apart
    for (auto& p : bold.models[0].probabilities) {
        p = 1 / (1 + std::pow((1 - p) / p, 3));
    }
    CHECK(verdict(bold).verdict == Verdict::orders_better);
    CHECK(verdict(bold).shortfalls == std::vector{Shortfall::slope});
    auto bare = judged;
    bare.models[0].probabilities.clear();
    CHECK(verdict(bare).shortfalls == std::vector{Shortfall::uncalibrated});
    CHECK(verdict(bare).verdict == Verdict::orders_better);

    auto same = judged; // nothing but the count
    same.models[0].scores = same.models[1].scores;
    CHECK(verdict(same).verdict == Verdict::not_better);
    CHECK(verdict(same).shortfalls.front() == Shortfall::margin);

    CHECK(verdict(drawn(150, 0.9, 3)).verdict == Verdict::too_few);
    auto dumb = judged; // the model scores nobody: the others are compared all the same
    std::ranges::fill(dumb.models[0].scores, none);
    CHECK(verdict(dumb).shortfalls == std::vector{Shortfall::nothing});
    CHECK(validate(dumb, limits).common == dumb.outcomes.size());
    CHECK(validate(dumb, limits).models[1].area.defined());
    auto one = judged;
    std::ranges::fill(one.outcomes, std::uint8_t{1});
    CHECK(verdict(one).shortfalls == std::vector{Shortfall::nothing});
}

TEST_CASE("validation: a calibrator learns the odds") {
    const auto judged = drawn(20000, 1, 4);
    const auto fit = fit_calibrator(judged.models[0].scores, judged.outcomes);
    const auto& calibrator = std::get<Calibrator>(fit);
    // The score is twenty times the quality, whose log odds are 2 q - 1.
    for (const double quality : {-1.0, 0.0, 0.5, 1.5}) {
        CHECK(calibrator.at(20 * quality) == Approx(1 / (1 + std::exp(-(2 * quality - 1)))).margin(0.02));
    }
    const std::vector<double> silent{none, none};
    const std::vector<std::uint8_t> outcomes{0, 1};
    CHECK(std::get<stats::LineRefusal>(fit_calibrator(silent, outcomes)) == stats::LineRefusal::no_data);
    const std::vector<double> flat{3, 3};
    CHECK(std::get<stats::LineRefusal>(fit_calibrator(flat, outcomes)) == stats::LineRefusal::one_prediction);
}

TEST_CASE("validation: columns that do not fit are refused") {
    auto judged = drawn(20, 1, 5);
    judged.outcomes[0] = 2;
    CHECK_THROWS_AS(validate(judged, rules()), UsageError);
    judged = drawn(20, 1, 5);
    judged.models[0].scores.pop_back();
    CHECK_THROWS_AS(validate(judged, rules()), UsageError);
    judged.models.clear();
    CHECK_THROWS_AS(validate(judged, rules()), UsageError);
    CHECK(rules().minimum_positives == 100);
    CHECK_THROWS_AS(read_validation_rules(Config::parse("source = \"x\"\nyears = 0\n", "x")), DataError);
}

} // namespace test_validation
