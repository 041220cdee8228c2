// SPDX-License-Identifier: GPL-3.0-or-later
// Means and deviations of windows, one by one.
#include <longmen/indicators/rescaled_rank.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

namespace test_rescaled_rank {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("rescaled rank: the size of the window") {
    CHECK(contemporaries(20) == 20);
    CHECK(contemporaries(60) == 50);
    CHECK(contemporaries(10000) == 500);
    CHECK(contemporaries(6000000) == 15000);
}

TEST_CASE("rescaled rank: as defined, on random values of very different size") {
    Threads one{1};
    Threads two{2};
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        std::mt19937_64 random{seed};
        const std::size_t undated = seed % 5;
        const std::size_t dated = 50 + seed * 97;
        Buffer<double> values(undated + dated);
        for (auto& value : values) {
            value = std::exp(static_cast<double>(random() % 2000) / 100 - 30);
        }
        const auto result = rescaled_rank(values, undated, one);
        const auto again = rescaled_rank(values, undated, two);
        const auto window = contemporaries(dated);
        for (std::size_t node = 0; node < values.size(); ++node) {
            if (node < undated) {
                REQUIRE(std::isnan(result[node]));
                continue;
            }
            const auto place = node - undated;
            auto from = place < window / 2 ? 0 : place - window / 2;
            from = std::min(from, dated - window);
            double mean = 0, square = 0;
            for (std::size_t i = from; i < from + window; ++i) {
                mean += values[undated + i] / static_cast<double>(window);
            }
            for (std::size_t i = from; i < from + window; ++i) {
                square += std::pow(values[undated + i] - mean, 2) / static_cast<double>(window);
            }
            REQUIRE(result[node] == Approx((values[node] - mean) / std::sqrt(square)).epsilon(1e-7));
            REQUIRE(result[node] == again[node]);
        }
    }
}

TEST_CASE("rescaled rank: too few documents, or all alike, have none") {
    Threads threads{1};
    Buffer<double> few(49);
    std::ranges::fill(few, 1.0);
    CHECK(std::isnan(rescaled_rank(few, 0, threads)[10]));
    Buffer<double> alike(80);
    std::ranges::fill(alike, 0.25);
    CHECK(std::isnan(rescaled_rank(alike, 0, threads)[10]));
}

} // namespace test_rescaled_rank
