// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement of two orders of the same members.
#pragma once

#include <longmen/base/undefined.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace longmen::stats {

struct KendallTau {
    double tau = 0;
    std::uint64_t concordant = 0, discordant = 0; ///< pairs
    std::uint64_t tied_first = 0, tied_second = 0, tied_both = 0;
    double p = 1; ///< two-sided, of independence, by the normal approximation
};

/// Kendall's tau-b.
///
/// Question    Do two values put the members in the same order?
/// Definition  tau = (concordant - discordant) / sqrt((pairs - tied_first) (pairs - tied_second)), over all
///             pairs of members; tied_first are the pairs equal in the first value, those equal in both
///             included.
///             p from the variance of concordant - discordant over all permutations, ties kept.
/// Source      kendall-1945; knight-1966 for the order of work; kendall-1970 for the variance.
/// Variant     No correction for continuity. The approximation is poor below about ten members.
/// Undefined   no_data           no members.
///             zero_denominator  all members are equal in one of the values, or there is one member.
/// Inputs      two values of each member, infinite ones allowed.
/// Result      in -1..1, exactly 1 or -1 for the same or the opposite order.
/// Errors      UsageError  unequal lengths, NaN.
/// Cost        O(n log n).
/// Stable      Counts are integers: same bits for any order of the input.
/// Checked by  test_kendall (definition by pairs, variance over all permutations)
/// Grade       experimental since 0.2
[[nodiscard]] Measured<KendallTau> kendall_tau(std::span<const double> first, std::span<const double> second);

} // namespace longmen::stats
