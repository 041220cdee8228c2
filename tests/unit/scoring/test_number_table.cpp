// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of numbers and what is refused in them.
#include <longmen/base/errors.hpp>
#include <longmen/scoring/number_table.hpp>

#include <catch2/catch.hpp>

#include <limits>

namespace test_number_table {

using namespace longmen;
using namespace longmen::scoring;

TEST_CASE("number table: rows of one length, cells by row and column") {
    const std::vector<std::vector<double>> rows{{1, 2, 3}, {4, 5, 6}};
    const auto table = number_table(rows);
    CHECK(table.rows == 2);
    CHECK(table.columns == 3);
    CHECK(table.at(1, 0) == 4);
    CHECK(table.at(0, 2) == 3);
    CHECK(number_table({}).rows == 0);
}

TEST_CASE("number table: a shorter row is named") {
    const std::vector<std::vector<double>> rows{{1, 2}, {3, 4}, {5}};
    CHECK_THROWS_AS(number_table(rows), UsageError);
    CHECK_THROWS_WITH(number_table(rows), Catch::Contains("row 3 has 1 numbers where 2"));
    try {
        (void)number_table(rows);
    } catch (const UsageError& error) {
        CHECK(error.in(Lang::zh) == "第 3 行有 1 个数，应为 2 个");
    }
}

TEST_CASE("number table: infinite cells, wrong sizes and directions are refused, gaps are not") {
    const double gap = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    CHECK_NOTHROW(check_finite({1, 2, {1, gap}}));
    CHECK_THROWS_WITH(check_finite({2, 2, {1, 2, 3, -infinite}}), Catch::Contains("row 2, column 2"));
    CHECK_THROWS_AS(check_finite({2, 2, {1, 2, 3}}), UsageError);
    const std::vector<Direction> one{Direction::less};
    CHECK_NOTHROW(check_directions({1, 1, {1}}, one));
    CHECK_THROWS_AS(check_directions({1, 2, {1, 2}}, one), UsageError);
}

TEST_CASE("number table: a column's defined cells, ascending") {
    const double gap = std::numeric_limits<double>::quiet_NaN();
    const NumberTable table{3, 2, {5, gap, -1, 7, 2, 0}};
    CHECK(sorted_column(table, 0) == std::vector<double>{-1, 2, 5});
    CHECK(sorted_column(table, 1) == std::vector<double>{0, 7});
}

} // namespace test_number_table
