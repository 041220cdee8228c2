// SPDX-License-Identifier: GPL-3.0-or-later
// How long the right can still last by law.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/record/patent.hpp>

namespace longmen::indicators {

/// Years of legal term left.
///
/// Question    For how long can the right still exclude others?
/// Definition  years_between(as_of, expiry_date), the first day after the full term.
/// Source      cn-patent-law-2020, article 42.
/// Variant     Legal, not economic, life: later fees are taken as paid. A pending application counts with the
///             term it would have. Compensation of term only as the source gives it, in days or in its expiry
///             date. Other offices only where the source gives the expiry date.
/// Undefined   not_in_force      dead, or its term has ended at as_of.
///             no_data           legal status not known (the right may be gone), or no term known.
///             not_applicable    filed after as_of.
///             impossible_value  the term ends before the filing.
/// Inputs      patent  status, expiry_date, app_date.
///             as_of   the cut-off date.
/// Result      years, > 0.
/// Errors      none.
/// Cost        O(1).
/// Stable      One division of integers; same bits everywhere.
/// Checked by  test_remaining_life
/// Grade       experimental since 0.1
[[nodiscard]] Measured<double> remaining_life(const Patent& patent, Date as_of);

} // namespace longmen::indicators
