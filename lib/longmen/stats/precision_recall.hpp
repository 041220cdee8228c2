// SPDX-License-Identifier: GPL-3.0-or-later
// What the top of an order is worth: average precision, and lift in the top share.
#pragma once

#include <longmen/base/undefined.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace longmen::stats {

/// Average precision of an order by score.
///
/// Question    Going down from the highest score, how pure is what has been seen, on average over the
///             members with the outcome?
/// Definition  sum over distinct scores s, from high to low, of
///             (recall at s - recall at the score before) x precision at s,
///             precision at s = positives scoring at least s / members scoring at least s,
///             recall at s    = positives scoring at least s / positives.
/// Source      manning-2008, section 8.4, for an order without ties.
/// Variant     Members of one score enter together, so an arbitrary order among them cannot matter: a score
///             that is the same for all has the share of positives. No interpolation between points.
/// Undefined   no_data           no members.
///             zero_denominator  no positives.
/// Inputs      scores, infinite ones allowed; outcomes, 1 where it happened, else 0.
/// Result      in 0..1; compare with the share of positives, which an order by chance reaches.
/// Errors      UsageError  unequal lengths, NaN, an outcome other than 0 and 1.
/// Cost        O(n log n).
/// Stable      Sorted first, then one sum: same bits for any order of the input.
/// Checked by  test_precision_recall (definition by thresholds on random scores with ties)
/// Grade       experimental since 0.2
[[nodiscard]] Measured<double> average_precision(std::span<const double> scores,
                                                 std::span<const std::uint8_t> outcomes);

struct TopShare {
    double members = 0;   ///< share x all members; need not be whole
    double positives = 0; ///< among them, as expected
    double precision = 0; ///< positives / members
    double recall = 0;    ///< positives / all positives
    double lift = 0;      ///< precision / share of positives among all
};

/// The members with the highest scores against all.
///
/// Question    How many times more often than in all does the outcome happen in the top share of the order?
/// Definition  k = share x n. positives = those scoring above the score at the cut + the positives of that
///             score x (k - members above) / members of that score.
///             lift = (positives / k) / (all positives / n).
/// Source      ling-li-1998
/// Variant     Ties at the cut are shared out: the count is the expected one under a random order among
///             equals. A k that is not whole takes its last member in part, so nothing jumps with the share.
/// Undefined   no_data           no members.
///             zero_denominator  no positives.
/// Inputs      scores, outcomes as of `average_precision`; share, 0 < share <= 1.
/// Result      see TopShare.
/// Errors      UsageError  as of `average_precision`, or a share out of range.
/// Cost        O(n log n).
/// Stable      Integer counts, then a few divisions: same bits for any order of the input.
/// Checked by  test_precision_recall (mean over all orders of equals)
/// Grade       experimental since 0.2
[[nodiscard]] Measured<TopShare> top_share(std::span<const double> scores,
                                           std::span<const std::uint8_t> outcomes, double share);

} // namespace longmen::stats
