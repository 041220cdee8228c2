// SPDX-License-Identifier: GPL-3.0-or-later
// Whether predicted probabilities come true as often as they say: Brier score, its parts, calibration curve.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/stats/distributions.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace longmen::stats {

/// Wilson's interval of a share from `successes` of `trials`; it covers about `level`, never leaves 0..1, and
/// is not empty where none or all succeed. UsageError as of `binomial_interval`. Source: wilson-1927.
[[nodiscard]] Interval wilson_interval(double successes, double trials, double level);

struct CalibrationOptions {
    std::size_t bins; ///< of equal count, as far as equal predictions allow
    double level;     ///< of the intervals, such as 0.95
};

struct CalibrationBin {
    double lowest = 0, highest = 0; ///< predictions
    double predicted = 0;           ///< their mean
    double observed = 0;            ///< share of positives
    Interval interval;              ///< Wilson's, of the share
    std::size_t members = 0, positives = 0;
};

/// Calibration curve.
///
/// Question    Of those predicted with about p, to which share did it happen?
/// Definition  Members ascending by prediction, in bins of equal count; of each bin, mean of the predictions
///             and share of positives.
/// Source      murphy-winkler-1977; wilson-1927 for the intervals.
/// Variant     Equal predictions stay together, in the bin where the middle of their run falls: bin
///             floor(bins x (members below + half of the run) / n). Bins that stay empty are left out, so
///             there may be fewer than asked for.
/// Undefined   no_data  no members.
/// Inputs      predictions in 0..1; outcomes, 1 where it happened, else 0.
/// Result      bins, ascending.
/// Errors      UsageError  unequal lengths, a prediction out of range, an outcome other than 0 and 1, no
///                         bins, a level out of range.
/// Cost        O(n log n).
/// Stable      Sorted first: same bits for any order of the input.
/// Checked by  test_calibration (hand case; bins by definition on random predictions with ties)
/// Grade       experimental since 0.2
[[nodiscard]] Measured<std::vector<CalibrationBin>> calibration_curve(std::span<const double> predictions,
                                                                      std::span<const std::uint8_t> outcomes,
                                                                      const CalibrationOptions& options);

struct BrierScore {
    std::size_t members = 0, positives = 0;
    double score = 0;
    double reliability = 0;       ///< squared distance of bins from the diagonal: lower is better
    double resolution = 0;        ///< squared distance of bins from the share of all: higher is better
    double uncertainty = 0;       ///< of the outcomes alone
    double within_variance = 0;   ///< of predictions inside of bins
    double within_covariance = 0; ///< twice that of predictions and outcomes inside of bins
    /// 1 - score / uncertainty: 0 for predicting the share of all for each; below 0 is worse than that.
    Measured<double> skill = Undefined::zero_denominator;
};

/// Brier score and its parts.
///
/// Question    How far are predicted probabilities from what happened, and is it for want of calibration or
///             of discernment?
/// Definition  score = mean of (prediction - outcome)^2. With bins k of n_k members, mean prediction p_k and
///             share of positives o_k, and o the share of all:
///             reliability = sum n_k (p_k - o_k)^2 / n; resolution = sum n_k (o_k - o)^2 / n;
///             uncertainty = o (1 - o);
///             score = reliability - resolution + uncertainty + within_variance - within_covariance.
/// Source      brier-1950 (his score over two categories is twice this one); murphy-1973 for the first three
///             parts; stephenson-2008 for the last two.
/// Variant     Bins as of `calibration_curve`. Murphy's three parts alone add up only where all predictions
///             of a bin are the same; the other two are what binning hides. With few members in a bin,
///             reliability and resolution are both too high by chance, by nearly the same amount.
/// Undefined   no_data           no members.
///             zero_denominator  for the skill: the outcomes are all the same.
/// Inputs      predictions, outcomes as of `calibration_curve`; bins, at least 1.
/// Result      see BrierScore.
/// Errors      UsageError  as of `calibration_curve`.
/// Cost        O(n log n).
/// Stable      Sorted first, then sums in that order: same bits for any order of the input.
/// Checked by  test_calibration (definition on random predictions; the parts add up)
/// Grade       experimental since 0.2
[[nodiscard]] Measured<BrierScore> brier_score(std::span<const double> predictions,
                                               std::span<const std::uint8_t> outcomes, std::size_t bins);

} // namespace longmen::stats
