// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement of schemes by hand, and by the definition on random tables with ties and gaps.
#include <longmen/base/errors.hpp>
#include <longmen/scoring/scheme_agreement.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace test_scheme_agreement {

using namespace longmen;
using namespace longmen::scoring;

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

NumberTable rows_of(std::vector<std::vector<double>> rows) {
    return number_table(rows);
}

/// Correlation of signs of differences over all pairs of rows: Kendall's. Of mid-ranks: Spearman's.
double by_pairs(const NumberTable& table, const std::vector<std::size_t>& rows, std::size_t left,
                std::size_t right, bool of_ranks) {
    const auto sign = [](double d) { return static_cast<double>((d > 0) - (d < 0)); };
    double both = 0, first = 0, second = 0;
    for (const std::size_t a : rows) {
        double x_sum = 0, y_sum = 0; // twice the mid-rank, centred
        for (const std::size_t b : rows) {
            const double x = sign(table.at(a, left) - table.at(b, left));
            const double y = sign(table.at(a, right) - table.at(b, right));
            x_sum += x;
            y_sum += y;
            both += of_ranks ? 0 : x * y;
            first += of_ranks ? 0 : x * x;
            second += of_ranks ? 0 : y * y;
        }
        both += of_ranks ? x_sum * y_sum : 0;
        first += of_ranks ? x_sum * x_sum : 0;
        second += of_ranks ? y_sum * y_sum : 0;
    }
    return both / std::sqrt(first * second);
}

void require_same(const Measured<double>& found, double wanted) {
    REQUIRE(found.defined() == !std::isnan(wanted));
    if (found.defined()) {
        REQUIRE(found.value() == Approx(wanted).margin(1e-12));
    }
}

} // namespace

TEST_CASE("scheme agreement: worked by hand") {
    // Ranks: first scheme 1 2 3 4, second 2 1 3 4, third 1 1 3 3.
    const auto result = scheme_agreement(rows_of({{9, 5, 2}, {8, 6, 2}, {7, 4, 1}, {6, 3, 1}}));
    CHECK(result.schemes == 3);
    CHECK(result.compared == 4);
    CHECK(result.ranks[1] == std::vector<std::uint32_t>{2, 1, 3, 4});
    CHECK(result.ranks[2] == std::vector<std::uint32_t>{1, 1, 3, 3});
    CHECK(result.spearman[1].value() == Approx(0.8));    // 1 - 6 x 2 / (4 x 15)
    CHECK(result.kendall[1].value() == Approx(4.0 / 6)); // one of six pairs turned
    CHECK(result.kendall[2].value() == Approx(4 / std::sqrt(6.0 * 4)));
    CHECK(result.spearman[0].value() == 1);
    CHECK(result.spearman[8].value() == 1);
    CHECK(result.candidates[0].least == 1);
    CHECK(result.candidates[0].greatest == 2);
    CHECK(result.candidates[0].least_scheme == 0);
    CHECK(result.candidates[0].greatest_scheme == 1);
    CHECK(result.candidates[3].least == 3);
    CHECK(result.candidates[3].least_scheme == 2);
    CHECK(result.candidates[3].greatest == 4);
    CHECK(result.candidates[3].greatest_scheme == 0);
}

TEST_CASE("scheme agreement: the definitions on random scores with ties and gaps, in any order") {
    std::mt19937_64 random{47};
    int shorter = 0;
    for (int round = 0; round < 300; ++round) {
        NumberTable table{random() % 20, 1 + random() % 5, {}};
        for (std::size_t i = 0; i < table.rows * table.columns; ++i) {
            table.cells.push_back(random() % 25 == 0 ? gap : static_cast<double>(random() % 9));
        }
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < table.rows; ++row) {
            double sum = 0;
            for (std::size_t scheme = 0; scheme < table.columns; ++scheme) {
                sum += table.at(row, scheme);
            }
            if (!std::isnan(sum)) {
                rows.push_back(row);
            }
        }
        const auto result = scheme_agreement(table);
        REQUIRE(result.compared == rows.size());
        shorter += rows.size() < table.rows ? 1 : 0;
        for (std::size_t left = 0; left < table.columns; ++left) {
            for (std::size_t right = 0; right < table.columns; ++right) {
                const std::size_t at = left * table.columns + right;
                require_same(result.spearman[at], by_pairs(table, rows, left, right, true));
                require_same(result.kendall[at], by_pairs(table, rows, left, right, false));
            }
        }
        for (std::size_t row = 0; row < table.rows; ++row) {
            std::uint32_t least = 0, greatest = 0;
            for (std::size_t scheme = 0; std::ranges::count(rows, row) > 0 && scheme < table.columns;
                 ++scheme) {
                const auto ahead = std::ranges::count_if(
                    rows, [&](std::size_t other) { return table.at(other, scheme) > table.at(row, scheme); });
                const auto rank = static_cast<std::uint32_t>(ahead + 1);
                REQUIRE(result.ranks[scheme][row] == rank);
                least = scheme == 0 ? rank : std::min(least, rank);
                greatest = std::max(greatest, rank);
            }
            REQUIRE(result.candidates[row].least == least);
            REQUIRE(result.candidates[row].greatest == greatest);
            if (least > 0) {
                REQUIRE(result.ranks[result.candidates[row].least_scheme][row] == least);
                REQUIRE(result.ranks[result.candidates[row].greatest_scheme][row] == greatest);
            }
        }
        NumberTable backwards{table.rows, table.columns, {}};
        for (std::size_t row = 0; row < table.rows; ++row) {
            for (std::size_t scheme = 0; scheme < table.columns; ++scheme) {
                backwards.cells.push_back(table.at(table.rows - 1 - row, scheme));
            }
        }
        const auto other = scheme_agreement(backwards);
        for (std::size_t i = 0; i < result.spearman.size(); ++i) {
            if (result.spearman[i].defined()) {
                REQUIRE(other.spearman[i].value() == result.spearman[i].value());
                REQUIRE(other.kendall[i].value() == result.kendall[i].value());
            }
        }
    }
    CHECK(shorter > 100);
}

TEST_CASE("scheme agreement: too few candidates, equal scores, bad input") {
    const auto one = scheme_agreement(rows_of({{1, 2}, {gap, 3}}));
    CHECK(one.spearman[1].reason() == Undefined::no_data);
    CHECK(one.candidates[0].least == 1);
    CHECK(one.candidates[1].least == 0);
    const auto flat = scheme_agreement(rows_of({{1, 2}, {1, 3}}));
    CHECK(flat.kendall[0].reason() == Undefined::zero_denominator);
    CHECK(flat.kendall[1].reason() == Undefined::zero_denominator);
    CHECK(flat.kendall[3].value() == 1);
    CHECK_THROWS_AS(scheme_agreement({}), UsageError);
    CHECK_THROWS_WITH(scheme_agreement(rows_of({{1, 2}, {HUGE_VAL, 3}})), Catch::Contains("row 2, column 1"));
}

} // namespace test_scheme_agreement
