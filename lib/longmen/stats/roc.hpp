// SPDX-License-Identifier: GPL-3.0-or-later
// How well a score tells those to which something happened from the others: the area under the ROC curve.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/stats/distributions.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace longmen::stats {

/// On which scale the interval of an area is symmetric.
enum class AreaScale : std::uint8_t {
    plain, ///< the area itself, cut at 0 and 1, as most programs print it
    logit, ///< ln(area / (1 - area)): stays within 0..1 and covers better near its ends
};

struct RocOptions {
    double level; ///< of the interval, such as 0.95
    AreaScale scale = AreaScale::logit;
};

struct RocArea {
    std::size_t positives = 0, negatives = 0;
    double area = 0;
    Measured<double> standard_error = Undefined::zero_denominator;
    Measured<Interval> interval = Undefined::zero_denominator;
};

/// Area under the ROC curve of one score.
///
/// Question    If one member with the outcome and one without are drawn, how often does the first have the
///             higher score?
/// Definition  area = (pairs in which the positive scores higher + half the pairs in which both score the
///             same) / (positives x negatives).
///             variance = var(V+) / positives + var(V-) / negatives, where V+ of a positive is the share of
///             negatives below it and V- of a negative the share of positives above it (equals count half),
///             with divisors positives - 1 and negatives - 1.
/// Source      delong-1988; sun-xu-2014 for the order of work; pepe-2003 for the interval on the logit scale.
/// Variant     Shares are counted as integers, so neither area nor variance loses anything before one last
///             division. An area below 1/2 is given as it is.
/// Undefined   no_data           no members.
///             zero_denominator  one class is empty; for the standard error, one class has a single member;
///                               for the interval, a standard error of 0 (as at an area of 1), which is no
///                               certainty but the end of the method.
/// Inputs      scores, infinite ones allowed; outcomes, 1 where it happened, else 0.
/// Result      see RocArea.
/// Errors      UsageError  unequal lengths, NaN, an outcome other than 0 and 1, a level out of range.
/// Cost        O(n log n).
/// Stable      Integer sums: same bits for any order of the input.
/// Checked by  test_roc (definition by pairs, all ties; Hanley and McNeil's ratings; coverage by simulation)
/// Grade       experimental since 0.2
[[nodiscard]] Measured<RocArea> roc_area(std::span<const double> scores,
                                         std::span<const std::uint8_t> outcomes, const RocOptions& options);

struct RocAreas {
    std::size_t positives = 0, negatives = 0;
    std::vector<double> areas; ///< in the order of the scores
    /// Of the areas, one row behind another.
    Measured<std::vector<double>> covariance = Undefined::zero_denominator;
};

/// Areas of several scores of the same members, with DeLong's covariance. Definition, undefined results,
/// errors as of `roc_area`; O(k n log n + k^2 n) for k scores.
[[nodiscard]] Measured<RocAreas> roc_areas(std::span<const std::span<const double>> scores,
                                           std::span<const std::uint8_t> outcomes);

struct RocDifference {
    double difference = 0; ///< area of the first less area of the second
    Measured<double> standard_error = Undefined::zero_denominator;
    Measured<Interval> interval = Undefined::zero_denominator; ///< on the plain scale, cut at -1 and 1
    Measured<double> p = Undefined::zero_denominator;          ///< two-sided, of no difference
};

/// Whether one score tells the outcomes better than another does, on the same members.
/// Definition  difference of the areas over its standard error, which is that of `roc_area` with the
///             differences of V+ and of V- in place of these; normal.
/// Variant     The variance is that of the differences themselves, not a sum of nearly equal terms.
/// Undefined   as of `roc_area`; interval and p where the standard error is 0, as for two scores that put all
///             pairs in the same order.
/// Source      delong-1988. Errors, cost, order of the input as of `roc_area`.
[[nodiscard]] Measured<RocDifference> roc_difference(std::span<const double> first,
                                                     std::span<const double> second,
                                                     std::span<const std::uint8_t> outcomes, double level);

} // namespace longmen::stats
