// SPDX-License-Identifier: GPL-3.0-or-later
// Fee rules: the totals of the schedules, the printed table of reductions, what a file is refused for.
#include <longmen/base/errors.hpp>
#include <longmen/record/fee_rules.hpp>

#include <catch2/catch.hpp>

namespace test_fee_rules {

using namespace longmen;
using enum PatentType;
using Catch::Matchers::Contains;

namespace {

const FeeRules& rules() {
    static const auto read = FeeRules::read_folder(LONGMEN_SOURCE_DIR "/models");
    return read;
}

Date day(std::string_view iso) {
    return *Date::from_iso(iso);
}

std::int64_t total_yuan(PatentType type, int years, const Date& due) {
    std::int64_t fen = 0;
    for (int year = 1; year <= years; ++year) {
        fen += rules().fee(type, year, due).value().fen;
    }
    return fen / 100;
}

FeeRules parse(const std::string& text) {
    return FeeRules::read(Config::parse("id = \"f\"\n" + text, "f.toml"));
}

constexpr auto from_source = "source = \"s\"\nsource_date = 2021-06-01\n";

} // namespace

TEST_CASE("fee rules: a whole life costs what the printed schedules add up to") {
    const auto now = day("2024-01-01");
    CHECK(total_yuan(invention, 20, now) == 82'300);
    CHECK(total_yuan(utility_model, 10, now) == 11'200);
    CHECK(total_yuan(design, 15, now) == 26'200);
}

TEST_CASE("fee rules: the printed table of reductions") {
    const auto due = day("2024-01-01");
    const auto rest = [&](std::string_view key, std::int64_t yuan) {
        return share_of({yuan * 100}, 100 - rules().reduction(key, due)->percent).fen / 100;
    };
    const std::int64_t printed[][3] = {{900, 135, 270},   {1200, 180, 360},  {2000, 300, 600},
                                       {4000, 600, 1200}, {6000, 900, 1800}, {8000, 1200, 2400},
                                       {600, 90, 180}};
    for (const auto& [full, one, joint] : printed) {
        CHECK(rest("85", full) == one);
        CHECK(rest("70", full) == joint);
    }
}

TEST_CASE("fee rules: a reduction lasts six years, from August 2018 ten, and there was none before") {
    CHECK(rules().reduction("85", day("2018-07-31"))->years == 6);
    CHECK(rules().reduction("85", day("2018-08-01"))->years == 10);
    CHECK(rules().reduction("70", day("2016-08-31")) == nullptr);
    CHECK(rules().reduction("none", day("2020-01-01")) == nullptr);
    CHECK(rules().reduction_keys() == std::vector<std::string>{"85", "70"});
}

TEST_CASE("fee rules: designs have fifteen years of fee from June 2021") {
    CHECK(rules().last_year(design, day("2021-05-31")) == 10);
    CHECK(rules().last_year(design, day("2021-06-01")) == 15);
    CHECK_FALSE(rules().fee(design, 11, day("2021-05-31")));
    CHECK(rules().fee(design, 11, day("2031-06-01"))->fen == 300'000);
    CHECK_FALSE(rules().fee(invention, 21, day("2024-01-01")));
    CHECK_FALSE(rules().fee(invention, 0, day("2024-01-01")));
    CHECK_FALSE(rules().fee(invention, 1, day("2000-01-01"))); // before the schedule
    CHECK(rules().restoration(day("2024-01-01"))->fee.fen == 100'000);
}

TEST_CASE("fee rules: mistakes in the file are refused with their line") {
    const std::string schedule = std::string{"[[schedule]]\ntype = \"design\"\n"} + from_source;
    CHECK_NOTHROW(parse(schedule + "steps = [{ from = 1, to = 2, yuan = 600 }]\n"));
    CHECK_THROWS_WITH(parse(schedule + "steps = [{ from = 2, to = 3, yuan = 600 }]\n"),
                      Contains("f.toml:6") && Contains("1 was expected"));
    CHECK_THROWS_WITH(parse(schedule + "steps = [{ from = 1, to = 3, euro = 600 }]\n"), Contains("euro"));
    CHECK_THROWS_WITH(parse(schedule + "steps = []\n"), Contains("at least one"));
    const auto whole = schedule + "steps = [{ from = 1, to = 2, yuan = 600 }]\n";
    CHECK_THROWS_WITH(parse(whole + whole), Contains("overlap"));
    CHECK_THROWS_WITH(parse(std::string{"[[grace]]\nmonths = 6\nsurcharge_percent = [0, 5]\n"} + from_source),
                      Contains("6 months"));
    CHECK_THROWS_WITH(
        parse(std::string{"[[reduction]]\nkey = \"x\"\nname_zh = \"a\"\nname_en = \"a\"\npercent = "
                          "101\nyears = 3\n"} +
              from_source),
        Contains("0 to 100"));
    CHECK_THROWS_AS(parse("[[restoration]]\nyuan = 1\nmonths = 2\n"), DataError); // rests on nothing
}

} // namespace test_fee_rules
