// SPDX-License-Identifier: GPL-3.0-or-later
// Weights from judgements of pairs: how many times does one term matter as much as another?
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/scoring/number_table.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace longmen::scoring {

/// Mean consistency index of random judgements for 3, 4, ... 15 terms, as saaty-1980 prints it. The value for
/// 12 terms breaks the order: it comes of 500 random matrices a size.
inline constexpr std::array<double, 13> saaty_random_indices{0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45,
                                                             1.49, 1.51, 1.48, 1.56, 1.57, 1.59};
/// The same from 100,000 random matrices a size: alonso-lamata-2006.
inline constexpr std::array<double, 13> alonso_lamata_random_indices{
    0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854, 1.5141, 1.5365, 1.5551, 1.5713, 1.5838};

struct PairwiseOptions {
    /// How far a judgement times its opposite may be from 1. The default takes fractions written with three
    /// decimals (0.143 for 1/7) and refuses those with two.
    double reciprocal_tolerance = 0.005;
    std::span<const double> random_indices = saaty_random_indices; ///< for 3, 4, ... terms
    double acceptable_ratio = 0.1;                                 ///< Saaty's rule of thumb
};

struct PairwiseWeights {
    std::vector<double> weights;   ///< principal eigenvector, sum 1
    std::vector<double> geometric; ///< geometric means of the rows, sum 1
    double lambda_max = 0;         ///< principal eigenvalue
    double consistency_index = 0;
    Measured<double> consistency_ratio = Undefined::no_data;
    Measured<bool> acceptable = Undefined::no_data; ///< ratio <= acceptable_ratio; true up to two terms
};

/// Weights by the analytic hierarchy process.
///
/// Question    Which weights stand behind judgements such as "a matters three times as much as b"?
/// Definition  weights = positive w with A w = lambda_max w, sum of w = 1;
///             consistency_index = (lambda_max - n) / (n - 1), 0 for one term;
///             consistency_ratio = consistency_index / random index of n terms.
/// Source      saaty-1977, saaty-1980; geometric means: crawford-williams-1985.
/// Variant     A judgement is taken as sqrt(a_ij / a_ji), so that both of its cells count alike when they are
///             rounded. Eigenvector by repeated squaring of the matrix, balanced by the geometric means:
///             sums of positive numbers only, so small weights are as exact as large ones.
/// Undefined   consistency_ratio: not_applicable  up to two terms, whose judgements cannot contradict;
///                                no_data         more terms than random indices (so is acceptable).
/// Inputs      judgements  one row and one column a term; cell (i, j): how many times i matters as much as
/// j.
///             options     tolerance and random indices.
/// Result      see PairwiseWeights.
/// Errors      UsageError  no terms; not square; a cell that is not a number above 0 and within
///                         1/1,000,000..1,000,000; a diagonal that is not 1; a pair that is not reciprocal,
///                         with its cells; a tolerance or random index that is not above 0.
/// Cost        O(n^3) for each of some ten squarings.
/// Stable      Fixed order of sums over the terms.
/// Checked by  test_pairwise_weights (Saaty's nations and house; a general eigenvalue solver on random
///             matrices; consistent matrices give back their weights; a draw of random matrices gives the
///             random indices)
/// Grade       experimental since 0.3
[[nodiscard]] PairwiseWeights pairwise_weights(const NumberTable& judgements,
                                               const PairwiseOptions& options = {});

/// A judgement, and what the others say in its place.
struct JudgementDisturbance {
    std::size_t row = 0, column = 0; ///< row < column
    double given = 0;
    double implied = 0;           ///< ratio of the weights found without it
    double consistency_index = 0; ///< of the judgements without it
};

/// Which judgements disturb consistency most?
///
/// Question    Which pair should be thought over first?
/// Definition  A judgement is left out by harker-1987: its two cells become 0 and the two diagonal cells 2;
///             lambda, index and weights are those of that matrix. The one whose leaving brings the index
///             down most stands first.
/// Source      harker-1987; the use of it to mend judgements: saaty-2003.
/// Variant     Indices are compared to nine decimals; equals stand by row, then column. With three terms any
///             judgement left out makes the rest consistent, so all three are equal.
/// Undefined   empty up to two terms.
/// Inputs      as pairwise_weights.
/// Result      all pairs, the most disturbing first.
/// Errors      as pairwise_weights.
/// Cost        O(n^5).
/// Stable      Fixed order of sums.
/// Checked by  test_pairwise_weights (Saaty's house: neighbourhood against condition; a spoilt judgement
///             among consistent ones is found)
/// Grade       experimental since 0.3
[[nodiscard]] std::vector<JudgementDisturbance> judgement_disturbances(const NumberTable& judgements,
                                                                       const PairwiseOptions& options = {});

} // namespace longmen::scoring
