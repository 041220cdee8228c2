// SPDX-License-Identifier: GPL-3.0-or-later
// Weights found in the data: where candidates differ, not what matters.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/scoring/number_table.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace longmen::scoring {

struct EntropyWeights {
    std::vector<Measured<double>> entropies; ///< by column, 0..1; 1 where all candidates are equal
    Measured<std::vector<double>> weights = Undefined::no_data; ///< by column, sum 1
};

/// Weights by entropy.
///
/// Question    In which terms is the total spread most unevenly over the candidates?
/// Definition  p_ij = x_ij / sum of x_kj over the m_j candidates that have a value in column j;
///             e_j = -sum of p_ij ln p_ij / ln m_j;  w_j = (1 - e_j) / sum of (1 - e_k).
/// Source      shannon-1948 for the entropy; hwang-yoon-1981 for its use as weight.
/// Variant     0 ln 0 = 0. Only defined cells count, so columns may have different m_j. Shares do not know
///             directions: a term where less is better is weighed by the same rule. Values as they are, not
///             moved: adding a constant to a column changes its weight, another unit does not. Columns
///             without entropy have weight 0, as constant ones do.
/// Undefined   entropy: no_data           less than two defined cells.
///                      zero_denominator  all cells are 0.
///             weights: no_data           no column has an entropy.
///                      zero_denominator  no column tells candidates apart.
/// Inputs      candidates in rows, terms in columns, values >= 0, NaN where undefined.
/// Result      see EntropyWeights.
/// Errors      UsageError  a negative or infinite cell, with its row and column; no columns.
/// Cost        O(n m log m) for m candidates and n terms.
/// Stable      Each column is sorted before it is summed: same bits for any order of the candidates.
/// Checked by  test_data_weights (Hwang and Yoon's aircraft; the definition on random tables with gaps)
/// Grade       experimental since 0.3
[[nodiscard]] EntropyWeights entropy_weights(const NumberTable& values);

struct CriticOptions {
    std::size_t least_common = 3; ///< candidates two columns need in common for a correlation
};

struct CriticWeights {
    std::vector<Measured<double>> deviations;                   ///< by column, of values brought to 0..1
    std::vector<Measured<double>> correlations;                 ///< columns x columns, row by row
    std::vector<Measured<double>> information;                  ///< by column: deviation x conflict
    Measured<std::vector<double>> weights = Undefined::no_data; ///< by column, sum 1
};

/// Weights by contrast and conflict (CRITIC).
///
/// Question    Which terms tell candidates apart, and say what the other terms do not say?
/// Definition  x is brought to 0..1 between the worst and the best of its column, by its direction;
///             deviation_j = population standard deviation; r_jk = Pearson's correlation;
///             information_j = deviation_j x sum over k of (1 - r_jk);  w_j = information_j / sum.
/// Source      diakoulaki-1995
/// Variant     Deviations over the defined cells of a column, correlations over the candidates two columns
///             have in common. Columns with fewer than two values, or all equal, are set aside: weight 0, and
///             no part in the conflict of the others. A pair without a correlation counts as the mean of the
///             other pairs of the column. Correlations within 1e-12 of 1 count as 1.
/// Undefined   deviation: no_data  less than two defined cells; 0 where all are equal.
///             correlation, hence information: no_data  a column set aside, fewer candidates in common than
///             options say, or one of the two constant over these; information: no pair has a correlation.
///             weights: no_data           no column has information (so with one column alone).
///                      zero_denominator  all information is 0: all columns say the same.
/// Inputs      candidates in rows, terms in columns, NaN where undefined; a direction for each column.
/// Result      see CriticWeights.
/// Errors      UsageError  an infinite cell, with its row and column; no columns; directions of another
///                         number; least_common below 2.
/// Cost        O(n m log m + n^2 m).
/// Stable      Rows are put in the order of their values first: same bits for any order of the candidates.
/// Checked by  test_data_weights (the authors' firms; the definition on random tables with gaps)
/// Grade       experimental since 0.3
[[nodiscard]] CriticWeights critic_weights(const NumberTable& values, std::span<const Direction> directions,
                                           const CriticOptions& options = {});

} // namespace longmen::scoring
