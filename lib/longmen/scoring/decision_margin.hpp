// SPDX-License-Identifier: GPL-3.0-or-later
// How little would have to change for a candidate to be chosen, or not to be: certificates for an appeal.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/scoring/choice.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace longmen::scoring {

/// One figure that changes alone. Put `to` in place of `from`, score anew, and the decision is the other one.
struct FigureFlip {
    double from = 0;
    double boundary = 0;      ///< no figure nearer to `from` than this flips
    double to = 0;            ///< at the boundary, or just beyond it; checked by scoring anew
    bool at_boundary = false; ///< the boundary itself flips (by the tie rule); no: only what lies beyond it
    std::optional<double> score; ///< of the candidate at `to`; nothing when it has none there
    std::optional<double> line;  ///< at `to`: of the one on the other side of the line, or the threshold
    std::optional<std::uint32_t> rival; ///< whose score that is
};

/// All weights together. `weights` flip the decision, checked by scoring anew.
struct WeightsFlip {
    bool found = false;
    bool exact = false;     ///< the bounds meet within the gap; not found and exact: no weights flip
    double lower_bound = 0; ///< no weights nearer than this flip (sum of absolute changes)
    double upper_bound = 0; ///< distance of `weights`, when found
    std::vector<double> weights;
    std::optional<double> score, line;
    std::optional<std::uint32_t> rival;
};

/// What flips the decision on one candidate.
struct DecisionMargin {
    std::uint32_t candidate = 0;
    bool chosen = false;
    std::optional<double> score;
    std::uint32_t place = 0;                          ///< from 1
    std::vector<std::optional<FigureFlip>> by_weight; ///< by term: the nearest weight that flips
    std::vector<std::optional<FigureFlip>> by_value;  ///< by term: the nearest value of its own that flips
    WeightsFlip by_weights;
    std::optional<FigureFlip> by_rule; ///< the number chosen, or the threshold
};

struct DecisionMarginOptions {
    std::vector<std::uint32_t> asked; ///< these candidates; empty: those near the line
    std::size_t near = 10;            ///< so many on each side of the line, when none are asked for
    double beyond = 1e-9;             ///< first step past a boundary that does not flip itself
    double gap = 1e-7;                ///< bounds so close are called exact
    std::size_t most_nodes = 20000;   ///< of the search over all weights, for one candidate
    bool all_weights = true;          ///< do that search
};

/// Certificates of decisions near a line.
///
/// Question    What is the smallest change of one weight, of all weights, of the rule or of one input under
/// which
///             this candidate would have been decided the other way?
/// Definition  The decision is `chosen_under`. One weight w_t goes to v while the others keep their
/// proportions
///             and share 1 - v (equal shares when w_t is 1). One value goes to v in 0..1, all else the same.
///             The threshold or the number chosen goes to another. All weights: least sum |w' - w| over w' >=
///             0 with sum 1.
/// Source      triantaphyllou-sanchez-1997 for one weight and one value with complete data and a single
/// rival;
///             land-doig-1960 for branch and bound.
/// Variant     The whole choice is decided anew, not one pair: whoever overtakes along the way counts. One
/// weight:
///             every weight at which a pair changes places is a root of a quadratic (linear with complete
///             data); these are walked outwards from the weight as it is. All weights: branch and bound over
///             which rivals are beaten, with a linear program at each node; pairs with different terms
///             defined are not linear, so there the level of the candidate's score is bracketed and the
///             brackets are halved. A lead below 1/grain is a tie. A value that is undefined stays so.
/// Undefined   No flip on either side: nothing. The search over all weights always gives both bounds, and
/// says
///             whether they meet; when it stops at most_nodes they need not.
/// Inputs      choice, checked; options: asked candidates exist, beyond and gap above 0.
/// Result      by place of the candidate in the decision as it is.
/// Errors      UsageError  by check_choice, or options out of range.
/// Cost        one weight: O(n m) a place looked at, at most 4 n of them and mostly a few; all weights: for
/// rule
///             `at_least` one linear program, else up to most_nodes of them.
/// Stable      Each candidate alone, on one thread: same bits for any number of threads. The order of the
///             candidates matters only through tie_places.
/// Checked by  test_decision_margin (grids and vertices of the weights on small choices; every certificate
///             scored anew)
/// Grade       experimental since 0.2
[[nodiscard]] std::vector<DecisionMargin>
decision_margins(const Choice& choice, const DecisionMarginOptions& options, Threads& threads);

} // namespace longmen::scoring
