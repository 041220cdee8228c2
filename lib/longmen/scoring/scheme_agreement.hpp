// SPDX-License-Identifier: GPL-3.0-or-later
// What depends on the choice of weights: how far rankings by several schemes agree, and who moves.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/scoring/number_table.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace longmen::scoring {

/// All 0 for a candidate that is not compared.
struct RankOverSchemes {
    std::uint32_t least = 0, greatest = 0;             ///< best and worst rank
    std::size_t least_scheme = 0, greatest_scheme = 0; ///< columns where they stand first
};

struct SchemeAgreement {
    std::size_t schemes = 0, compared = 0;
    std::vector<Measured<double>> spearman, kendall; ///< schemes x schemes, row by row
    std::vector<std::vector<std::uint32_t>> ranks;   ///< by scheme, then candidate; 0 when not compared
    std::vector<RankOverSchemes> candidates;
};

/// Agreement of the rankings that several weighting schemes give.
///
/// Question    Would other weights have given another order, and for whom?
/// Definition  For each scheme, ranks from the highest score down, equals sharing the smallest; for each pair
///             of schemes Spearman's rho and Kendall's tau-b; for each candidate the extremes of its ranks.
/// Source      spearman-1904, kendall-1945
/// Variant     Only candidates with a score in every scheme are compared, so that all ranks are out of the
///             same number. A scheme agrees with itself by 1 where that is defined.
/// Undefined   no_data           less than two candidates compared.
///             zero_denominator  a scheme gives all the same score.
/// Inputs      candidates in rows, schemes in columns; higher scores are better; NaN where there is none.
///             Scores that should be equal must be equal: round them first.
/// Result      see SchemeAgreement.
/// Errors      UsageError  an infinite cell, with its row and column; no schemes.
/// Cost        O(s^2 m log m) for m candidates and s schemes.
/// Stable      Integer counts and sums of quarters (exact up to 300,000 candidates): same bits in any order.
/// Checked by  test_scheme_agreement (hand cases; the definition on random tables with ties and gaps)
/// Grade       experimental since 0.3
[[nodiscard]] SchemeAgreement scheme_agreement(const NumberTable& scores);

} // namespace longmen::scoring
