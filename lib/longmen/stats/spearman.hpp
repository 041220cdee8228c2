// SPDX-License-Identifier: GPL-3.0-or-later
// How far two orders of the same things agree, by their ranks.
#pragma once

#include <longmen/base/undefined.hpp>

#include <span>

namespace longmen::stats {

/// Spearman's rank correlation: Pearson's of the mid-ranks, so ties are allowed.
/// Undefined: no_data for fewer than two values, zero_denominator when all of one side are equal. UsageError
/// when the lengths differ. Precondition: no NaN. Source: spearman-1904. Cost O(n log n).
/// Stable: sums of quarters, exact up to 300,000 values, so the same bits in any order.
[[nodiscard]] Measured<double> spearman(std::span<const double> left, std::span<const double> right);

} // namespace longmen::stats
