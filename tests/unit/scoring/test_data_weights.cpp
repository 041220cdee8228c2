// SPDX-License-Identifier: GPL-3.0-or-later
// Published and hand-worked weights, the definitions on random tables with gaps, and what must not matter.
#include <longmen/base/errors.hpp>
#include <longmen/scoring/data_weights.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace test_data_weights {

using namespace longmen;
using namespace longmen::scoring;

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();
constexpr Direction more = Direction::more, less = Direction::less;

NumberTable rows_of(std::vector<std::vector<double>> rows) {
    return number_table(rows);
}

/// Columns (or rows) of a table in another order.
NumberTable picked(const NumberTable& table, const std::vector<std::size_t>& rows,
                   const std::vector<std::size_t>& columns) {
    NumberTable result{rows.size(), columns.size(), {}};
    for (const std::size_t row : rows) {
        for (const std::size_t column : columns) {
            result.cells.push_back(table.at(row, column));
        }
    }
    return result;
}

std::vector<std::size_t> all(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

std::vector<std::size_t> shuffled(std::size_t count, std::mt19937_64& random) {
    auto order = all(count);
    std::ranges::shuffle(order, random);
    return order;
}

/// Skewed values with ties and gaps.
NumberTable drawn(std::mt19937_64& random, std::size_t gaps_of_ten) {
    NumberTable table{4 + random() % 20, 2 + random() % 6, {}};
    for (std::size_t i = 0; i < table.rows * table.columns; ++i) {
        const auto value = static_cast<double>(random() % 12);
        table.cells.push_back(random() % 10 < gaps_of_ten ? gap : value * value / 8);
    }
    return table;
}

std::vector<Direction> directions_of(std::size_t count, std::mt19937_64& random) {
    std::vector<Direction> directions;
    for (std::size_t i = 0; i < count; ++i) {
        directions.push_back(random() % 2 == 0 ? more : less);
    }
    return directions;
}

void require_weights(const std::vector<double>& weights) {
    REQUIRE(std::ranges::all_of(weights, [](double weight) { return weight >= 0; }));
    REQUIRE(std::accumulate(weights.begin(), weights.end(), 0.0) == Approx(1).epsilon(1e-12));
}

void require_close(const std::vector<double>& found, const std::vector<double>& wanted) {
    REQUIRE(found.size() == wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        REQUIRE(found[i] == Approx(wanted[i]).margin(1e-9));
    }
}

/// Nothing when the column has no entropy.
double entropy_by_definition(const NumberTable& table, std::size_t column) {
    double sum = 0, count = 0, entropy = 0;
    for (std::size_t row = 0; row < table.rows; ++row) {
        if (const double x = table.at(row, column); x == x) {
            sum += x;
            count += 1;
        }
    }
    for (std::size_t row = 0; row < table.rows; ++row) {
        if (const double x = table.at(row, column); x > 0) {
            entropy -= x / sum * std::log2(x / sum);
        }
    }
    return count < 2 || sum == 0 ? gap : entropy / std::log2(count);
}

/// Moments of the cells that are defined in both columns.
struct Moments {
    long double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    Moments(const NumberTable& table, std::size_t left, std::size_t right) {
        for (std::size_t row = 0; row < table.rows; ++row) {
            const long double a = table.at(row, left), b = table.at(row, right);
            if (a == a && b == b) {
                n += 1, x += a, y += b, xx += a * a, yy += b * b, xy += a * b;
            }
        }
    }
};

std::vector<double> critic_by_definition(const NumberTable& table, const std::vector<Direction>& directions) {
    std::vector<double> information(table.columns, 0);
    for (std::size_t j = 0; j < table.columns; ++j) {
        const auto sorted = sorted_column(table, j);
        if (sorted.size() < 2 || sorted.front() == sorted.back()) {
            continue;
        }
        long double conflict = 0, pairs = 0;
        for (std::size_t k = 0; k < table.columns; ++k) {
            const Moments m{table, j, k};
            const long double left = m.n * m.xx - m.x * m.x, right = m.n * m.yy - m.y * m.y;
            if (k != j && m.n >= 3 && left > 1e-9L && right > 1e-9L) {
                const long double r = (m.n * m.xy - m.x * m.y) / std::sqrt(left * right);
                conflict += 1 - (directions[j] == directions[k] ? r : -r);
                pairs += 1;
            }
        }
        const Moments own{table, j, j};
        const long double variance = own.xx / own.n - own.x / own.n * own.x / own.n;
        information[j] = pairs == 0
                             ? 0
                             : static_cast<double>(std::sqrt(variance) / (sorted.back() - sorted.front()) *
                                                   conflict / pairs);
    }
    const double sum = std::accumulate(information.begin(), information.end(), 0.0);
    for (auto& one : information) {
        one /= sum;
    }
    return information;
}

} // namespace

