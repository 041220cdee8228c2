// SPDX-License-Identifier: GPL-3.0-or-later
// Doubles, impossible dates, lags out of range, orphans.
#include "small_corpus.hpp"

#include <longmen/analysis/consistency.hpp>
#include <longmen/analysis/data_quality.hpp>

#include <catch2/catch.hpp>

namespace test_consistency {

using namespace longmen;
using namespace longmen::analysis;

namespace {

std::size_t count_of(const std::vector<Finding>& findings, std::string_view key) {
    const auto found = std::ranges::find(findings, key, &Finding::key);
    return found == findings.end() ? 0 : found->count;
}

std::vector<Finding> check(const Corpus& corpus) {
    return check_consistency(corpus, test::all(corpus), test::rules(), 3);
}

} // namespace

TEST_CASE(
    "consistency: the same title, applicant and day under another number is a double, an invention beside "
    "a utility model is none") {
    auto corpus = test::corpus(
        {{"2018-03-01", {"甲厂"}, {}}, {"2018-03-01", {"甲 厂"}, {}}, {"2018-03-01", {"甲厂"}, {}}});
    for (auto& patent : corpus.patents) {
        patent.title = "一种阀";
    }
    corpus.patents[1].title = "一种 阀";
    corpus.patents[2].type = PatentType::utility_model;
    const auto findings = check(corpus);
    CHECK(count_of(findings, "doubles") == 1);
    CHECK(findings[0].examples == std::vector<std::string>{corpus.patents[1].number});
}

TEST_CASE("consistency: dates that cannot be, and lags beyond the rules") {
    auto corpus =
        test::corpus({{"2018-03-01", {"甲"}, {}}, {"2005-03-01", {"乙"}, {}}, {"2018", {"丙"}, {}}});
    corpus.patents[0].pub_date = test::day("2018-02-28");
    corpus.patents[0].grant_date = test::day("2021-01-01"); // after the corpus' date
    corpus.patents[0].priority_date = test::day("2018-03-02");
    corpus.patents[1].grant_date = test::day("2018-03-01");
    corpus.patents[1].pub_date = test::day("2010-03-01");
    corpus.patents[2].pub_date = test::day("2017-01-01"); // a year alone is not held against a day
    const auto findings = check(corpus);
    CHECK(count_of(findings, "published_before_filing") == 1);
    CHECK(count_of(findings, "granted_before_filing") == 0);
    CHECK(count_of(findings, "priority_after_filing") == 1);
    CHECK(count_of(findings, "after_cut_off") == 1);
    CHECK(count_of(findings, "grant_lag") == 1);
    CHECK(count_of(findings, "publication_lag") == 1);
}

TEST_CASE("consistency: enterprises without patents or figures are named") {
    auto corpus = test::corpus({{"2018-03-01", {"甲厂"}, {}}});
    corpus.enterprises = {{}, {}};
    corpus.enterprises[0].name = "甲厂";
    corpus.enterprises[1].name = "乙厂";
    corpus.enterprises[1].figures.push_back({2020, {}, {}, {}, {}, {}, {}, {}});
    corpus.patents[0].enterprises = {0};
    const auto findings = check(corpus);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].examples == std::vector<std::string>{"乙厂"});
    CHECK(findings[1].examples == std::vector<std::string>{"甲厂"});
}

TEST_CASE("data quality: coverage by office and by filing year") {
    auto corpus = test::corpus(
        {{"2018-03-01", {"甲"}, {"F16K1/00"}}, {"2019-03-01", {}, {}}, {"2019-04-01", {"乙"}, {}}});
    corpus.patents[2].office = "US";
    const auto quality = data_quality(corpus, test::all(corpus), corpus.as_of, test::rules());
    REQUIRE(quality.by_office.size() == 2);
    CHECK(quality.by_office[0].group == "CN");
    CHECK(quality.by_office[0].records == 2);
    const auto applicants = static_cast<std::size_t>(
        std::ranges::find(quality.coverage, "applicants", &FieldCoverage::key) - quality.coverage.begin());
    CHECK(quality.by_office[0].shares[applicants] == 0.5);
    CHECK(quality.by_office[1].shares[applicants] == 1);
    REQUIRE(quality.by_year.size() == 2);
    CHECK(quality.by_year[1].group == "2019");
    CHECK(quality.by_year[1].shares[applicants] == 0.5);
}

} // namespace test_consistency
