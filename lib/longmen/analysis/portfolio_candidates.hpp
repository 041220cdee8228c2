// SPDX-License-Identifier: GPL-3.0-or-later
// Families a person should look at when fees are to be saved: a stated rule, with what speaks for and
// against.
#pragma once

#include <longmen/analysis/portfolio.hpp>
#include <longmen/analysis/portfolio_rules.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace longmen::analysis {

/// The conditions, all needed.
enum class CandidateRule : std::uint8_t {
    in_force,     ///< a member is in force: there is a fee to save
    low_value,    ///< the percentile of its value in its cohort is low
    solid_value,  ///< that value rests on enough data and cannot grow with the records yet to come
    costly,       ///< its fees ahead lie above the stated percentile of the portfolio's
    unused,       ///< no event shows that somebody uses, wants or fights over it
    others_above, ///< enough active families of its field in the portfolio have a higher value
    count_
};
inline constexpr std::size_t candidate_rules = static_cast<std::size_t>(CandidateRule::count_);
[[nodiscard]] std::string_view candidate_rule_key(CandidateRule rule);
/// The condition in a few words.
[[nodiscard]] Text candidate_rule_text(CandidateRule rule);

enum class Told : std::uint8_t { no, yes, unknown };
[[nodiscard]] std::string_view told_key(Told told);

struct Candidate {
    std::size_t family = 0; ///< position in Portfolio::families
    bool sure = false;      ///< every condition is known to hold; else: to look at
    std::array<Told, candidate_rules> told{};
    std::size_t above = 0;         ///< active families of its field with a higher value
    std::map<int, Money> saving;   ///< known fees ahead by year of due date
    Money saved;                   ///< their sum
    std::vector<Sentence> reasons; ///< for: conditions that hold
    std::vector<Sentence> against; ///< facts besides the conditions that speak for keeping it
    std::vector<Sentence> unknown; ///< what has to be found out first
};

struct Candidates {
    std::vector<Candidate> rows; ///< the sure ones first, then by sum saved (most first), then by number
    std::size_t looked_at = 0;   ///< families that are active or of unknown status
    std::size_t sure = 0;
    std::array<std::array<std::size_t, 3>, candidate_rules> tally{}; ///< by condition and Told
    std::optional<Money> cost_line; ///< the percentile of costs; nothing when none is known
};

/// Which families of a portfolio a person should look at when fees are to be saved.
///
/// Question    Where could annual fees be saved at little loss?
/// Definition  A family is listed when none of the conditions fails: sure when all hold, to look at when one
///             or more cannot be told. Families of unknown status are looked at too, as in force unknown.
///             low_value     percentile in the cohort <= low_percentile; unknown without a percentile.
///             solid_value   value complete and coverage >= min_coverage, else unknown: it may still rise.
///             costly        fees up to `until` above the cost_percent-th percentile of those of the active
///                           families with a right in force and known fees; unknown when they are not.
///             unused        no event of the kinds of `use`; unknown when nothing is told of any member.
///             others_above  at least that many active families of the same field have a higher value, or
///                           an equal one and a smaller number of their representative. So the best family
///                           of a field is never sure, and if all those that are sure went, no field would
///                           be left empty.
/// Source      default of this project, see models/reports/portfolio.toml.
/// Variant     A family without a right in force is never listed: there is no annual fee to save yet.
/// Undefined   What is not known is never taken for no: it turns the finding into `to look at`.
/// Inputs      a portfolio with its inputs; thresholds.
/// Result      see Candidates. It is a list for a person to go through, not advice to give a right up.
/// Errors      none.
/// Cost        O(n log n) for n families.
/// Stable      The same for any order of families and patents: ties go by number.
/// Checked by  test_portfolio_candidates (hand cases; the definition taken literally on random portfolios)
/// Grade       experimental since 0.3
[[nodiscard]] Candidates candidates_of(const Portfolio& portfolio, const PortfolioInputs& inputs,
                                       const PortfolioRules& rules);

} // namespace longmen::analysis
