// SPDX-License-Identifier: GPL-3.0-or-later
// How long rights of a cohort are kept: survival by renewal, with those still alive counted for what they
// tell.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/stats/distributions.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace longmen::indicators {

/// One right, from its filing on.
struct RenewalSpell {
    double years = 0;
    bool lapsed = false; ///< given up then; otherwise known to live up to then, and no further
};

/// The dates that make a spell.
struct RenewalDates {
    std::optional<Date> filed, lapsed;
    std::optional<Date> term_end; ///< first day after the full term, by TermRules
    bool alive = false;           ///< known to be in force on the cut-off date, when it has not lapsed
};

/// Years from filing to lapse, or to where knowledge ends.
/// Variant     A right whose term has ended is censored there: expiry is no decision. So is one that lapsed
///             on or after the last day of its term. A lapse after `as_of` is not known yet.
/// Undefined   no_data           no filing date, or dates not known to the day, or neither a lapse, nor an
///                               ended term, nor known to be alive.
///             not_applicable    filed after as_of.
///             impossible_value  a lapse or an end of term before the filing.
[[nodiscard]] Measured<RenewalSpell> renewal_spell(const RenewalDates& dates, const Date& as_of);

struct SurvivalStep {
    double years = 0;
    std::size_t at_risk = 0, lapses = 0;
    double survival = 1;       ///< just after
    double standard_error = 0; ///< Greenwood
    stats::Interval interval;
};

struct RenewalSurvival {
    std::size_t rights = 0, lapses = 0;
    double longest = 0;              ///< years to the last lapse or censoring
    std::vector<SurvivalStep> steps; ///< one for each time of lapse, ascending
    /// The first time at which no more than half survive.
    Measured<double> median = Undefined::window_open;
    std::optional<double> median_low, median_high; ///< nothing where the interval is open

    /// Share that survives beyond `years`; window_open beyond what is known of any right that survives.
    [[nodiscard]] Measured<double> at(double years) const;
};

/// Survival of rights by renewal.
///
/// Question    What share of the rights of a cohort is kept for at least t years?
/// Definition  S(t) = product over times of lapse u <= t of (1 - lapses at u / rights at risk at u).
/// Source      kaplan-meier-1958; greenwood-1926 for the variance S^2 sum d / (n (n - d));
///             brookmeyer-crowley-1982 for the interval of the median.
/// Variant     A right censored at u is still at risk at u. The interval is that of ln(-ln S) with
///             Greenwood's variance, so it stays within 0..1; where S is 0 it is [0, 0] as there is nothing
///             to linearise, and where S is 1 there is no step. The median's interval (Brookmeyer and
///             Crowley) holds the times at which the interval of S holds one half. Lapse and censoring must
///             be independent: a cohort of one field and filing years is the caller's care.
/// Undefined   no_data      no spells.
///             window_open  for the median: more than half survive as far as is known.
/// Inputs      spells, years >= 0; level of the intervals in 0..1.
/// Result      see RenewalSurvival.
/// Errors      UsageError  a negative spell, or a level out of range.
/// Cost        O(n log n).
/// Stable      Sorted first, then one product: same bits for any order of the input.
/// Checked by  test_renewal_survival (definition on random spells; Freireich's published remissions)
/// Grade       experimental since 0.2
[[nodiscard]] Measured<RenewalSurvival> renewal_survival(std::span<const RenewalSpell> spells, double level);

} // namespace longmen::indicators
