// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts and figures in words.
#include "validation_case.hpp"

#include <longmen/report/validation_words.hpp>

#include <catch2/catch.hpp>

namespace test_validation_words {

using namespace longmen;
using namespace longmen::report;

TEST_CASE("validation words: the verdict with the condition that failed", "[report]") {
    auto data = test::validation_case();
    const auto line = verdict_lines(data, Lang::en);
    REQUIRE(line.size() == 1); // yardsticks are not judged
    CHECK(line[0].starts_with("mine: "));
    auto& told = data.pooled.models[0];
    told.verdict = scoring::Verdict::not_better;
    told.shortfalls = {scoring::Shortfall::margin};
    told.over[0] = stats::RocDifference{.difference = 0.01};
    CHECK(verdict_lines(data, Lang::en)[0] == "mine: no better than counting (AUC must be at least 0.03 "
                                              "above the yardsticks (citation-count +0.010))");
    CHECK(verdict_lines(data, Lang::zh)[0].starts_with("mine：不优于单纯数引用（"));
    data.pooled.models.erase(data.pooled.models.begin());
    CHECK(verdict_lines(data, Lang::en)[0] == "the yardsticks alone: no model under validation");
}

TEST_CASE("validation words: figures with their intervals", "[report]") {
    stats::RocArea area;
    area.area = 0.7123;
    CHECK(area_text(area) == "0.712");
    area.interval = stats::Interval{0.68, 0.7444};
    CHECK(area_text(area) == "0.712 (0.680–0.744)");
    CHECK(area_text(Undefined::no_data).empty());
    stats::RocDifference over;
    over.difference = 0.04;
    over.interval = stats::Interval{-0.01, 0.09};
    CHECK(difference_text(over) == "+0.040 (-0.010–+0.090)");
    CHECK(difference_text(Undefined::no_data).empty());
    CHECK(slope_text({}).empty());
}

TEST_CASE("validation words: basis and groups", "[report]") {
    const auto data = test::validation_case();
    const auto lines = basis_lines(data, Lang::en);
    CHECK(lines[0] == "outcome: cited at least 1 more times");
    CHECK(lines[1] ==
          "scored as of 2010-12-31, outcomes after it until 2015-12-31; the data are of 2020-01-01");
    CHECK(lines.back() == "mine: terms without a date were left out: status");
    const auto groups = area_table_of_groups(data, "year", Lang::en);
    REQUIRE(groups.rows.size() == 2);
    CHECK(std::get<std::string>(groups.rows[1].back()) == "too few");
    CHECK(area_table_of_groups(data, "field", Lang::en).rows.empty());
    CHECK(area_table_of_dates(data, Lang::zh).rows.size() == 1);
}

} // namespace test_validation_words
