// SPDX-License-Identifier: GPL-3.0-or-later
// Concentration: how unevenly an amount is spread over its holders.
#pragma once

#include <longmen/base/undefined.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace longmen::indicators {

struct Concentration {
    std::size_t holders = 0; ///< with an amount above 0
    double hhi = 0;          ///< sum of squared shares, 1 / holders .. 1
    Measured<double> unbiased = Undefined::zero_denominator;
    double effective_holders = 0; ///< 1 / HHI
    double entropy = 0;           ///< - sum s ln s, 0 .. ln holders
    std::vector<double> shares;   ///< descending

    /// Share of the first n holders; 1 when there are no more than n.
    [[nodiscard]] double first(std::size_t n) const;
};

/// Concentration of amounts over their holders.
///
/// Question    Do a few hold most of it?
/// Definition  s = amount / sum. HHI = sum s^2; effective number of holders 1 / HHI; entropy - sum s ln s;
///             CR_n = sum of the n largest s. unbiased = (N HHI - 1) / (N - 1), N the sum of the amounts.
/// Source      hirschman-1964, herfindahl-1950; hall-2005 for the correction of small counts.
/// Variant     HHI on 0..1, not 0..10000. Holders of nothing are left out. The correction takes the amounts
///             for counts drawn independently; with fractional amounts it is an approximation. It may fall
///             below 0: spread more evenly than by chance.
/// Undefined   zero_denominator  the sum is 0; for `unbiased` also a sum up to 1.
///             impossible_value  an amount is negative or no number.
/// Inputs      amounts, in any order.
/// Result      see Concentration.
/// Errors      none.
/// Cost        O(n log n).
/// Stable      Sorted descending and summed in that order: same bits for any order of the input.
/// Checked by  test_concentration (worked values; pairs drawn without replacement counted one by one)
/// Grade       experimental since 0.2
[[nodiscard]] Measured<Concentration> concentration(std::span<const double> amounts);

} // namespace longmen::indicators