TEST_CASE("entropy weights: worked by hand") {
    const auto result = entropy_weights(rows_of({{1, 1, 0}, {3, 1, 5}}));
    const double first = -(0.25 * std::log2(0.25) + 0.75 * std::log2(0.75));
    CHECK(result.entropies[0].value() == Approx(first));
    CHECK(result.entropies[1].value() == 1);
    CHECK(result.entropies[2].value() == Approx(0).margin(1e-15));
    const auto& weights = result.weights.value();
    CHECK(weights[0] == Approx((1 - first) / (2 - first)));
    CHECK(weights[1] == 0);
    CHECK(weights[2] == Approx(1 / (2 - first)));
}

TEST_CASE("entropy weights: aircraft of Hwang and Yoon (1981)") {
    const auto result = entropy_weights(rows_of({{2.0, 1500, 20000, 5.5, 5, 9},
                                                 {2.5, 2700, 18000, 6.5, 3, 5},
                                                 {1.8, 2000, 21000, 4.5, 7, 7},
                                                 {2.2, 1800, 20000, 5.0, 5, 5}}));
    const std::vector<double> entropies{0.9946, 0.9829, 0.9989, 0.9931, 0.9703, 0.9770};
    const std::vector<double> weights{0.0649, 0.2055, 0.0133, 0.0829, 0.3574, 0.2759};
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK(result.entropies[i].value() == Approx(entropies[i]).margin(2.5e-4));
        CHECK(result.weights.value()[i] == Approx(weights[i]).margin(2e-3)); // of entropies of four places
    }
}

TEST_CASE("entropy weights: the definition on random tables with gaps, in any order of rows and columns") {
    std::mt19937_64 random{23};
    for (int round = 0; round < 400; ++round) {
        const auto table = drawn(random, round % 4);
        const auto result = entropy_weights(table);
        std::vector<double> wanted;
        for (std::size_t column = 0; column < table.columns; ++column) {
            const double entropy = entropy_by_definition(table, column);
            REQUIRE(result.entropies[column].defined() == !std::isnan(entropy));
            if (!std::isnan(entropy)) {
                REQUIRE(result.entropies[column].value() == Approx(entropy).margin(1e-12));
            }
            wanted.push_back(std::isnan(entropy) ? 0 : 1 - entropy);
        }
        const double sum = std::accumulate(wanted.begin(), wanted.end(), 0.0);
        for (auto& one : wanted) {
            one /= sum;
        }
        REQUIRE(result.weights.defined());
        require_weights(result.weights.value());
        require_close(result.weights.value(), wanted);
        // Rows in another order: the same bits. Columns too: their weights go with them. Units: no matter.
        const auto rows = shuffled(table.rows, random), columns = shuffled(table.columns, random);
        REQUIRE(entropy_weights(picked(table, rows, all(table.columns))).weights.value() ==
                result.weights.value());
        auto moved = picked(table, rows, columns);
        for (std::size_t row = 0; row < moved.rows; ++row) {
            moved.at(row, 0) *= 1e200;
        }
        const auto other = entropy_weights(moved).weights.value();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            REQUIRE(other[i] == Approx(result.weights.value()[columns[i]]).margin(1e-12));
        }
    }
}

TEST_CASE("entropy weights: columns that tell nothing weigh nothing, with the reason") {
    const auto result = entropy_weights(rows_of({{0, 7, gap, 1}, {0, 7, gap, 2}, {0, 7, 3, gap}}));
    CHECK(result.entropies[0].reason() == Undefined::zero_denominator);
    CHECK(result.entropies[1].value() == 1);
    CHECK(result.entropies[2].reason() == Undefined::no_data);
    CHECK(result.weights.value() == std::vector<double>{0, 0, 0, 1});
    CHECK(entropy_weights(rows_of({{0.1, 3}, {0.1, 3}, {0.1, 3}})).weights.reason() ==
          Undefined::zero_denominator);
    CHECK(entropy_weights(rows_of({{1, 2}})).weights.reason() == Undefined::no_data);
    CHECK(entropy_weights({0, 2, {}}).weights.reason() == Undefined::no_data);
}

