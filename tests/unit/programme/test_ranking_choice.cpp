// SPDX-License-Identifier: GPL-3.0-or-later
// The leap-growth ranking as a choice.
#include "enterprises.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/programme/ranking_choice.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

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

namespace {

/// Twelve enterprises with small amounts, some just above the criteria.
Corpus small_firms(std::mt19937& random) {
    std::vector<Enterprise> firms;
    for (int i = 0; i < 12; ++i) {
        const auto before = static_cast<std::int64_t>(20 + random() % 30);
        const auto sales = static_cast<std::int64_t>(20 + random() % 40);
        const auto rd = std::max<std::int64_t>(1, sales / 20) + static_cast<std::int64_t>(random() % 3);
        firms.push_back(test::enterprise(
            std::string(1, static_cast<char>('A' + i)),
            {test::figures(2020, before, static_cast<std::int64_t>(1 + random() % 4), 100, 40),
             test::figures(2022, sales, rd, 100, 40)}));
    }
    return test::corpus(std::move(firms));
}

PortfolioValues small_values(std::mt19937& random, std::size_t firms) {
    PortfolioValues values(firms);
    for (auto& of : values) {
        of.push_back({2020, static_cast<double>(100 + random() % 50), 1});
        if (random() % 4 != 0) {
            of.push_back({2022, static_cast<double>(100 + random() % 90), 1});
        }
    }
    return values;
}

/// Whether this enterprise is eligible and among the first places when all is assessed anew.
bool chosen_anew(const Corpus& corpus, const Programme& programme, const PortfolioValues& values,
                 const std::string& name, std::size_t places) {
    const auto assessment = assess(corpus, programme, values, test::as_of("2022-12-31"));
    const auto named = ranking_choice(assessment, places);
    if (named.names.empty()) {
        return false;
    }
    const auto chosen = scoring::chosen_under(named.choice, named.choice.weights);
    const auto at = std::ranges::find(named.names, name) - named.names.begin();
    return static_cast<std::size_t>(at) < named.names.size() &&
           chosen.chosen[static_cast<std::size_t>(at)] != 0;
}

} // namespace

TEST_CASE("ranking choice: the amount that turns a decision, against trying every amount") {
    std::mt19937 random{41};
    const auto programme = test::jinzhong();
    std::size_t found = 0, lost = 0, none = 0, fine = 0;
    for (int round = 0; round < 4; ++round) {
        const auto corpus = small_firms(random);
        const auto values = small_values(random, corpus.enterprises.size());
        const auto assessment = assess(corpus, programme, values, test::as_of("2022-12-31"));
        const std::size_t places = 2 + random() % 4;
        auto named = ranking_choice(assessment, places);
        add_ranking_inputs(named, corpus, programme, assessment);
        REQUIRE(named.inputs.size() == 3);
        const auto now = scoring::chosen_under(named.choice, named.choice.weights);
        for (std::uint32_t c = 0; c < named.names.size(); ++c) {
            const auto firm = assessment.enterprises[named.positions[c]].enterprise;
            const bool chosen = now.chosen[c] != 0;
            for (std::size_t part = 0; part < 2; ++part) {
                INFO("round " << round << " firm " << named.names[c] << " part " << part);
                auto changed = corpus;
                auto& last = changed.enterprises[firm].figures.back();
                auto& amount = part == 0 ? last.sales_revenue : last.rd_expense;
                const auto from = amount->fen / 100;
                const auto turns = [&](std::int64_t yuan) {
                    amount = Money{yuan * 100};
                    return chosen_anew(changed, programme, values, named.names[c], places) != chosen;
                };
                std::optional<std::int64_t> least;
                for (const int side : {1, -1}) {
                    auto x = from + side;
                    while (x >= 0 && static_cast<double>(x) <= named.inputs[part].high && !turns(x)) {
                        x += side;
                    }
                    const bool turned = x >= 0 && static_cast<double>(x) <= named.inputs[part].high;
                    if (turned && (!least || std::abs(x - from) < std::abs(*least - from))) {
                        least = x;
                    }
                }
                const auto flip = scoring::input_flip(named.choice, named.inputs[part], part, c);
                REQUIRE(flip.has_value() == least.has_value());
                if (flip) {
                    REQUIRE(flip->from == static_cast<double>(from));
                    REQUIRE(std::abs(flip->to - flip->from) == static_cast<double>(std::abs(*least - from)));
                    REQUIRE(turns(static_cast<std::int64_t>(flip->to)));
                    found += flip->stands ? 1 : 0;
                    lost += flip->stands ? 0 : 1;
                } else {
                    ++none;
                }
            }
            if (const auto flip = scoring::input_flip(named.choice, named.inputs[2], 2, c)) {
                auto other = values;
                other[firm].back().value = flip->to;
                CHECK(chosen_anew(corpus, programme, other, named.names[c], places) != chosen);
                other[firm].back().value = flip->to - (flip->to > flip->from ? 1e-4 : -1e-4);
                CHECK(chosen_anew(corpus, programme, other, named.names[c], places) == chosen);
                ++fine;
            }
        }
    }
    CHECK(found > 20);
    CHECK(lost > 3);
    CHECK(none > 3);
    CHECK(fine > 10);
}

} // namespace test_ranking_choice
