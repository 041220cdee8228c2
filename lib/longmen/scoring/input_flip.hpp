// SPDX-License-Identifier: GPL-3.0-or-later
// The nearest figure of a candidate that alone turns the decision on it, all scored anew.
#pragma once

#include <longmen/scoring/choice.hpp>
#include <longmen/scoring/term_input.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace longmen::scoring {

struct InputFlip {
    double from = 0, to = 0;     ///< in the unit of the term, or places of categories
    double value = 0;            ///< normalised, at `to`
    std::optional<double> cap;   ///< at `to`: the 99th percentile it is held against
    std::optional<double> score; ///< of the candidate at `to`
    std::optional<double> line;  ///< at `to`: of the one on the other side of the line, or the threshold
    std::optional<std::uint32_t> rival;
    bool stands = true; ///< no: it loses its standing as a candidate there (see TermInput::may_stand)
};

/// Certificate by one input.
///
/// Question    To what must this figure change, all others being as they are, for the decision to be the
/// other one? Definition  The figure goes to multiples of the term's step. Cohorts in which it is are made
/// anew with it: its own
///             value and those of all who are held against these cohorts. Weights and rule stay.
/// Variant     A figure that favours its candidate favours no rival, so between two bends the decision turns
/// once and
///             is found by halving. Categories are tried one by one, the nearest by value first.
/// Undefined   Nothing where no figure in `low`..`high` turns it, where the term is undefined for the
/// candidate, and
///             beyond figures that would take the 99th percentile of a cohort to 0 or from it (terms would
///             come and go).
/// Inputs      choice, checked; `input` of its term `term`, by the same candidates.
/// Cost        O(n m) once, then O(c log n) a figure tried, c being those held against the same cohorts.
/// Stable      Depends on the arguments alone.
/// Checked by  test_input_flip (every figure of small corpora, scored anew)
/// Grade       experimental since 0.2
[[nodiscard]] std::optional<InputFlip> input_flip(const Choice& choice, const TermInput& input,
                                                  std::size_t term, std::uint32_t candidate);

} // namespace longmen::scoring
