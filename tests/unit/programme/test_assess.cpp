// SPDX-License-Identifier: GPL-3.0-or-later
// Criteria, verdicts, gaps and years of an assessment.
#include "enterprises.hpp"

#include <longmen/base/errors.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

namespace test_assess {

using namespace longmen;
using namespace longmen::programme;
using namespace longmen::test;
using Catch::Matchers::Contains;

namespace {

Assessment assess_alone(std::vector<YearFigures> given, std::string_view date) {
    return assess(corpus({enterprise("甲", std::move(given))}), jinzhong(), {}, as_of(date));
}

EnterpriseAssessment assess_one(std::vector<YearFigures> given, std::string_view date = "2022-12-31",
                                std::optional<int> year = {}) {
    auto options = as_of(date);
    options.year = year;
    return assess(corpus({enterprise("甲", std::move(given))}), jinzhong(), {}, options).enterprises.at(0);
}

} // namespace

TEST_CASE("assess: exactly 5 % and 30 % pass") {
    const auto result = assess_one({figures(2022, 100'000'000, 5'000'000, 100'000'000, 30'000'000)});
    CHECK(result.criteria[0].state == CriterionState::met);
    CHECK(result.criteria[1].state == CriterionState::met);
    CHECK(result.criteria[0].gap_cny == 0);
    CHECK(result.criteria[0].gap_points == 0.0);
    CHECK(result.criteria[0].value == 0.05);
    CHECK(result.criteria[2].state == CriterionState::pending);
    CHECK(result.criteria[3].state == CriterionState::pending);
    CHECK(result.verdict == Verdict::eligible);
    CHECK(result.support_cny == 200'000);
}

TEST_CASE("assess: 4.999 % fails and says so without rounding it up") {
    const auto result = assess_one({figures(2022, 100'000'000, 4'999'000, 100'000'000, 30'000'000)});
    const auto& rd = result.criteria[0];
    CHECK(rd.state == CriterionState::not_met);
    CHECK(rd.gap_cny == 1'000);
    CHECK(*rd.gap_points == Approx(0.001));
    CHECK_THAT(rd.reason.zh, Contains("4.9990%") && Contains("低于5%") && Contains("1000元（0.1万元）"));
    CHECK_THAT(rd.reason.en,
               Contains("4.9990%") && Contains("below 5%") && Contains("1000 yuan more R&D expense"));
    CHECK(result.verdict == Verdict::not_eligible);
    CHECK(result.support_cny == 0);
    CHECK_FALSE(result.rank);
}

TEST_CASE("assess: one fen short of 5 % fails, at sizes where doubles cannot tell") {
    Enterprise giant = enterprise("甲", {figures(2022, 1, 1, 1, 1)});
    constexpr std::int64_t sales = 9'000'000'000'000'000'000; // fen
    giant.figures[0].sales_revenue = Money{sales};
    giant.figures[0].rd_expense = Money{sales / 20 - 1};
    auto result = assess(corpus({giant}), jinzhong(), {}, as_of("2023")).enterprises.at(0);
    CHECK(result.criteria[0].state == CriterionState::not_met);
    CHECK(result.criteria[0].gap_cny == 1);
    giant.figures[0].rd_expense = Money{sales / 20};
    result = assess(corpus({giant}), jinzhong(), {}, as_of("2023")).enterprises.at(0);
    CHECK(result.criteria[0].state == CriterionState::met);
}

TEST_CASE("assess: the gap suffices, and one yuan less does not") {
    std::mt19937_64 random(20200402);
    std::uniform_int_distribution<std::int64_t> sales_fen(1, 5'000'000'000'000), share(0, 49'999);
    for (int round = 0; round < 500; ++round) {
        auto given = figures(2022, 1, 1, 100, 100);
        const std::int64_t sales = sales_fen(random);
        const auto rd =
            static_cast<std::int64_t>(static_cast<double>(sales) * 1e-6 * static_cast<double>(share(random)));
        given.sales_revenue = Money{sales};
        given.rd_expense = Money{rd};
        const auto before = assess_one({given}).criteria[0];
        INFO(sales << " " << rd);
        REQUIRE(before.gap_cny);
        if (before.state == CriterionState::met) {
            CHECK(*before.gap_cny == 0);
            continue;
        }
        given.rd_expense = Money{rd + *before.gap_cny * 100};
        CHECK(assess_one({given}).criteria[0].state == CriterionState::met);
        given.rd_expense = Money{rd + (*before.gap_cny - 1) * 100};
        CHECK(assess_one({given}).criteria[0].state == CriterionState::not_met);
    }
}

TEST_CASE("assess: a zero is a figure, an absent figure is missing") {
    const auto zero = assess_one({figures(2022, 1000, 0, 1000, 300)});
    CHECK(zero.criteria[0].state == CriterionState::not_met);
    CHECK(zero.criteria[0].value == 0.0);
    CHECK(zero.criteria[0].gap_cny == 50);
    CHECK(zero.verdict == Verdict::not_eligible);

    const auto absent = assess_one({figures(2022, 1000, {}, 1000, 300)});
    CHECK(absent.criteria[0].state == CriterionState::missing);
    CHECK_FALSE(absent.criteria[0].value);
    CHECK_FALSE(absent.criteria[0].gap_cny);
    CHECK_FALSE(absent.criteria[0].gap_points);
    CHECK_THAT(absent.criteria[0].reason.zh, Contains("缺少2022年研发投入"));
    CHECK(absent.verdict == Verdict::evidence_missing);
    CHECK_FALSE(absent.support_cny);
}

TEST_CASE("assess: a criterion that fails outweighs one that is missing") {
    CHECK(assess_one({figures(2022, 1000, {}, 1000, 299)}).verdict == Verdict::not_eligible);
}

TEST_CASE("assess: a denominator that is not above zero leaves the criterion missing, with the reason") {
    const auto zero = assess_one({figures(2022, 0, 10, 1000, 300)});
    CHECK(zero.criteria[0].state == CriterionState::missing);
    CHECK_THAT(zero.criteria[0].reason.en, Contains("not above zero"));
    auto negative = figures(2022, 1000, 60, 1000, 300);
    negative.sales_revenue = Money{-1};
    CHECK(assess_one({negative}).criteria[0].state == CriterionState::missing);
    negative = figures(2022, 1000, 60, 1000, 300);
    negative.rd_expense = Money{-1};
    CHECK(assess_one({negative}).criteria[0].state == CriterionState::missing);
}

TEST_CASE("assess: the year is the last full one with figures, and the evidence names it") {
    const std::vector<YearFigures> given{figures(2020, 1000, 40, 1000, 400),
                                         figures(2021, 1000, 50, 1000, 400),
                                         figures(2022, 1000, 60, 1000, 400)};
    CHECK(assess_alone(given, "2022-12-31").year == 2022);
    CHECK(assess_alone(given, "2022-12-30").year == 2021);
    CHECK(assess_alone(given, "2022").year == 2022);
    CHECK(assess_alone(given, "2022-11").year == 2021);
    CHECK(assess_alone(given, "2025-06-30").year == 2022);
    const auto chosen = assess_one(given, "2022-12-31", 2020);
    CHECK(chosen.criteria[0].state == CriterionState::not_met);

    const auto result = assess_one(given, "2022-06-30");
    const auto& evidence = result.criteria[0].evidence;
    REQUIRE(evidence.size() == 2);
    CHECK(evidence[0].key == "rd_expense");
    CHECK(evidence[0].year == 2021);
    CHECK(evidence[0].amount == Money{5'000});
    CHECK(evidence[0].source == "figures.csv row 21");
    CHECK(evidence[1].key == "sales_revenue");
}

TEST_CASE("assess: a year without any figure a criterion needs is passed over, a half-filled one is not") {
    auto staff_only = figures(2022, {}, {}, {}, {});
    staff_only.staff = 100;
    CHECK(assess_alone({figures(2021, 1000, 50, 1000, 300), staff_only}, "2022-12-31").year == 2021);
    const auto half = assess_one({figures(2021, 1000, 50, 1000, 300), figures(2022, 1000, {}, {}, {})});
    CHECK(half.verdict == Verdict::evidence_missing);
}

TEST_CASE("assess: the year is one for all: who has none for it lacks evidence, whatever older years say") {
    const auto data = corpus({enterprise("甲", {figures(2020, 100, 50, 100, 50)}),
                              enterprise("乙", {figures(2021, 100, 50, 100, 50)})});
    const auto result = assess(data, jinzhong(), {}, as_of("2022-06-30"));
    CHECK(result.year == 2021);
    REQUIRE(result.enterprises[1].name == "甲");
    CHECK(result.enterprises[1].verdict == Verdict::evidence_missing);
    CHECK_THAT(result.enterprises[1].reason.zh, Contains("没有2021年的数据（最近为2020年）"));
    CHECK_THAT(result.notes.back().en, Contains("no figures of 2021 from 1 of 2 enterprises"));
    const auto later = assess(data, jinzhong(), {}, as_of("2024-06-30"));
    CHECK(later.year == 2021);
    CHECK(std::ranges::any_of(later.notes, [](const Sentence& note) {
        return note.zh == "已结束的2022年没有任何企业的数据，按2021年评定";
    }));
}

TEST_CASE("assess: without figures of an ended year everything is missing") {
    const auto none = assess_one({});
    CHECK(none.verdict == Verdict::evidence_missing);
    CHECK_THAT(none.reason.en, Contains("no yearly figures"));
    const auto early = assess_one({figures(2022, 1000, 60, 1000, 400)}, "2022-06-30");
    CHECK(early.verdict == Verdict::evidence_missing);
    CHECK_THAT(early.reason.en, Contains("ended by 2022-06-30"));
}

TEST_CASE("assess: the three years are shown, and flagged when only the mean or only one year passes") {
    // 8 %, 6 %, 4 %: the year fails, the mean 18/300 = 6 % passes
    const auto falling = assess_one(
        {figures(2020, 100, 8, 100, 40), figures(2021, 100, 6, 100, 40), figures(2022, 100, 4, 100, 40)});
    const auto& rd = falling.criteria[0];
    REQUIRE(rd.series.size() == 3);
    CHECK(rd.series[0].year == 2020);
    CHECK(rd.series[0].value == 0.08);
    CHECK(rd.state == CriterionState::not_met);
    CHECK(*rd.mean == Approx(0.06));
    CHECK(rd.only_mean);
    CHECK_FALSE(rd.only_one_year);
    CHECK(falling.verdict == Verdict::not_eligible);

    // 1 %, absent, 6 %: one of two passes
    const auto once =
        assess_one({figures(2020, 100, 1, 100, 40), figures(2022, 100, 6, 100, 40)}).criteria[0];
    CHECK(once.state == CriterionState::met);
    CHECK(once.series[1].state == CriterionState::missing);
    CHECK(once.only_one_year);
    CHECK_FALSE(once.only_mean);
    // one year alone says nothing about others
    CHECK_FALSE(assess_one({figures(2022, 100, 6, 100, 40)}).criteria[0].only_one_year);
}

TEST_CASE("assess: after the period the rules still apply, with a note") {
    const auto data = corpus({enterprise("甲", {figures(2022, 100, 5, 100, 30)})});
    const auto within = assess(data, jinzhong(), {}, as_of("2022-12-31"));
    CHECK_FALSE(within.period_ended);
    const auto after = assess(data, jinzhong(), {}, as_of("2023-01-01"));
    CHECK(after.period_ended);
    REQUIRE_FALSE(after.notes.empty());
    CHECK_THAT(after.notes[0].zh, Contains("届满"));
    CHECK_THAT(after.notes[0].en, Contains("had ended"));
    CHECK(after.enterprises[0].verdict == Verdict::eligible);
    CHECK(after.enterprises[0].support_cny == 200'000);
}

TEST_CASE("assess: an expert's word settles a pending criterion and is recorded") {
    const auto data = corpus({enterprise("甲", {figures(2022, 100, 5, 100, 30)}, "91140700MA0GABCD12")});
    auto options = as_of("2022-12-31");
    options.words = {{"91140700ma0gabcd12", "LM-3", false, {}, "专家组", "2022-11-01", "增长不足"}};
    const auto result = assess(data, jinzhong(), {}, options).enterprises.at(0);
    CHECK(result.criteria[2].state == CriterionState::not_met);
    REQUIRE(result.criteria[2].word);
    CHECK(result.criteria[2].word->by == "专家组");
    CHECK(result.verdict == Verdict::not_eligible);

    options.words = {{"乙", "LM-3", true, {}, "", "", ""}};
    CHECK_THROWS_AS(assess(data, jinzhong(), {}, options), UsageError);
    options.words = {{"甲", "LM-1", true, {}, "", "", ""}};
    CHECK_THROWS_AS(assess(data, jinzhong(), {}, options), UsageError);
    options.words = {{"甲", "", {}, 101.0, "", "", ""}};
    CHECK_THROWS_AS(assess(data, jinzhong(), {}, options), UsageError);
}

TEST_CASE("assess: a scheme without criteria cannot be assessed") {
    auto options = as_of("2022-12-31");
    options.scheme = "PHOENIX";
    CHECK_THROWS_AS(assess(corpus({}), jinzhong(), {}, options), UsageError);
}

} // namespace test_assess
