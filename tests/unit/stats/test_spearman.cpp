// SPDX-License-Identifier: GPL-3.0-or-later
// Against hand values and the definition by pairs.
#include <longmen/base/errors.hpp>
#include <longmen/stats/spearman.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace test_spearman {

using namespace longmen;
using namespace longmen::stats;

namespace {

/// Pearson's of counted mid-ranks.
double spearman_by_definition(const std::vector<double>& x, const std::vector<double>& y) {
    const auto ranks = [](const std::vector<double>& values) {
        std::vector<double> found;
        for (const double v : values) {
            const auto below = std::ranges::count_if(values, [&](double w) { return w < v; });
            const auto equal = std::ranges::count(values, v);
            found.push_back(static_cast<double>(below) + (static_cast<double>(equal) + 1) / 2);
        }
        return found;
    };
    const auto a = ranks(x), b = ranks(y);
    const auto n = static_cast<double>(x.size());
    double sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sa += a[i];
        sb += b[i];
        saa += a[i] * a[i];
        sbb += b[i] * b[i];
        sab += a[i] * b[i];
    }
    return (n * sab - sa * sb) / std::sqrt((n * saa - sa * sa) * (n * sbb - sb * sb));
}

} // namespace

TEST_CASE("spearman: worked by hand") {
    const std::vector<double> x{1, 2, 3, 4, 5}, y{2, 1, 4, 3, 5};
    // Differences of ranks -1 1 -1 1 0: 1 - 6 x 4 / (5 x 24).
    CHECK(spearman(x, y).value() == Approx(0.8));
}

TEST_CASE("spearman: the same order is exactly 1, the opposite exactly -1, on any monotone scale") {
    std::mt19937_64 random{3};
    for (int round = 0; round < 200; ++round) {
        std::vector<double> x(2 + random() % 40), up, down;
        for (auto& v : x) {
            v = static_cast<double>(random() % 9);
        }
        x.front() = -1;
        for (const double v : x) {
            up.push_back(std::exp(v));
            down.push_back(-v * v * v);
        }
        REQUIRE(spearman(x, up).value() == 1);
        REQUIRE(spearman(x, down).value() == -1);
    }
}

TEST_CASE("spearman: the definition on random values with ties, same bits in any order") {
    std::mt19937_64 random{5};
    for (int round = 0; round < 300; ++round) {
        const std::size_t size = 2 + random() % 30, levels = 2 + random() % 12;
        std::vector<double> x(size), y(size);
        for (std::size_t i = 0; i < size; ++i) {
            x[i] = static_cast<double>(random() % levels);
            y[i] = static_cast<double>(random() % levels);
        }
        x[0] = y[1] = -1;
        const double rho = spearman(x, y).value();
        REQUIRE(rho == Approx(spearman_by_definition(x, y)).margin(1e-12));
        std::vector<std::size_t> order(size);
        for (std::size_t i = 0; i < size; ++i) {
            order[i] = i;
        }
        std::ranges::shuffle(order, random);
        std::vector<double> xs, ys;
        for (const std::size_t i : order) {
            xs.push_back(x[i]);
            ys.push_back(y[i]);
        }
        REQUIRE(spearman(xs, ys).value() == rho);
    }
}

TEST_CASE("spearman: undefined without an order, refused for lengths that differ") {
    const std::vector<double> none, one{1}, flat{2, 2, 2}, three{1, 2, 3};
    CHECK(spearman(none, none).reason() == Undefined::no_data);
    CHECK(spearman(one, one).reason() == Undefined::no_data);
    CHECK(spearman(flat, three).reason() == Undefined::zero_denominator);
    CHECK(spearman(three, flat).reason() == Undefined::zero_denominator);
    CHECK_THROWS_AS(spearman(one, three), UsageError);
}

} // namespace test_spearman
