// SPDX-License-Identifier: GPL-3.0-or-later
// What data can carry is said in words; yearly counts that jump are named.
#include "small_corpus.hpp"

#include <longmen/analysis/data_quality.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

namespace test_data_quality {

using namespace longmen;
using namespace longmen::analysis;
using namespace longmen::test;
using Catch::Matchers::Contains;

namespace {

const Capability& capability(const DataQuality& quality, std::string_view key) {
    return *std::ranges::find(quality.capabilities, key, &Capability::key);
}

std::string words(const DataQuality& quality, Lang lang) {
    std::string all;
    for (const auto& line : quality.summary) {
        all += line.in(lang) + "\n";
    }
    return all;
}

std::vector<int> jump_years(const std::vector<std::pair<int, std::size_t>>& counts, int grey_from = 9999) {
    std::vector<YearCount> years;
    for (const auto& [year, count] : counts) {
        years.push_back({year, count, year >= grey_from});
    }
    std::vector<int> result;
    for (const auto& jump : find_jumps(years, rules())) {
        result.push_back(jump.year);
    }
    return result;
}

} // namespace

TEST_CASE(
    "data quality: a list of numbers, names, applicants, dates, classes and abstracts carries just that") {
    Corpus data = corpus(std::vector<Given>(
        60, {"2010-01-01", {"甲"}, {"A01B 1/00"}, PatentType::invention, LegalState::unknown}));
    for (auto& patent : data.patents) {
        patent.title = "装置";
        patent.abstract = "摘要";
    }
    const auto quality = data_quality(data, all(data), data.as_of, rules());
    CHECK(capability(quality, "filing_trend").carried == Carried::full);
    CHECK(capability(quality, "technology").carried == Carried::full);
    CHECK(capability(quality, "text").carried == Carried::full);
    for (const auto* key : {"legal_status", "expiry", "families", "citations", "operations", "cooperation",
                            "regions", "inventors", "claims"}) {
        INFO(key);
        CHECK(capability(quality, key).carried == Carried::none);
        CHECK_FALSE(capability(quality, key).reason.zh.empty());
        CHECK_FALSE(capability(quality, key).reason.en.empty());
    }
    CHECK_THAT(words(quality, Lang::zh),
               Contains("没有法律状态") && Contains("没有引证数据") && Contains("没有同族数据"));
    CHECK_THAT(words(quality, Lang::en),
               Contains("no legal status") && Contains("no citations") && Contains("no families"));
    CHECK(capability(data_quality(data, all(data), data.as_of, rules(), 10), "citations").carried ==
          Carried::full);
}

TEST_CASE("data quality: coverage counts records, and a part is a part") {
    Corpus data = corpus(std::vector<Given>(10, {"2010-01-01", {"甲", "乙"}, {}}));
    for (std::size_t i = 0; i < 5; ++i) {
        data.patents[i].n_claims = 0; // zero is a figure
    }
    data.patents[0].inventors = {"张三"};
    const auto quality = data_quality(data, all(data), data.as_of, rules());
    const auto claims =
        std::ranges::find(quality.coverage, std::string_view{"n_claims"}, &FieldCoverage::key);
    REQUIRE(claims != quality.coverage.end());
    CHECK(claims->present == 5);
    CHECK(claims->share == 0.5);
    CHECK(capability(quality, "claims").carried == Carried::partial);
    CHECK_THAT(capability(quality, "claims").reason.en, Contains("50.0 %"));
    CHECK(capability(quality, "inventors").carried == Carried::none);
    CHECK_THAT(capability(quality, "inventors").reason.zh, Contains("只有1件"));
    CHECK(capability(quality, "cooperation").carried == Carried::full);
}

TEST_CASE("data quality: no records carry nothing") {
    const auto quality = data_quality(Corpus{}, {}, day("2020-12-31"), rules());
    CHECK(
        std::ranges::all_of(quality.capabilities, [](const auto& c) { return c.carried == Carried::none; }));
    REQUIRE(quality.summary.size() == 1);
    CHECK(quality.summary[0].en == "there are no records");
}

TEST_CASE("data quality: yearly counts of a real city jump where they are known to jump") {
    // filings of one prefecture-level city by year, cut off in November 2015
    const std::vector<std::pair<int, std::size_t>> city{
        {1997, 23},  {1998, 14},   {1999, 27},  {2000, 131}, {2001, 128}, {2002, 175}, {2003, 214},
        {2004, 229}, {2005, 317},  {2006, 267}, {2007, 159}, {2008, 195}, {2009, 956}, {2010, 778},
        {2011, 493}, {2012, 2004}, {2013, 840}, {2014, 214}, {2015, 119}};
    CHECK(jump_years(city, 2014) == std::vector<int>{2000, 2009, 2012});
    // with nothing grey the fall to 2014 is one as well, and the last year lies below both before it
    CHECK(jump_years(city) == std::vector<int>{2000, 2009, 2012, 2014, 2015});
}

TEST_CASE("data quality: steady growth, small numbers and grey years do not jump") {
    CHECK(jump_years({{2010, 100}, {2011, 150}, {2012, 230}, {2013, 340}, {2014, 500}}).empty());
    CHECK(jump_years({{2010, 1}, {2011, 9}, {2012, 2}, {2013, 40}}).empty());
    CHECK(jump_years({{2010, 100}, {2011, 110}, {2012, 5}}, 2012).empty());
    CHECK(jump_years({{2010, 100}}).empty());
    CHECK(jump_years({}).empty());
    CHECK(jump_years({{2010, 100}, {2011, 20}, {2012, 110}}) == std::vector<int>{2011, 2012});
    // exactly three times is no jump, one more is
    CHECK(jump_years({{2010, 50}, {2011, 150}}).empty());
    CHECK(jump_years({{2010, 50}, {2011, 151}}) == std::vector<int>{2010, 2011});
}

TEST_CASE("data quality: a jump is worded with the type behind it") {
    std::vector<Given> given(60, {"2010-01-01", {}, {}});
    given.insert(given.end(), 30, {"2011-01-01", {}, {}});
    given.insert(given.end(), 270, {"2011-01-01", {}, {}, PatentType::utility_model});
    given.insert(given.end(), 100, {"2012-01-01", {}, {}});
    const Corpus data = corpus(given);
    const auto quality = data_quality(data, all(data), data.as_of, rules());
    CHECK(quality.yearly_counts_suspect);
    const auto jump = std::ranges::find_if(quality.jumps, [](const auto& j) { return j.jump.year == 2011; });
    REQUIRE(jump != quality.jumps.end());
    CHECK(jump->sentence.zh == "2011年300件（其中实用新型270件），上年60件，相邻年份中位数80件");
    CHECK_THAT(jump->sentence.en, Contains("utility model: 270"));
    CHECK_THAT(words(quality, Lang::zh), Contains("可能不完整"));
    CHECK_THAT(words(quality, Lang::en), Contains("look incomplete"));
}

} // namespace test_data_quality
