// SPDX-License-Identifier: GPL-3.0-or-later
// A published example, hand cases, the definition on random tables with gaps, and what must not matter.
#include <longmen/base/errors.hpp>
#include <longmen/scoring/topsis.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace test_topsis {

using namespace longmen;
using namespace longmen::scoring;

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();
constexpr Direction more = Direction::more, less = Direction::less;

NumberTable rows_of(std::vector<std::vector<double>> rows) {
    return number_table(rows);
}

struct Drawn {
    NumberTable table;
    std::vector<double> weights;
    std::vector<Direction> directions;
};

Drawn drawn(std::mt19937_64& random, std::size_t gaps_of_fifty) {
    Drawn result{{1 + random() % 15, 1 + random() % 6, {}}, {}, {}};
    for (std::size_t i = 0; i < result.table.rows * result.table.columns; ++i) {
        const double value = static_cast<double>(random() % 14) - 3;
        result.table.cells.push_back(random() % 50 < gaps_of_fifty ? gap : value * 0.7);
    }
    for (std::size_t column = 0; column < result.table.columns; ++column) {
        result.weights.push_back(column == 0 ? 1 : static_cast<double>(random() % 5));
        result.directions.push_back(random() % 2 == 0 ? more : less);
    }
    return result;
}

bool complete(const Drawn& drawn, std::size_t row) {
    for (std::size_t column = 0; column < drawn.table.columns; ++column) {
        if (drawn.weights[column] > 0 && std::isnan(drawn.table.at(row, column))) {
            return false;
        }
    }
    return true;
}

/// d+ and d- of one complete row, step by step.
std::pair<long double, long double> distances(const Drawn& drawn, std::size_t row) {
    const double weight_sum = std::accumulate(drawn.weights.begin(), drawn.weights.end(), 0.0);
    long double to_best = 0, to_worst = 0;
    for (std::size_t column = 0; column < drawn.table.columns; ++column) {
        if (drawn.weights[column] == 0) {
            continue;
        }
        long double norm = 0, low = HUGE_VALL, high = -HUGE_VALL;
        for (std::size_t other = 0; other < drawn.table.rows; ++other) {
            if (complete(drawn, other)) {
                const long double x = drawn.table.at(other, column);
                norm += x * x;
                low = std::min(low, x);
                high = std::max(high, x);
            }
        }
        norm = norm == 0 ? 1 : std::sqrt(norm);
        const long double best = drawn.directions[column] == more ? high : low;
        const long double worst = drawn.directions[column] == more ? low : high;
        const long double scale = drawn.weights[column] / weight_sum / norm;
        to_best += std::pow((drawn.table.at(row, column) - best) * scale, 2.0L);
        to_worst += std::pow((drawn.table.at(row, column) - worst) * scale, 2.0L);
    }
    return {std::sqrt(to_best), std::sqrt(to_worst)};
}

} // namespace

TEST_CASE("topsis: worked by hand") {
    // Both columns have norm 5; the candidates differ by 0.2 in each.
    const auto result =
        topsis(rows_of({{3, 4}, {4, 3}}), std::vector<double>{3, 1}, std::vector<Direction>{more, more});
    CHECK(result.weights == std::vector<double>{0.75, 0.25});
    CHECK(result.candidates[0].to_ideal == Approx(0.15));
    CHECK(result.candidates[0].to_anti_ideal == Approx(0.05));
    CHECK(result.candidates[0].closeness.value() == Approx(0.25));
    CHECK(result.candidates[1].closeness.value() == Approx(0.75));
    CHECK(result.candidates[1].rank == 1);
    CHECK(result.ideal[0].value() == 4);
    CHECK(result.anti_ideal[1].value() == 3);
}

TEST_CASE("topsis: aircraft of Hwang and Yoon (1981)") {
    const auto result = topsis(rows_of({{2.0, 1500, 20000, 5.5, 5, 9},
                                        {2.5, 2700, 18000, 6.5, 3, 5},
                                        {1.8, 2000, 21000, 4.5, 7, 7},
                                        {2.2, 1800, 20000, 5.0, 5, 5}}),
                               std::vector<double>{0.2, 0.1, 0.1, 0.1, 0.2, 0.3},
                               std::vector<Direction>{more, more, more, less, more, more});
    const std::vector<double> closeness{0.643, 0.268, 0.613, 0.312};
    const std::vector<std::uint32_t> ranks{1, 4, 2, 3};
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(result.candidates[i].closeness.value() == Approx(closeness[i]).margin(6e-4));
        CHECK(result.candidates[i].rank == ranks[i]);
    }
}

