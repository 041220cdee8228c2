// SPDX-License-Identifier: GPL-3.0-or-later
// The assessment's JSON keys are a contract; tables carry the same names.
#include "enterprises.hpp"

#include <longmen/programme/assessment_output.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace test_assessment_output {

using namespace longmen;
using namespace longmen::programme;
using namespace longmen::test;

namespace {

Assessment example() {
    auto odd = figures(2022, 1000, 49, 1000, {});
    odd.rd_expense = Money{4'950}; // 49.50 yuan
    return assess(
        corpus({enterprise("乙", {odd}), enterprise("甲", {figures(2022, 1000, 60, 1000, 300)}, "X1")}),
        jinzhong(), {}, as_of("2024-01-01"));
}

} // namespace

TEST_CASE("assessment output: the keys of the contract are there") {
    const auto json = to_json(example());
    CHECK(json.at("programme") == "jinzhong-2020");
    CHECK(json.at("version") == "1");
    CHECK(json.at("as_of") == "2024-01-01");
    CHECK(json.at("period_ended") == true);
    const auto& met = json.at("enterprises").at(0);
    CHECK(met.at("name") == "甲");
    CHECK(met.at("uscc") == "X1");
    CHECK(met.at("verdict") == "eligible");
    CHECK(met.at("support_cny") == 200'000);
    CHECK(met.at("rank").is_null());
    const auto& unmet = json.at("enterprises").at(1);
    CHECK(unmet.at("verdict") == "not_eligible");
    const auto& rd = unmet.at("criteria").at(0);
    CHECK(rd.at("id") == "LM-1");
    CHECK(rd.at("value") == 0.0495);
    CHECK(rd.at("threshold") == 0.05);
    CHECK(rd.at("state") == "not_met");
    CHECK(rd.at("gap_cny") == 1);
    CHECK(rd.at("gap_points").get<double>() == Approx(0.05));
    CHECK(rd.at("evidence").at(0).at("figure") == "rd_expense");
    CHECK(rd.at("evidence").at(0).at("cny") == 49.5);
    CHECK(rd.at("evidence").at(1).at("cny").is_number_integer());
    CHECK(rd.at("evidence").at(1).at("cny") == 1000);
    CHECK(rd.at("evidence").at(0).at("source") == "figures.csv row 22");
    const auto& missing = unmet.at("criteria").at(1);
    CHECK(missing.at("state") == "missing");
    CHECK(missing.at("value").is_null());
    CHECK(missing.at("gap_cny").is_null());
    CHECK(missing.at("evidence").at(0).at("cny").is_null());
    CHECK(unmet.at("criteria").at(2).at("state") == "pending");
}

TEST_CASE("assessment output: the same inputs give the same bytes") {
    CHECK(to_json(example()).dump() == to_json(example()).dump());
}

TEST_CASE(
    "assessment output: tables have a row per criterion or per enterprise, keys in both languages alike") {
    const auto zh = to_table(example(), Lang::zh), en = to_table(example(), Lang::en);
    REQUIRE(zh.rows.size() == 8);
    REQUIRE(zh.columns.size() == en.columns.size());
    for (std::size_t i = 0; i < zh.columns.size(); ++i) {
        CHECK(zh.columns[i].key == en.columns[i].key);
        CHECK_FALSE(zh.columns[i].heading.empty());
    }
    for (const auto& row : zh.rows) {
        CHECK(row.size() == zh.columns.size());
    }
    CHECK(std::get<std::string>(zh.rows[0][3]) == "eligible");
    CHECK(std::holds_alternative<std::monostate>(zh.rows[0][0]));

    const auto summary = to_summary_table(example(), Lang::zh);
    REQUIRE(summary.rows.size() == 2);
    CHECK(summary.rows[0].size() == summary.columns.size());
    CHECK(std::get<std::string>(summary.rows[0][3]) == "达标 6.00%");
    CHECK(std::get<std::string>(summary.rows[1][4]) == "缺少数据");
}

} // namespace test_assessment_output
