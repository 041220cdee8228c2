// SPDX-License-Identifier: GPL-3.0-or-later
// Percentiles by one stated rule, with the positions they were read from.
#pragma once

#include <cstddef>
#include <span>

namespace longmen::stats {

/// A percentile and the 1-based positions in ascending order whose mean it is (equal when it is one value).
struct Percentile {
    double value = 0;
    std::size_t low = 0;
    std::size_t high = 0;
};

/// The positions alone, whatever the values. UsageError as below.
[[nodiscard]] Percentile percentile_positions(std::size_t size, int percent);

/// The rule of Stata's `_pctile`, which OECD's published cohort table follows: with n values and h = n p /
/// 100, a whole h takes the mean of the h-th and the next value, any other h the next whole position.
/// `percent` in 1..99. UsageError when it is not, or when there is no value.
/// Precondition: `sorted` is ascending.
[[nodiscard]] Percentile percentile_of_sorted(std::span<const double> sorted, int percent);

} // namespace longmen::stats
