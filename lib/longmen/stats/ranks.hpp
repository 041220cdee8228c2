// SPDX-License-Identifier: GPL-3.0-or-later
// Ranks with stated tie rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace longmen::stats {

/// Ascending ranks from 1; equal values share the mean of the ranks they take (mid-rank).
/// Precondition: no NaN. Cost O(n log n).
[[nodiscard]] std::vector<double> mid_ranks(std::span<const double> values);

/// Descending ranks from 1; equal values share the smallest rank: 1 + number of larger values.
/// Precondition: no NaN. Cost O(n log n).
[[nodiscard]] std::vector<std::uint32_t> ranks_descending(std::span<const double> values);

/// Where a value stands among others.
struct Standing {
    std::size_t below = 0; ///< members smaller than the value
    std::size_t equal = 0; ///< members equal to it
    std::size_t size = 0;
    /// Mid-rank percentile in 0..1: (below + equal / 2) / size. Precondition: size > 0.
    [[nodiscard]] double percentile() const;
};

/// Precondition: `sorted` is ascending.
[[nodiscard]] Standing standing(std::span<const double> sorted, double value);

} // namespace longmen::stats
