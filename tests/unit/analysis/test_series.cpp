// SPDX-License-Identifier: GPL-3.0-or-later
// Yearly counts: gaps, grey years, splits.
#include "small_corpus.hpp"

#include <longmen/analysis/series.hpp>

#include <catch2/catch.hpp>

#include <random>

namespace test_series {

using namespace longmen;
using namespace longmen::analysis;
using namespace longmen::test;
using Catch::Matchers::Contains;

TEST_CASE("series: years without records are zeros, the last two are grey") {
    const Corpus data = corpus({{"2015-02-01", {}, {}},
                                {"2018-01-01", {}, {}},
                                {"2019-05-01", {}, {}},
                                {"2020-05-01", {}, {}},
                                {"2021-01-01", {}, {}},
                                {"", {}, {}}});
    const auto series = by_year(data, all(data), Clock::filing, day("2020-12-31"), 2);
    REQUIRE(series.years.size() == 6);
    CHECK(series.years[0].year == 2015);
    CHECK(series.years[1].count == 0);
    CHECK_FALSE(series.years[3].grey); // 2018
    CHECK(series.years[4].grey);
    CHECK(series.years[5].grey);
    CHECK(series.basis.n == 4);
    CHECK(series.basis.without == 1);
    CHECK_THAT(series.basis.statement.zh, Contains("近两年数据因公开滞后不完整"));
    CHECK(by_year(data, {}, Clock::filing, day("2020-12-31"), 2).years.empty());
}

TEST_CASE("series: by publication only an unfinished year is grey") {
    Corpus data = corpus({{"2018-01-01", {}, {}}, {"2019-01-01", {}, {}}});
    data.patents[0].pub_date = day("2019-06-01");
    data.patents[1].pub_date = day("2020-03-01");
    CHECK(by_year(data, all(data), Clock::publication, day("2020-06-30"), 2).years[1].grey);
    CHECK_FALSE(by_year(data, all(data), Clock::publication, day("2020-06-30"), 2).years[0].grey);
    CHECK_FALSE(by_year(data, all(data), Clock::publication, day("2020-12-31"), 2).years[1].grey);
}

TEST_CASE("series: parts add up to the total when each record has one category") {
    std::mt19937 random(11);
    std::uniform_int_distribution<int> year(2000, 2019), type(0, 3);
    std::vector<Given> given;
    for (int i = 0; i < 300; ++i) {
        given.push_back(
            {std::to_string(year(random)) + "-03-01", {}, {}, static_cast<PatentType>(type(random))});
    }
    const Corpus data = corpus(given);
    const auto split = by_year_and(data, all(data), type_category, Clock::filing, data.as_of, 2);
    const auto total = by_year(data, all(data), Clock::filing, data.as_of, 2);
    REQUIRE(split.years.size() == total.years.size());
    for (std::size_t y = 0; y < total.years.size(); ++y) {
        std::size_t sum = 0;
        for (const auto& row : split.counts) {
            sum += row[y];
        }
        CHECK(sum == total.years[y].count);
        CHECK(split.years[y].count == total.years[y].count);
    }
    const auto sum = [&](std::size_t row) {
        return std::accumulate(split.counts[row].begin(), split.counts[row].end(), std::size_t{0});
    };
    for (std::size_t k = 1; k < split.keys.size(); ++k) {
        CHECK(sum(k - 1) >= sum(k));
    }
}

TEST_CASE("series: yearly growth, and none from zero") {
    YearSeries series;
    series.years = {{2015, 100, false}, {2016, 0, false}, {2017, 121, false}};
    CHECK(*yearly_growth(series, 2015, 2017) == Approx(0.1));
    CHECK_FALSE(yearly_growth(series, 2016, 2017));
    CHECK_FALSE(yearly_growth(series, 2017, 2015));
    CHECK_FALSE(yearly_growth(series, 2014, 2017));
}

} // namespace test_series
