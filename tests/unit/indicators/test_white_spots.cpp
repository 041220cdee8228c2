// SPDX-License-Identifier: GPL-3.0-or-later
// By definition on random tables, with sums of Poisson terms.
#include <longmen/base/errors.hpp>
#include <longmen/indicators/white_spots.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

namespace test_white_spots {

using namespace longmen;
using namespace longmen::indicators;

namespace {

double poisson_sum(std::size_t k, double mean) {
    double term = std::exp(-mean), sum = term;
    for (std::size_t i = 1; i <= k; ++i) {
        term *= mean / static_cast<double>(i);
        sum += term;
    }
    return sum;
}

} // namespace

TEST_CASE("white spots: a worked table") {
    // Expected: 10, 10; 10, 10.
    const std::vector<std::size_t> counts{4, 16, 16, 4}, recent{1, 5, 8, 4};
    const auto spots = white_spots({2, 2, counts, recent}, {3, 0.05});
    REQUIRE(spots.size() == 2);
    CHECK(spots[0].row == 0);
    CHECK(spots[0].column == 0);
    CHECK(spots[1].row == 1);
    CHECK(spots[0].expected == 10);
    CHECK(spots[0].p == Approx(poisson_sum(4, 10)));
    CHECK(*spots[0].row_growth == Approx(0.3));
    CHECK(*spots[0].column_growth == Approx(0.45));
    CHECK(white_spots({2, 2, counts, {}}, {11, 0.05}).empty());
    CHECK(white_spots({2, 2, counts, {}}, {3, 0.01}).empty());
    CHECK_FALSE(white_spots({2, 2, counts, {}}, {3, 0.05})[0].row_growth);
    CHECK_THROWS_AS(white_spots({2, 3, counts, {}}, {3, 0.05}), UsageError);
    CHECK(white_spots({}, {3, 0.05}).empty());
}

TEST_CASE("white spots: as defined, on random tables") {
    std::mt19937_64 random{3};
    std::size_t found = 0;
    for (int round = 0; round < 300; ++round) {
        const std::size_t rows = 1 + random() % 5, columns = 1 + random() % 5;
        std::vector<std::size_t> counts(rows * columns);
        for (auto& count : counts) {
            count = random() % 3 == 0 ? 0 : random() % 20;
        }
        const WhiteRule rule{3, 0.05};
        const auto spots = white_spots({rows, columns, counts, {}}, rule);
        std::size_t wanted = 0;
        double all = 0;
        for (const auto count : counts) {
            all += static_cast<double>(count);
        }
        for (std::size_t r = 0; r < rows; ++r) {
            for (std::size_t c = 0; c < columns; ++c) {
                double row = 0, column = 0;
                for (std::size_t i = 0; i < columns; ++i) {
                    row += static_cast<double>(counts[r * columns + i]);
                }
                for (std::size_t i = 0; i < rows; ++i) {
                    column += static_cast<double>(counts[i * columns + c]);
                }
                const auto observed = counts[r * columns + c];
                const double expected = all > 0 ? row * column / all : 0;
                if (expected < 3 || static_cast<double>(observed) >= expected ||
                    poisson_sum(observed, expected) >= 0.05) {
                    continue;
                }
                ++wanted;
                const bool listed = std::ranges::any_of(spots, [&](const WhiteSpot& spot) {
                    return spot.row == r && spot.column == c && spot.observed == observed &&
                           std::abs(spot.p - poisson_sum(observed, expected)) < 1e-12;
                });
                REQUIRE(listed);
            }
        }
        REQUIRE(spots.size() == wanted);
        REQUIRE(std::ranges::is_sorted(spots, {}, &WhiteSpot::p));
        found += wanted;
    }
    CHECK(found > 50);
}

} // namespace test_white_spots
