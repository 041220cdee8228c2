// SPDX-License-Identifier: GPL-3.0-or-later
// Several orders of the same items made one.
#pragma once

#include <span>
#include <vector>

namespace longmen::search {

struct RankedSignal {
    std::span<const double> values; ///< of each item; 0 or less: not on this list
    double weight = 1;
};

struct FusedRanks {
    /// Of each signal and item its place, from 1; items of equal value share their mean place; 0: not on the
    /// list.
    std::vector<std::vector<double>> places;
    std::vector<double> value; ///< sum over the lists an item is on of weight / (k + place)
};

/// Reciprocal rank fusion. Source: cormack-2009, from memory. Variant: equal values share their mean place,
/// so that a signal which cannot tell many items apart moves none of them far. O(n log n) for each signal.
[[nodiscard]] FusedRanks fuse_ranks(std::span<const RankedSignal> signals, double k);

} // namespace longmen::search
