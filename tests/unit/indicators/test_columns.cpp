// SPDX-License-Identifier: GPL-3.0-or-later
// Keys with parameters, columns, open windows.
#include "support/graphs.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/indicators/column_models.hpp>
#include <longmen/indicators/columns.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <string>
#include <vector>

namespace test_columns {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("columns: keys hold their parameter") {
    for (const std::string key : {"forward_citations_5y", "forward_citations_100y", "cd_1y", "mcd_12y",
                                  "pagerank_a85", "generality", "originality_hall", "backward_citations"}) {
        CHECK(find_column(key).has_value());
    }
    for (const std::string key :
         {"forward_citations_0y", "forward_citations_101y", "forward_citations_y", "cd_5", "cd_05y", "cd_-5y",
          "pagerank_a100", "pagerank_a0", "pagerank_a", "generality_5y", ""}) {
        CAPTURE(key);
        CHECK(!find_column(key).has_value());
    }
    for (const auto& one : column_indicators()) {
        INFO(one.example);
        REQUIRE(find_column(one.example).has_value());
        CHECK(find_column(one.example)->indicator == &one);
    }
    CHECK(column_heading("cd_12y", Lang::en) == "CD index, 12 years");
    CHECK(column_heading("pagerank_a85", Lang::zh) == "PageRank，阻尼 85%");
}

TEST_CASE("columns: values, reasons and open windows") {
    Threads threads{2};
    const auto day = [](int year) { return Date::from_ymd(year, 1, 1)->days(); };
    const test::TestGraph graph{
        {graph::unknown_day, day(2000), day(2001), day(2004)}, {{1, 0}, {2, 1}, {3, 1}}, threads};
    ColumnInput input;
    input.graph = graph.view();
    input.as_of = day(2005);
    const std::vector<std::string> keys{"forward_citations_5y", "backward_citations", "cd_5y",
                                        "pagerank_a50"};
    const auto columns = compute_columns(input, keys, threads);
    REQUIRE(columns.size() == 4);
    CHECK(std::isnan(columns[0].values[0]));
    CHECK(columns[0].reason == Undefined::no_data);
    CHECK(columns[0].values[1] == 2);
    CHECK(columns[0].open[1] == 0); // its window ends on the last day of the data
    CHECK(columns[0].open[2] == 1);
    CHECK(std::isnan(columns[1].values[0]));
    CHECK(columns[1].values[1] == 1);
    CHECK(columns[2].values[1] == 1);
    CHECK(std::isnan(columns[2].values[3]));
    double sum = 0;
    for (const auto value : columns[3].values) {
        sum += value;
    }
    CHECK(std::abs(sum - 1) < 1e-12);
    const std::vector<std::string> unknown{"cd"};
    CHECK_THROWS_AS(compute_columns(input, unknown, threads), UsageError);
    const std::vector<std::string> classless{"generality"};
    CHECK_THROWS_AS(compute_columns(input, classless, threads), UsageError);
    const std::vector<std::string> recordless{"claims"};
    CHECK_THROWS_AS(compute_columns(input, recordless, threads), UsageError);
}

TEST_CASE("columns: what a record alone decides is undefined for documents without one") {
    Threads threads{1};
    const auto day = Date::from_ymd(2000, 1, 1)->days();
    const test::TestGraph graph{{graph::unknown_day, day, day}, {{1, 0}, {2, 1}}, threads};
    Patent patent;
    patent.n_claims = 12;
    patent.type = PatentType::invention;
    patent.status = LegalState::in_force;
    const Patent bare;
    const std::vector<const Patent*> records{nullptr, &patent, &bare};
    ColumnInput input;
    input.graph = graph.view();
    input.records = records;
    input.as_of = day;
    const std::vector<std::string> keys{"claims", "status"};
    const auto columns = compute_columns(input, keys, threads);
    CHECK_FALSE(columns[0].defined(0));
    CHECK(columns[0].why(0) == Undefined::no_data);
    CHECK(columns[0].values[1] == 12);
    CHECK_FALSE(columns[0].defined(2));
    REQUIRE(columns[1].categories.size() > 0);
    CHECK(columns[1].categories[static_cast<std::size_t>(columns[1].values[1])] == "in_force");
}

TEST_CASE("columns: a bare snapshot's plain numbers stand in for records") {
    Threads threads{1};
    const auto day = Date::from_ymd(2000, 1, 1)->days();
    const test::TestGraph graph{{day, day, day, day}, {{1, 0}, {2, 1}}, threads};
    constexpr auto missing = missing_measure;
    const std::vector<std::int32_t> claims{10, 0, missing, 3};
    const std::vector<std::int32_t> granted{day + 900, day - 1, missing, day + 9000};
    const std::vector<std::int32_t> filed{missing, missing, missing, day - 100};
    const std::vector<std::int32_t> literature{2, 3, missing, -1};
    const std::vector<Measure> measures{
        {"claims", claims}, {"grant_day", granted}, {"filing_day", filed}, {"npl_citations", literature}};
    ColumnInput input;
    input.graph = graph.view();
    input.as_of = day;
    input.measures = measures;
    const std::vector<std::string> keys{"claims", "grant_lag", "npl_citations", "npl_share"};
    auto columns = compute_columns(input, keys, threads);
    CHECK(columns[0].values[0] == 10);
    CHECK(columns[0].why(1) == Undefined::impossible_value);
    CHECK(columns[0].why(2) == Undefined::no_data);
    CHECK_FALSE(columns[1].defined(0)); // the clock might be any
    CHECK(columns[1].why(3) == Undefined::impossible_value);
    CHECK(columns[2].values[1] == 3);
    CHECK(columns[2].why(3) == Undefined::impossible_value);
    CHECK(columns[3].values[0] == 1); // nothing else cited
    CHECK(columns[3].values[1] == 0.75);
    CHECK(columns[3].why(2) == Undefined::no_data);
    input.filing_clock = true;
    columns = compute_columns(input, keys, threads);
    CHECK(columns[1].values[0] == 900);
    CHECK(columns[1].why(1) == Undefined::impossible_value);
    CHECK(columns[1].why(2) == Undefined::no_data);
    // Records go first, and what no measure tells still needs them.
    const std::vector<std::string> others{"scope"};
    CHECK_THROWS_AS(compute_columns(input, others, threads), UsageError);
    input.measures = {};
    for (const auto& key : keys) {
        const std::vector<std::string> alone{key};
        CHECK_THROWS_AS(compute_columns(input, alone, threads), UsageError);
    }
}

TEST_CASE("columns: age of a bare snapshot runs from filing, else from the clock") {
    Threads threads{1};
    const auto first_of = [](int year) { return Date::from_ymd(year, 1, 1)->days(); };
    test::TestGraph graph{{graph::unknown_day, first_of(2000), first_of(2002), first_of(2004)}, {}, threads};
    graph.year_only = {0, 0, 1, 0};
    const std::vector<std::int32_t> filed{missing_measure, missing_measure, missing_measure, first_of(2001)};
    const std::vector<Measure> measures{{"filing_day", filed}};
    ColumnInput input;
    input.graph = graph.view();
    input.as_of = Date::from_ymd(2005, 7, 2)->days(); // half of 2005 has gone by: 182 of 365 days
    const std::vector<std::string> keys{"age"};
    auto age = std::move(compute_columns(input, keys, threads)[0]);
    CHECK(age.why(0) == Undefined::no_data);
    CHECK(age.values[1] == Approx(5 + 182.0 / 365));
    CHECK(age.values[2] == 3); // a year alone: whole years
    CHECK(age.values[3] == Approx(1 + 182.0 / 365));
    input.measures = measures;
    age = std::move(compute_columns(input, keys, threads)[0]);
    CHECK(age.values[1] == Approx(5 + 182.0 / 365));
    CHECK(age.values[3] == Approx(4 + 182.0 / 365));
}

TEST_CASE("columns: a bare year and its first day have windows of their own") {
    Threads threads{1};
    const auto day = Date::from_ymd(2000, 1, 1)->days();
    test::TestGraph graph{{day, day, day}, {}, threads};
    graph.year_only = {1, 0, 1};
    ColumnInput input;
    input.graph = graph.view();
    input.as_of = Date::from_ymd(2005, 6, 1)->days(); // behind the one window, within the other
    const std::vector<std::string> keys{"forward_citations_5y"};
    const auto column = std::move(compute_columns(input, keys, threads)[0]);
    CHECK_FALSE(column.complete(0));
    CHECK(column.complete(1));
    CHECK_FALSE(column.complete(2));
}

TEST_CASE("columns: subclasses and offices of families stand in for records") {
    Threads threads{2};
    const test::TestGraph graph{{1, 2, 3, 4, 5}, {}, threads};
    const std::vector<ArcId> offsets{0, 3, 4, 4, 4, 5};
    const std::vector<std::uint32_t> items{7, 2, 7, 2, 0}; // the first bears one subclass twice
    const std::vector<PackedNumber> numbers{*pack_number("US7131597B2"), *pack_number("EP1271392A1"),
                                            *pack_number("WO2001002003A1"), *pack_number("US7131598B2"),
                                            *pack_number("123")};
    const std::vector<std::uint32_t> family{0, 0, 0, 0, 1}; // WO is no office, US counts once
    ColumnInput input;
    input.graph = graph.view();
    input.as_of = 100;
    const std::vector<std::string> scope{"scope"}, offices{"family_offices"};
    CHECK_THROWS_AS(compute_columns(input, scope, threads), UsageError);
    CHECK_THROWS_AS(compute_columns(input, offices, threads), UsageError);
    input.classes = {offsets, items};
    input.class_count = 8;
    input.numbers = numbers;
    input.family = family;
    const auto subclasses = std::move(compute_columns(input, scope, threads)[0]);
    CHECK(subclasses.values[0] == 2);
    CHECK(subclasses.values[1] == 1);
    CHECK(subclasses.why(2) == Undefined::no_classes);
    const auto counts = std::move(compute_columns(input, offices, threads)[0]);
    for (std::size_t node = 0; node < 4; ++node) {
        CHECK(counts.values[node] == 2);
    }
    CHECK(counts.why(4) == Undefined::no_data); // a plain number tells no office
    const std::vector<std::uint32_t> apart{0, 1, 2, 3, 4};
    input.family = apart;
    CHECK(compute_columns(input, offices, threads)[0].why(2) == Undefined::not_applicable); // WO alone
}

TEST_CASE("columns: the source's counts come from measures, nothing where it has none") {
    Threads threads{1};
    const test::TestGraph graph{{1, 2}, {}, threads};
    const std::vector<std::int32_t> cited{0, missing_measure}, sizes{4, 1};
    const std::vector<Measure> measures{{"vendor_forward_citations", cited}, {"vendor_family_size", sizes}};
    ColumnInput input;
    input.graph = graph.view();
    input.as_of = 100;
    input.measures = measures;
    const std::vector<std::string> keys{"vendor_forward_citations", "vendor_family_size"};
    const auto columns = compute_columns(input, keys, threads);
    CHECK(columns[0].values[0] == 0);
    CHECK(columns[0].why(1) == Undefined::no_data);
    CHECK(columns[1].values[0] == 4);
    const std::vector<std::string> backward{"vendor_backward_citations"};
    CHECK_THROWS_AS(compute_columns(input, backward, threads), UsageError);
}

TEST_CASE("columns: why a document has no value") {
    Threads threads{1};
    const auto day = [](int year) { return Date::from_ymd(year, 1, 1)->days(); };
    const test::TestGraph graph{
        {graph::unknown_day, day(2000), day(2001), day(2002)}, {{2, 1}, {3, 0}}, threads};
    const std::vector<ArcId> offsets{0, 0, 1, 1, 2};
    const std::vector<std::uint32_t> items{0, 0};
    const std::vector<std::uint8_t> field{1, 1, 0, 1};
    ColumnInput input;
    input.graph = graph.view();
    input.as_of = day(2010);
    input.classes = {offsets, items};
    input.class_count = 1;
    input.applicants = {offsets, items};
    input.applicant_count = 1;
    input.field = field;
    const std::vector<std::string> keys{"radicalness",
                                        "citation_lag_backward",
                                        "pagerank_rescaled_a50",
                                        "relative_citations_5y",
                                        "self_citation_share_backward",
                                        "self_citations_5y",
                                        "forward_citations_external_5y"};
    const auto columns = compute_columns(input, keys, threads);
    CHECK(columns[0].why(1) == Undefined::no_citations);
    CHECK(columns[0].why(2) == Undefined::no_classes); // its own
    CHECK(columns[0].why(3) == Undefined::no_classes); // of what it cites
    CHECK(columns[1].why(0) == Undefined::no_data);
    CHECK(columns[1].why(1) == Undefined::no_citations);
    CHECK(columns[1].why(3) == Undefined::no_data); // what it cites has no day
    CHECK(columns[2].why(0) == Undefined::no_data);
    CHECK(columns[2].why(1) == Undefined::cohort_too_small);
    CHECK(columns[3].why(0) == Undefined::no_data);
    CHECK(columns[3].why(2) == Undefined::no_classes);
    CHECK(columns[3].why(1) == Undefined::cohort_too_small);
    CHECK(columns[4].why(1) == Undefined::no_citations);
    CHECK(columns[4].why(2) == Undefined::no_data);
    CHECK(columns[5].values[1] == 0);
    CHECK(columns[6].values[1] == 1); // the citing document has no applicant: not known to be its own
    CHECK_FALSE(columns[5].defined(2));
    CHECK(columns[5].complete(1));
}

TEST_CASE("columns: coverage of markets by families, and what it makes of relevance") {
    Threads threads{2};
    constexpr std::size_t documents = 62; // 30 families of two and more, so that relevance has a mean
    const auto day = Date::from_ymd(2000, 1, 1)->days();
    std::vector<graph::Day> days(documents, day);
    for (std::size_t node = 60; node < documents; ++node) {
        days[node] = day + 400; // later: they cite the first family
    }
    const test::TestGraph graph{std::move(days), {{60, 0}, {61, 2}}, threads};
    std::vector<Patent> patents(documents);
    std::vector<const Patent*> records;
    std::vector<std::uint32_t> family;
    for (std::size_t node = 0; node < documents; ++node) {
        patents[node].office = node % 2 == 0 ? "US" : "CN";
        patents[node].status = node % 2 == 0 ? LegalState::in_force : LegalState::examination;
        records.push_back(&patents[node]);
        family.push_back(static_cast<std::uint32_t>(node / 2));
    }
    patents[1].family_members = {"US1A", "JP2A", "WO3A1"}; // the American one is a record
    patents[2].status = LegalState::fee_lapsed;
    patents[3].status = LegalState::fee_lapsed;
    const std::vector<std::uint8_t> field(documents, 1);
    const auto models = load_column_models(LONGMEN_SOURCE_DIR "/models");
    ColumnInput input;
    input.graph = graph.view();
    input.as_of = day + 400;
    input.records = records;
    input.family = family;
    input.field = field;
    const std::vector<std::string> keys{"market_coverage", "technology_relevance_5y",
                                        "competitive_impact_5y"};
    CHECK_THROWS_AS(compute_columns(input, keys, threads), UsageError); // without the sizes of markets
    input.models = &models;
    const auto columns = compute_columns(input, keys, threads);
    const auto size = [&](const char* office) { return models.markets.size_of(office_number(office)); };
    CHECK(columns[0].values[0] == Approx(1 + 0.6 * size("CN") + 0.6 * size("JP")));
    CHECK(columns[0].values[1] == columns[0].values[0]);
    CHECK(columns[0].values[2] == 0); // all its rights have ended
    CHECK(columns[0].values[4] == Approx(1 + 0.6 * size("CN")));
    CHECK(columns[1].values[0] == Approx(15)); // two citations among 30 families
    CHECK(columns[1].values[1] == columns[1].values[0]);
    CHECK(columns[1].open[0] == 1);
    CHECK(columns[1].why(60) == Undefined::cohort_too_small);
    CHECK(columns[2].values[0] == Approx(columns[0].values[0] * 15));
    CHECK(columns[2].values[2] == 0); // cited, but nothing is left of it
    CHECK(columns[2].why(60) == Undefined::cohort_too_small);
}

TEST_CASE("columns: titles and abstracts, those of records with a day") {
    Threads threads{2};
    const auto day = [](int year) { return Date::from_ymd(year, 6, 1)->days(); };
    const test::TestGraph graph{
        {graph::unknown_day, day(2000), day(2004), day(2006), day(2007)}, {}, threads};
    std::vector<Patent> patents(5);
    patents[0].title = "battery electrode"; // without a day it makes nothing old
    patents[1].title = "water pump";
    patents[2].title = "oil valve";
    patents[3].title_en = "battery pump";
    patents[4].title = "battery pack";
    patents[4].abstract = "of a pump";
    std::vector<const Patent*> records;
    for (const auto& patent : patents) {
        records.push_back(&patent);
    }
    const auto models = load_column_models(LONGMEN_SOURCE_DIR "/models");
    ColumnInput input;
    input.graph = graph.view();
    input.as_of = day(2008);
    input.records = records;
    const std::vector<std::string> keys{"new_words", "new_word_reuse_3y", "text_importance_1y",
                                        "forward_similarity_1y"};
    CHECK_THROWS_AS(compute_columns(input, keys, threads), UsageError); // without rules
    input.models = &models;
    const auto columns = compute_columns(input, keys, threads);
    CHECK(columns[0].why(0) == Undefined::no_data);
    CHECK(columns[0].why(2) == Undefined::no_data); // within the first five years
    CHECK(columns[0].values[3] == 1);               // battery
    CHECK(columns[0].values[4] == 3);               // pack, of, a
    CHECK(columns[1].values[3] == 1);
    CHECK(columns[1].open[3] == 1);
    CHECK(columns[3].open[3] == 0);
    CHECK(columns[3].values[3] > 0);
    CHECK(columns[2].why(3) == Undefined::zero_denominator); // nothing of the five years before is like it
    for (const auto& one : column_indicators()) {
        if (one.need == Need::texts) {
            CHECK(one.on_request);
        }
    }
}

} // namespace test_columns
