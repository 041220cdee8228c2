// SPDX-License-Identifier: GPL-3.0-or-later
// Does what scores higher come to its end sooner? Harrell's concordance for times that may be cut off.
#pragma once

#include <longmen/base/undefined.hpp>

#include <cstdint>
#include <span>

namespace longmen::stats {

struct Concordance {
    std::uint64_t concordant = 0, discordant = 0;
    std::uint64_t tied = 0; ///< comparable pairs with equal scores
    double c = 0;           ///< 1/2 when the score tells nothing
};

/// Concordance of a score with times.
///
/// Question    Of two members, one of whom is known to have ended first, how often had it the higher score?
/// Definition  A pair is comparable when one ended at t and the other was watched before t and its time is
///             later, or the same but cut off.
///             c = (concordant + tied / 2) / comparable; concordant: the one that ended first scores higher.
/// Source      harrell-1996.
/// Variant     Two ends at the same time are no comparable pair.
/// Undefined   zero_denominator  no comparable pair.
/// Inputs      times; ended, 1 where the end was seen, 0 where the time is cut off; scores;
///             entered, from when on a member was watched, each before its time; empty: always.
/// Result      see Concordance.
/// Errors      UsageError  unequal lengths, NaN, a mark other than 0 and 1, an entry not before its time.
/// Cost        O(n log n).
/// Stable      Whole counts: same bits for any order of the input.
/// Checked by  test_concordance (all pairs)
/// Grade       experimental since 0.3
[[nodiscard]] Measured<Concordance> concordance(std::span<const double> times,
                                                std::span<const std::uint8_t> ended,
                                                std::span<const double> scores,
                                                std::span<const double> entered = {});

} // namespace longmen::stats