TEST_CASE("topsis: the definition on random tables with gaps") {
    std::mt19937_64 random{37};
    int valued = 0, gaps = 0, equal = 0;
    for (int round = 0; round < 600; ++round) {
        const auto input = drawn(random, round % 2 == 0 ? 0 : 4);
        const auto result = topsis(input.table, input.weights, input.directions);
        std::size_t compared = 0;
        for (std::size_t row = 0; row < input.table.rows; ++row) {
            const auto& candidate = result.candidates[row];
            if (!complete(input, row)) {
                REQUIRE(candidate.closeness.reason() == Undefined::no_data);
                REQUIRE(candidate.rank == 0);
                REQUIRE_FALSE(candidate.missing.empty());
                for (const std::size_t column : candidate.missing) {
                    REQUIRE(std::isnan(input.table.at(row, column)));
                    REQUIRE(input.weights[column] > 0);
                }
                ++gaps;
                continue;
            }
            ++compared;
            REQUIRE(candidate.missing.empty());
            const auto [to_best, to_worst] = distances(input, row);
            REQUIRE(candidate.to_ideal == Approx(static_cast<double>(to_best)).margin(1e-12));
            REQUIRE(candidate.to_anti_ideal == Approx(static_cast<double>(to_worst)).margin(1e-12));
            if (to_best + to_worst == 0) {
                REQUIRE(candidate.closeness.reason() == Undefined::zero_denominator);
                ++equal;
                continue;
            }
            ++valued;
            const auto wanted = static_cast<double>(to_worst / (to_best + to_worst));
            REQUIRE(candidate.closeness.value() == Approx(wanted).margin(1e-9));
            std::uint32_t rank = 1;
            for (const auto& other : result.candidates) {
                rank += other.closeness.defined() && other.closeness.value() > candidate.closeness.value()
                            ? 1
                            : 0;
            }
            REQUIRE(candidate.rank == rank);
        }
        REQUIRE(result.compared == compared);
    }
    CHECK(valued > 1000);
    CHECK(gaps > 200);
    CHECK(equal > 10);
}

TEST_CASE("topsis: order of rows, units, order of columns and size of weights do not matter") {
    std::mt19937_64 random{41};
    for (int round = 0; round < 300; ++round) {
        const auto input = drawn(random, 3);
        const auto result = topsis(input.table, input.weights, input.directions);
        std::vector<std::size_t> rows(input.table.rows);
        std::iota(rows.begin(), rows.end(), std::size_t{0});
        std::ranges::shuffle(rows, random);
        auto moved = input;
        auto turned = input;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (std::size_t column = 0; column < input.table.columns; ++column) {
                const double value = input.table.at(rows[row], column);
                moved.table.at(row, column) = value;
                // Columns backwards, each in another unit, up to those whose squares would be infinite.
                turned.table.at(row, input.table.columns - 1 - column) = value * (column == 0 ? 3e200 : 0.31);
            }
        }
        std::ranges::reverse(turned.weights);
        std::ranges::reverse(turned.directions);
        for (auto& weight : turned.weights) {
            weight *= 40;
        }
        const auto same = topsis(moved.table, moved.weights, moved.directions);
        const auto close = topsis(turned.table, turned.weights, turned.directions);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const auto& wanted = result.candidates[rows[row]];
            REQUIRE(same.candidates[row].rank == wanted.rank);
            REQUIRE(same.candidates[row].closeness.defined() == wanted.closeness.defined());
            REQUIRE(close.candidates[row].closeness.defined() == wanted.closeness.defined());
            if (wanted.closeness.defined()) {
                REQUIRE(same.candidates[row].closeness.value() == wanted.closeness.value());
                REQUIRE(same.candidates[row].to_ideal == wanted.to_ideal);
                REQUIRE(close.candidates[row].closeness.value() ==
                        Approx(wanted.closeness.value()).margin(2e-9));
            }
        }
    }
}

