// SPDX-License-Identifier: GPL-3.0-or-later
// The percentile rule on values worked by hand.
#include <longmen/base/errors.hpp>
#include <longmen/stats/quantiles.hpp>

#include <catch2/catch.hpp>

#include <numeric>
#include <vector>

namespace test_quantiles {

using namespace longmen::stats;

namespace {
std::vector<double> one_to(int n) {
    std::vector<double> values(static_cast<std::size_t>(n));
    std::iota(values.begin(), values.end(), 1.0);
    return values;
}
} // namespace

TEST_CASE("percentile: a whole position averages two values") {
    // 200 * 99 / 100 = 198: the mean of the 198th and the 199th.
    const auto p = percentile_of_sorted(one_to(200), 99);
    CHECK(p.value == 198.5);
    CHECK(p.low == 198);
    CHECK(p.high == 199);
    CHECK(percentile_of_sorted(one_to(4), 50).value == 2.5);
    CHECK(percentile_of_sorted(one_to(4), 25).value == 1.5);
}

TEST_CASE("percentile: any other position takes the next value") {
    // 150 * 99 / 100 = 148.5: the 149th.
    const auto p = percentile_of_sorted(one_to(150), 99);
    CHECK(p.value == 149);
    CHECK(p.low == 149);
    CHECK(p.high == 149);
    CHECK(percentile_of_sorted(one_to(5), 50).value == 3);
    CHECK(percentile_of_sorted(one_to(30), 99).value == 30);
    CHECK(percentile_of_sorted(one_to(1), 99).value == 1);
    CHECK(percentile_of_sorted(one_to(1), 1).value == 1);
}

TEST_CASE("percentile: no values or a percentage out of range is refused") {
    CHECK_THROWS_AS(percentile_of_sorted({}, 99), longmen::UsageError);
    CHECK_THROWS_AS(percentile_of_sorted(one_to(3), 0), longmen::UsageError);
    CHECK_THROWS_AS(percentile_of_sorted(one_to(3), 100), longmen::UsageError);
}

} // namespace test_quantiles
