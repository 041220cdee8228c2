// SPDX-License-Identifier: GPL-3.0-or-later
// The leap-growth ranking as a choice.
#include <longmen/base/errors.hpp>
#include <longmen/programme/ranking_choice.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace test_ranking_choice {

using namespace longmen;
using namespace longmen::programme;

namespace {

EnterpriseAssessment enterprise(const std::string& name, std::optional<double> sales,
                                std::optional<double> value, Verdict verdict = Verdict::eligible) {
    EnterpriseAssessment e;
    e.name = name;
    e.verdict = verdict;
    GrowthResult first, second;
    first.growth = Growth::sales_revenue;
    first.weight = 0.4;
    first.percentile = sales;
    second.growth = Growth::portfolio_value;
    second.weight = 0.6;
    second.percentile = value;
    e.growth = {first, second};
    double sum = 0, weight = 0;
    for (const auto& part : e.growth) {
        if (part.percentile) {
            sum += part.weight * *part.percentile;
            weight += part.weight;
        }
    }
    if (weight > 0) {
        e.leap_growth = sum / weight;
    }
    return e;
}

} // namespace

TEST_CASE("ranking choice: the eligible with a score, by name, their parts as terms") {
    Assessment assessment;
    assessment.enterprises = {enterprise("B", 90, 10), enterprise("A", 20, std::nullopt),
                              enterprise("D", {}, {}), enterprise("C", 99, 99, Verdict::not_eligible)};
    const auto named = ranking_choice(assessment, 1);
    CHECK(named.names == std::vector<std::string>{"A", "B"});
    CHECK(named.positions == std::vector<std::uint32_t>{1, 0});
    CHECK(named.choice.weights == std::vector<double>{0.4, 0.6});
    CHECK(named.terms[1].key == "portfolio_value");
    CHECK(named.choice.values[0] == 0.2);
    CHECK(std::isnan(named.choice.values[1]));
    // The choice gives the scores of the assessment.
    const auto chosen = scoring::chosen_under(named.choice, named.choice.weights);
    CHECK(*chosen.scores[0] * 100 == Approx(*assessment.enterprises[1].leap_growth));
    CHECK(*chosen.scores[1] * 100 == Approx(*assessment.enterprises[0].leap_growth));
    CHECK(chosen.chosen[1] == 1); // 42 against 20
}

TEST_CASE("ranking choice: an expert's score holds whatever the weights; nobody, and no place") {
    Assessment assessment;
    assessment.enterprises = {enterprise("A", 10, 90), enterprise("B", 30, 30)};
    ExpertWord word;
    word.score = 55;
    assessment.enterprises[1].word = word;
    assessment.enterprises[1].leap_growth = 55;
    const auto named = ranking_choice(assessment, 1);
    for (const auto& weights : {std::vector<double>{1, 0}, std::vector<double>{0.3, 0.7}}) {
        CHECK(*scoring::score_of(named.choice, 1, weights) == Approx(0.55));
    }
    CHECK(ranking_choice(Assessment{}, 3).names.empty());
    CHECK_THROWS_AS(ranking_choice(assessment, 0), UsageError);
}

} // namespace test_ranking_choice
