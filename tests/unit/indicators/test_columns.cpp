// SPDX-License-Identifier: GPL-3.0-or-later
// Keys with parameters, columns, open windows.
#include "support/graphs.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/indicators/columns.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <string>
#include <vector>

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
