// SPDX-License-Identifier: GPL-3.0-or-later
// Worked values, and random patents against the definition written out once more.
#include <longmen/programme/evaluation.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>

namespace test_evaluation {

using namespace longmen;
using namespace longmen::programme;

namespace {

/// Two dimensions; A has the groups A1 (a, b) and A2 (c), B the group B1 (d).
EvaluationRule small_rule() {
    EvaluationRule rule;
    rule.minimum_scorers = 3;
    rule.dimensions = {{"A", 0, {}}, {"B", 0, {}}};
    rule.groups = {{"A1", 0, {}}, {"A2", 0, {}}, {"B1", 1, {}}};
    for (const auto& [id, parent, kind] :
         {std::tuple{"a", 0, "B"}, {"b", 0, "P"}, {"c", 1, "E"}, {"d", 2, "P"}}) {
        EvaluationIndicator indicator;
        indicator.id = id;
        indicator.parent = static_cast<std::size_t>(parent);
        indicator.kind = kind;
        indicator.firm = indicator.kind == "B";
        rule.indicators.push_back(indicator);
    }
    Scenario scenario;
    scenario.id = "s";
    scenario.dimensions = {0.6, 0.4};
    scenario.groups = {0.5, 0.5, 1};
    scenario.indicators = {0.25, 0.75, 1, 1};
    rule.scenarios = {scenario};
    return rule;
}

ExpertOpinion said(const std::string& scorer, std::optional<double> score) {
    return {scorer, "2026-11-01", score, "", "", "f", 1};
}

DataValue told(double score) {
    DataValue value;
    value.score = score;
    return value;
}

EvaluationInput empty_input() {
    EvaluationInput input;
    input.indicators.resize(4);
    return input;
}

Evaluation run(const EvaluationInput& input, Missing missing = Missing::renormalise) {
    const auto rule = small_rule();
    return evaluate(rule, rule.scenarios[0], input, missing);
}

double covered_by(const Evaluation& result, ScoreOrigin origin) {
    return result.coverage[static_cast<std::size_t>(origin)];
}

} // namespace

TEST_CASE("evaluation: experts before data, data before nothing") {
    auto input = empty_input();
    input.indicators[0].data = told(80);
    input.indicators[1].data = told(10);
    input.indicators[1].opinions = {said("甲", 40), said("乙", 50), said("丙", 60)};
    input.indicators[3].opinions = {said("甲", 90)};
    const auto result = run(input);
    CHECK(result.state == EvaluationState::evaluated);
    CHECK(result.indicators[0].origin == ScoreOrigin::data);
    CHECK(result.indicators[1].origin == ScoreOrigin::expert);
    CHECK(result.indicators[1].score == 50);
    CHECK(result.indicators[1].spread.deviation == Approx(10));
    CHECK(result.indicators[2].origin == ScoreOrigin::missing);
    CHECK(result.indicators[3].origin == ScoreOrigin::provisional);
    CHECK(result.provisional);
    // A1 = 0.25 * 80 + 0.75 * 50 = 57.5; A2 is missing, so A = 57.5; B = 90; 0.6 * 57.5 + 0.4 * 90 = 70.5
    CHECK(*result.levels.groups[0] == Approx(57.5));
    CHECK_FALSE(result.levels.groups[1]);
    CHECK(*result.levels.total == Approx(70.5));
    CHECK(covered_by(result, ScoreOrigin::data) == Approx(0.075));
    CHECK(covered_by(result, ScoreOrigin::expert) == Approx(0.225));
    CHECK(covered_by(result, ScoreOrigin::provisional) == Approx(0.4));
    CHECK(result.covered() == Approx(0.7));
    // A = 28.75 with c at 0, 78.75 with c at 100
    CHECK(*result.low.total == Approx(0.6 * 28.75 + 36));
    CHECK(*result.high.total == Approx(0.6 * 78.75 + 36));
    CHECK(*run(input, Missing::zero).levels.total == Approx(*result.low.total));
    // A1 by 甲 alone 0.25 * 80 + 0.75 * 40 = 50, so 66; by 乙 and 丙 B keeps its mean: 70.5 and 75
    CHECK(result.spread.scorers == 3);
    CHECK(result.spread.low == Approx(66));
    CHECK(result.spread.high == Approx(75));
    CHECK(*result.spread.deviation == Approx(4.5));
}

TEST_CASE("evaluation: words without a score are no score") {
    auto input = empty_input();
    input.indicators[2].opinions = {said("甲", std::nullopt)};
    const auto result = run(input);
    CHECK(result.state == EvaluationState::no_evidence);
    CHECK_FALSE(result.levels.total);
    CHECK(covered_by(result, ScoreOrigin::missing) == Approx(1));
    CHECK(result.spread.scorers == 0);
}

TEST_CASE("evaluation: ended rights and designs are not evaluated, and never 0") {
    auto input = empty_input();
    input.indicators[0].data = told(80);
    input.dead = true;
    for (const auto missing : {Missing::renormalise, Missing::zero}) {
        const auto result = run(input, missing);
        CHECK(result.state == EvaluationState::ended);
        CHECK_FALSE(result.levels.total);
        CHECK_FALSE(result.low.total);
    }
    auto rule = small_rule();
    rule.scenarios[0].dead_too = true;
    CHECK(evaluate(rule, rule.scenarios[0], input, Missing::renormalise).levels.total == 80.0);
    input.applicable = false;
    CHECK(evaluate(rule, rule.scenarios[0], input, Missing::renormalise).state ==
          EvaluationState::not_applicable);
}

TEST_CASE("evaluation: an indicator without weight counts nowhere") {
    auto rule = small_rule();
    rule.scenarios[0].indicators = {0, 1, 1, 1};
    auto input = empty_input();
    input.indicators[0].opinions = {said("甲", 100)};
    CHECK(evaluate(rule, rule.scenarios[0], input, Missing::renormalise).state ==
          EvaluationState::no_evidence);
    input.indicators[1].data = told(30);
    const auto result = evaluate(rule, rule.scenarios[0], input, Missing::renormalise);
    CHECK(result.levels.total == 30.0);
    CHECK_FALSE(result.provisional);
    CHECK(result.spread.scorers == 0);
}

TEST_CASE("evaluation: random patents, by the definition written out") {
    const auto rule = small_rule();
    const auto& scenario = rule.scenarios[0];
    std::mt19937 random{20261128};
    const auto draw = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    for (int round = 0; round < 500; ++round) {
        auto input = empty_input();
        for (auto& indicator : input.indicators) {
            if (draw(2) == 0) {
                indicator.data = told(draw(101));
            }
            for (const auto* scorer : {"甲", "乙", "丙", "丁"}) {
                if (draw(3) == 0) {
                    indicator.opinions.push_back(
                        said(scorer, draw(5) == 0 ? std::nullopt : std::optional{draw(1001) / 10.0}));
                }
            }
        }
        const auto result = run(input);
        // Flat: the weight of what is known, renormalised level by level.
        std::vector<std::optional<double>> scores;
        double known = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            double sum = 0;
            int count = 0;
            for (const auto& opinion : input.indicators[i].opinions) {
                sum += opinion.score.value_or(0);
                count += opinion.score ? 1 : 0;
            }
            scores.push_back(count > 0                  ? std::optional{sum / count}
                             : input.indicators[i].data ? std::optional{input.indicators[i].data->score}
                                                        : std::nullopt);
            known += scores[i] ? rule.weight(scenario, i) : 0;
        }
        CHECK(result.covered() == Approx(known).margin(1e-12));
        const auto total_with = [&](double missing) {
            double total = 0;
            for (std::size_t i = 0; i < 4; ++i) {
                total += rule.weight(scenario, i) * scores[i].value_or(missing);
            }
            return total;
        };
        if (known == 0) {
            CHECK(result.state == EvaluationState::no_evidence);
            continue;
        }
        CHECK(*result.low.total == Approx(total_with(0)).margin(1e-9));
        CHECK(*result.high.total == Approx(total_with(100)).margin(1e-9));
        CHECK(*result.levels.total >= *result.low.total - 1e-9);
        CHECK(*result.levels.total <= *result.high.total + 1e-9);
        // Missing is never 0: the total lies within the scores that are known.
        double least = 100, most = 0;
        for (const auto& score : scores) {
            least = std::min(least, score.value_or(100));
            most = std::max(most, score.value_or(0));
        }
        CHECK(*result.levels.total >= least - 1e-9);
        CHECK(*result.levels.total <= most + 1e-9);
        // The order of sheets does not change a bit.
        for (auto& indicator : input.indicators) {
            std::ranges::shuffle(indicator.opinions, random);
        }
        const auto again = run(input);
        CHECK(again.levels.total == result.levels.total);
        CHECK(again.spread.deviation == result.spread.deviation);
        CHECK(again.coverage == result.coverage);
    }
}

} // namespace test_evaluation
