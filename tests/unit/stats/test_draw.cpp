// SPDX-License-Identifier: GPL-3.0-or-later
// Samples without replacement: each record once, prefixes, every sample as likely as any other.
#include <longmen/stats/draw.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <numeric>

namespace test_draw {

using namespace longmen::stats;

TEST_CASE("draw: each position once; larger samples begin with the smaller; all when there are not more") {
    const auto whole = draw_without_replacement(1000, 5000, 7);
    auto sorted = whole;
    std::ranges::sort(sorted);
    std::vector<std::size_t> expected(1000);
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    CHECK(sorted == expected);
    CHECK(whole != expected);
    const auto some = draw_without_replacement(1000, 50, 7);
    CHECK(std::equal(some.begin(), some.end(), whole.begin()));
    CHECK(draw_without_replacement(1000, 50, 8) != some);
    CHECK(draw_without_replacement(0, 5, 1).empty());
    CHECK(draw_without_replacement(5, 0, 1).empty());
}

TEST_CASE("draw: over many seeds each ordered pair of six comes as often as any other") {
    constexpr std::size_t size = 6;
    constexpr std::uint64_t seeds = 30000;
    std::map<std::vector<std::size_t>, std::size_t> counts;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        ++counts[draw_without_replacement(size, 2, seed)];
    }
    constexpr std::size_t pairs = size * (size - 1);
    REQUIRE(counts.size() == pairs);
    const double expected = static_cast<double>(seeds) / pairs;
    double chi = 0;
    for (const auto& [pair, count] : counts) {
        const auto off = static_cast<double>(count) - expected;
        chi += off * off / expected;
    }
    CHECK(chi < 58.3); // the 99.9 % point of chi-squared with 29 degrees of freedom
}

} // namespace test_draw
