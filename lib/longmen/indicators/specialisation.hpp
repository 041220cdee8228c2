// SPDX-License-Identifier: GPL-3.0-or-later
// Specialisation of a party in a field: is the field's share in its portfolio above that in the whole?
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/stats/distributions.hpp>

namespace longmen::indicators {

/// The counts that decide. They may be fractional (a document shared out among its fields).
struct SpecialisationCounts {
    double own = 0;       ///< of the party in the field
    double own_total = 0; ///< of the party in all fields
    double field = 0;     ///< of everybody in the field
    double total = 0;     ///< of everybody in all fields
};

struct Specialisation {
    double rta = 0; ///< revealed technological advantage, >= 0; 1 is neither strong nor weak
    stats::Interval rta_interval;
    double rpa_ratio = 0; ///< 100 (RTA - 1) / (RTA + 1), -100..100
    double rpa_tanh = 0;  ///< 100 tanh(ln RTA), -100..100
    double expected = 0;  ///< own_total x field / total
};

/// Specialisation of a party in a field.
///
/// Question    Is a field more at home in this portfolio than in the whole?
/// Definition  RTA = (own / own_total) / (field / total).
///             rpa_ratio = 100 (RTA - 1) / (RTA + 1).
///             rpa_tanh = 100 tanh(ln RTA) = 100 (RTA^2 - 1) / (RTA^2 + 1).
/// Source      soete-1987 for RTA; grupp-1994 for RPA as tanh(ln), from memory.
/// Variant     The whole holds the party. RTA, RCA and the location quotient are one formula. The interval is
///             Clopper and Pearson's for own of own_total, divided by field / total, which is taken as known:
///             exact for a party that is small beside the whole, too wide for one that makes up much of it.
///             No count is shrunk or raised; own = 0 gives RTA 0 with an upper end.
/// Undefined   zero_denominator  own_total, field or total is 0.
///             impossible_value  a count is negative, or a part above its whole.
/// Inputs      counts; level of the interval in 0..1.
/// Result      the forms of the same value, and the count expected without specialisation.
/// Errors      UsageError  level out of range.
/// Cost        O(1).
/// Stable      A fixed order of operations: same bits everywhere.
/// Checked by  test_specialisation (worked values; coverage of the interval summed over the binomial)
/// Grade       experimental since 0.2
[[nodiscard]] Measured<Specialisation> specialisation(const SpecialisationCounts& counts, double level);

} // namespace longmen::indicators
