// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a rank is the luck of who happens to be in the cohort?
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/scoring/evaluate.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace longmen::scoring {

struct CohortBootstrapOptions {
    std::size_t draws = 200;
    std::uint64_t seed = 1;
    double low_share = 0.05, high_share = 0.95; ///< of the draws, at the ends of what is told
};

/// Of a patent, an enterprise or a park; all 0 where it has no value.
struct BootstrapRange {
    double value_low = 0, value_high = 0;
    std::uint32_t rank_low = 0, rank_high = 0; ///< best and worst
};

struct CohortBootstrap {
    std::vector<BootstrapRange> patents, enterprises, parks; ///< by position in the corpus, in the scores
    std::size_t draws = 0;
    std::uint64_t seed = 0;
};

/// Values and ranks when each cohort is drawn anew.
///
/// Question    How far would a value and a rank move if the patents of the cohorts were others of the same
/// kind? Definition  Each draw takes from each cohort of each term as many members as it has, with
/// replacement; 99th
///             percentiles, percentiles and means are read off these, the raw values of the patents stay;
///             values and ranks are made as evaluate does.
/// Source      efron-1979, the bootstrap; cohorts are resampled, not the patents that are ranked.
/// Variant     Cohorts are drawn apart from each other, for each term by itself, though they share members.
/// What
///             has no cohort does not move, nor do cohorts of a baseline, whose members are not at hand. A
///             patent whose 99th percentile falls to 0 in a draw has that term left out in it;
///             representatives of families are chosen anew.
/// Undefined   No value: all 0.
/// Inputs      scores of this corpus and model; draws from 2; 0 <= low_share < high_share <= 1.
/// Result      The values and ranks at the positions floor(low_share (draws - 1)) and ceil(high_share (draws
/// - 1))
///             of the draws in order, each figure by itself.
/// Errors      UsageError  draws or shares out of range.
/// Cost        O(draws x (members of all cohorts + n k + n log n)); 12 bytes x draws x (patents, enterprises
/// and
///             parks with a value).
/// Stable      Draws are streams of their own, told by seed, draw, term and cohort: same bits for any number
/// of
///             threads and any order of the patents.
/// Checked by  test_cohort_bootstrap (by definition on small corpora; the spread of a percentile against the
///             binomial)
/// Grade       experimental since 0.2
[[nodiscard]] CohortBootstrap cohort_bootstrap(const ValueModel& model, const Scores& scores,
                                               const CohortBootstrapOptions& options, Threads& threads);

} // namespace longmen::scoring