TEST_CASE("topsis: a candidate as good in all terms is not behind; the best in all is first with 1") {
    std::mt19937_64 random{43};
    int dominated = 0;
    for (int round = 0; round < 300; ++round) {
        auto input = drawn(random, 0);
        input.table.rows += 2;
        for (const double best : {1.0, -1.0}) { // one above all, then one below all
            for (std::size_t column = 0; column < input.table.columns; ++column) {
                input.table.cells.push_back(best * (input.directions[column] == more ? 10 : -10));
            }
        }
        const auto result = topsis(input.table, input.weights, input.directions);
        const std::size_t first = input.table.rows - 2, last = input.table.rows - 1;
        REQUIRE(result.candidates[first].closeness.value() == 1);
        REQUIRE(result.candidates[first].rank == 1);
        REQUIRE(result.candidates[last].closeness.value() == 0);
        REQUIRE(result.candidates[last].rank == input.table.rows);
        for (std::size_t a = 0; a < first; ++a) {
            for (std::size_t b = 0; b < first; ++b) {
                bool as_good = true;
                for (std::size_t column = 0; column < input.table.columns; ++column) {
                    const double ahead = input.table.at(a, column) - input.table.at(b, column);
                    as_good = as_good && (input.directions[column] == more ? ahead >= 0 : ahead <= 0);
                }
                if (as_good && a != b) {
                    ++dominated;
                    REQUIRE(result.candidates[a].rank <= result.candidates[b].rank);
                }
            }
        }
    }
    CHECK(dominated > 300);
}

TEST_CASE("topsis: gaps are named, change nothing for the others, and do not hurt where nothing is weighed") {
    const std::vector<double> weights{1, 2, 0};
    const std::vector<Direction> directions{more, less, more};
    const auto with =
        topsis(rows_of({{1, 5, gap}, {gap, gap, 2}, {3, 7, 1}, {2, 6, 4}}), weights, directions);
    const auto without = topsis(rows_of({{1, 5, gap}, {3, 7, 1}, {2, 6, 4}}), weights, directions);
    CHECK(with.compared == 3);
    CHECK(with.candidates[1].missing == std::vector<std::size_t>{0, 1});
    CHECK(with.candidates[1].closeness.reason() == Undefined::no_data);
    CHECK(with.candidates[0].closeness.value() == without.candidates[0].closeness.value());
    CHECK(with.candidates[2].closeness.value() == without.candidates[1].closeness.value());
    CHECK(with.candidates[0].missing.empty());
    CHECK(with.ideal[2].reason() == Undefined::not_applicable);
    CHECK(with.ideal[1].value() == 5);
}

TEST_CASE("topsis: a single candidate, equal ones, a column of zeros, and none") {
    const std::vector<double> weights{1, 1};
    const std::vector<Direction> directions{more, less};
    CHECK(topsis(rows_of({{1, 2}}), weights, directions).candidates[0].closeness.reason() ==
          Undefined::zero_denominator);
    CHECK(topsis(rows_of({{1, 2}, {1, 2}}), weights, directions).candidates[1].rank == 0);
    const auto zeros = topsis(rows_of({{1, 0}, {2, 0}}), weights, directions);
    CHECK(zeros.candidates[1].closeness.value() == 1);
    CHECK(zeros.candidates[0].closeness.value() == 0);
    const auto none = topsis(rows_of({{gap, 1}}), weights, directions);
    CHECK(none.compared == 0);
    CHECK(none.ideal.empty());
    CHECK(topsis({0, 2, {}}, weights, directions).candidates.empty());
}

TEST_CASE("topsis: refusals name the column or the cell") {
    const std::vector<double> weights{1, 1};
    const std::vector<Direction> directions{more, more};
    const auto table = rows_of({{1, 2}, {3, 4}});
    CHECK_THROWS_AS(topsis(table, std::vector<double>{1}, directions), UsageError);
    CHECK_THROWS_WITH(topsis(table, std::vector<double>{1}, directions),
                      Catch::Contains("2 columns were given 1 weights"));
    CHECK_THROWS_WITH(topsis(table, std::vector<double>{1, -1}, directions),
                      Catch::Contains("column 2 is -1"));
    CHECK_THROWS_WITH(topsis(table, std::vector<double>{gap, 1}, directions),
                      Catch::Contains("column 1 is nan"));
    CHECK_THROWS_WITH(topsis(table, std::vector<double>{HUGE_VAL, 1}, directions),
                      Catch::Contains("column 1 is inf"));
    CHECK_THROWS_WITH(topsis(table, std::vector<double>{0, 0}, directions), Catch::Contains("above 0"));
    CHECK_THROWS_WITH(topsis(table, weights, std::vector<Direction>{more}), Catch::Contains("1 directions"));
    CHECK_THROWS_WITH(topsis(rows_of({{1, 2}, {3, HUGE_VAL}}), weights, directions),
                      Catch::Contains("row 2, column 2 is infinite"));
}

} // namespace test_topsis