TEST_CASE("data weights: refusals name row and column") {
    CHECK_THROWS_AS(entropy_weights(rows_of({{1, 2}, {3, -4}})), UsageError);
    CHECK_THROWS_WITH(entropy_weights(rows_of({{1, 2}, {3, -4}})),
                      Catch::Contains("row 2, column 2 is negative (-4)"));
    CHECK_THROWS_WITH(entropy_weights(rows_of({{HUGE_VAL, 2}})),
                      Catch::Contains("row 1, column 1 is infinite"));
    CHECK_THROWS_AS(entropy_weights({}), UsageError);
    const std::vector<Direction> two{more, less};
    CHECK_THROWS_WITH(critic_weights(rows_of({{1, 2, 3}}), two), Catch::Contains("3 columns were given 2"));
    CHECK_THROWS_WITH(critic_weights(rows_of({{1, 2}, {-HUGE_VAL, 2}}), two),
                      Catch::Contains("row 2, column 1"));
    CHECK_THROWS_AS(critic_weights({}, {}), UsageError);
    CHECK_THROWS_AS(critic_weights(rows_of({{1, 2}}), two, {1}), UsageError);
}

TEST_CASE("critic weights: worked by hand") {
    // 0 1/3 2/3 1 has variance 5/36, 0 0 0 1 has 3/16; with one pair both conflicts are the same.
    const auto table = rows_of({{0, 10}, {1, 10}, {2, 10}, {3, 30}});
    const std::vector<Direction> both{more, more}, against{more, less};
    const double first = std::sqrt(5.0) / 6, second = std::sqrt(3.0) / 4;
    const double r = 0.125 / (first * second); // covariance 1/4 - 1/2 x 1/4
    const auto result = critic_weights(table, both);
    CHECK(result.deviations[0].value() == Approx(first));
    CHECK(result.deviations[1].value() == Approx(second));
    CHECK(result.correlations[1].value() == Approx(r));
    CHECK(result.correlations[0].value() == 1);
    CHECK(result.information[0].value() == Approx(first * (1 - r)));
    CHECK(result.weights.value()[0] == Approx(first / (first + second)));
    CHECK(critic_weights(table, against).information[1].value() == Approx(second * (1 + r)));
}

TEST_CASE("critic weights: firms of Diakoulaki, Mavrotas and Papayannakis (1995)") {
    const auto result = critic_weights(rows_of({{61, 1.08, 4.33},
                                                {20.7, 0.26, 4.34},
                                                {16.3, 1.98, 2.53},
                                                {9, 3.29, 1.65},
                                                {5.4, 2.77, 2.33},
                                                {4, 4.12, 1.21},
                                                {-6.1, 3.52, 2.10},
                                                {-34.6, 3.31, 0.98}}),
                                       std::vector<Direction>{more, more, more});
    const std::vector<double> weights{0.20222554, 0.48090173, 0.31687273};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(result.weights.value()[i] == Approx(weights[i]).margin(6e-9));
    }
}

TEST_CASE("critic weights: the definition on random tables with gaps, in any order of rows and columns") {
    std::mt19937_64 random{29};
    int compared = 0;
    for (int round = 0; round < 600; ++round) {
        const auto table = drawn(random, round % 4);
        const auto directions = directions_of(table.columns, random);
        const auto result = critic_weights(table, directions);
        if (!result.weights.defined()) {
            continue;
        }
        ++compared;
        require_weights(result.weights.value());
        require_close(result.weights.value(), critic_by_definition(table, directions));
        const auto rows = shuffled(table.rows, random), columns = shuffled(table.columns, random);
        REQUIRE(critic_weights(picked(table, rows, all(table.columns)), directions).weights.value() ==
                result.weights.value());
        // Another unit, another zero point, and the opposite term in the opposite direction change nothing.
        auto moved = picked(table, rows, columns);
        std::vector<Direction> turned;
        for (const std::size_t column : columns) {
            turned.push_back(directions[column]);
        }
        for (std::size_t row = 0; row < moved.rows; ++row) {
            moved.at(row, 0) = 7 - 1000 * moved.at(row, 0);
        }
        turned[0] = turned[0] == more ? less : more;
        const auto other = critic_weights(moved, turned).weights.value();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            REQUIRE(other[i] == Approx(result.weights.value()[columns[i]]).margin(1e-9));
        }
    }
    CHECK(compared > 500);
}

