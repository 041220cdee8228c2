// SPDX-License-Identifier: GPL-3.0-or-later
// Candidates by their distances from the best and the worst that the candidates show (TOPSIS).
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/scoring/number_table.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace longmen::scoring {

struct TopsisCandidate {
    Measured<double> closeness = Undefined::no_data; ///< 0 the worst in all terms .. 1 the best in all
    double to_ideal = 0, to_anti_ideal = 0;          ///< 0 for candidates with a missing term
    std::uint32_t rank = 0;                          ///< from 1, equals share the smallest; 0 without a value
    std::vector<std::size_t> missing;                ///< columns that count and have no value, ascending
};

struct Topsis {
    std::vector<double> weights; ///< as used: sum 1
    /// In the columns' own units; not_applicable for a column of weight 0; empty when none is compared.
    std::vector<Measured<double>> ideal, anti_ideal;
    std::vector<TopsisCandidate> candidates;
    std::size_t compared = 0; ///< candidates without a missing term
};

/// Technique for order preference by similarity to the ideal solution.
///
/// Question    Which candidate is near to the best and far from the worst at once?
/// Definition  v_ij = w_j x_ij / sqrt(sum of x_kj^2);  the ideal has the best v of each column, the
///             anti-ideal the worst;  d+ and d- = Euclidean distances from them;
///             closeness = d- / (d+ + d-), rounded to nine decimals as scores are.
/// Source      hwang-yoon-1981
/// Variant     Only candidates with a value in every column of weight above 0 are compared: they alone make
///             norms and ideals, so one with a gap changes nothing for the others. Vector normalisation is
///             blind to units, not to zero points. Ideals come from the candidates: another candidate can
///             turn the order of two others round.
/// Undefined   no_data           a term is missing (see `missing`).
///             zero_denominator  all compared candidates are equal in every term.
/// Inputs      candidates in rows, terms in columns, NaN where undefined; weights >= 0, divided by their sum;
///             a direction for each column.
/// Result      see Topsis.
/// Errors      UsageError  an infinite cell, with its row and column; weights or directions of another number
///                         than columns; a negative weight or one that is no number, with its column; no
///                         weight above 0.
/// Cost        O(n m log m) for m candidates and n terms.
/// Stable      Squares are summed in ascending order: same bits for any order of the candidates.
/// Checked by  test_topsis (Hwang and Yoon's aircraft; the definition on random tables with gaps)
/// Grade       experimental since 0.3
[[nodiscard]] Topsis topsis(const NumberTable& values, std::span<const double> weights,
                            std::span<const Direction> directions);

} // namespace longmen::scoring