TEST_CASE("critic weights: copies of a term share, and a term without spread changes nothing") {
    std::mt19937_64 random{31};
    int compared = 0;
    for (int round = 0; round < 200; ++round) {
        const auto table = drawn(random, 0);
        const auto two = picked(table, all(table.rows), {0, 1});
        const std::size_t copies = 1 + random() % 4;
        std::vector<std::size_t> columns(copies, 0);
        columns.push_back(1);
        const auto before = critic_weights(two, std::vector<Direction>(2, more)).weights;
        const auto after =
            critic_weights(picked(two, all(two.rows), columns), std::vector<Direction>(copies + 1, more))
                .weights;
        REQUIRE(before.defined() == after.defined());
        if (!before.defined()) {
            continue;
        }
        ++compared;
        // Of two terms, one repeated keeps its mass, in equal parts.
        for (std::size_t i = 0; i < copies; ++i) {
            REQUIRE(after.value()[i] ==
                    Approx(before.value()[0] / static_cast<double>(copies)).margin(1e-12));
        }
        REQUIRE(after.value().back() == Approx(before.value()[1]).margin(1e-12));
        auto wider = picked(two, all(two.rows), {0, 1, 1});
        for (std::size_t row = 0; row < wider.rows; ++row) {
            wider.at(row, 2) = 3.7;
        }
        const auto same = critic_weights(wider, std::vector<Direction>(3, more));
        REQUIRE(same.weights.value()[0] == before.value()[0]);
        REQUIRE(same.weights.value()[2] == 0);
        REQUIRE(same.deviations[2].value() == 0);
    }
    CHECK(compared > 150);
}

TEST_CASE("critic weights: terms that say the same up to rounding leave nothing to weigh by") {
    std::mt19937_64 random{37};
    std::uniform_real_distribution<double> uniform{0, 1};
    for (int round = 0; round < 200; ++round) {
        NumberTable table{3 + random() % 30, 2, {}};
        for (std::size_t row = 0; row < table.rows; ++row) {
            const double value = uniform(random);
            table.cells.push_back(value);
            table.cells.push_back(3 - value / 7);
        }
        const auto result = critic_weights(table, std::vector<Direction>{more, less});
        REQUIRE(result.weights.reason() == Undefined::zero_denominator);
    }
}

TEST_CASE("critic weights: nothing to weigh by is said") {
    const std::vector<Direction> one{more}, two{more, more};
    const auto said = [](const CriticWeights& result) { return result.weights.reason(); };
    CHECK(said(critic_weights(rows_of({{1}, {2}, {3}}), one)) == Undefined::no_data);
    CHECK(said(critic_weights(rows_of({{1, 2}, {2, 4}, {3, 6}, {7, 14}}), two)) ==
          Undefined::zero_denominator);
    CHECK(said(critic_weights(rows_of({{1, 2}, {2, 1}}), two)) == Undefined::no_data);
    CHECK(critic_weights(rows_of({{1, 2}, {2, 1}}), two, {2}).weights.value() ==
          std::vector<double>{0.5, 0.5});
    CHECK(said(critic_weights({0, 2, {}}, two)) == Undefined::no_data);
    // Nothing in common but one candidate.
    const auto apart = critic_weights(rows_of({{1, gap}, {2, gap}, {3, 3}, {gap, 2}, {gap, 1}}), two);
    CHECK(apart.correlations[1].reason() == Undefined::no_data);
    CHECK(apart.information[0].reason() == Undefined::no_data);
    CHECK(said(apart) == Undefined::no_data);
    // One huge value not in common must not swallow the others.
    const auto huge = critic_weights(rows_of({{1e300, gap}, {1, 1}, {2, 3}, {3, 2}}), two);
    CHECK(huge.correlations[1].value() == Approx(0.5));
}

} // namespace test_data_weights
