// SPDX-License-Identifier: GPL-3.0-or-later
// Validity at the cut-off date: dead, pending, in force.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/record/patent.hpp>

#include <array>
#include <string_view>

namespace longmen::indicators {

/// The categories, worst first; the indicator's value is the position.
inline constexpr std::array<std::string_view, 3> status_categories{"dead", "pending", "in_force"};

/// Validity of the record as of a date: what the source says, moved by the dates that are known. A right in
/// force is `dead` from the end of its term on, and `pending` before its grant.
[[nodiscard]] Validity validity_at(const Patent& patent, Date as_of);

/// Validity as an indicator.
///
/// Question    Is there a right, may there be one, or is it gone?
/// Definition  Position of validity_at(patent, as_of) in status_categories.
/// Source      cn-patent-law-2020, articles 39, 40, 42 and 44.
/// Variant     Canonical states of the vocabulary folded to three. A source says how things stood at its own
///             cut-off; only grant and end of term are moved to as_of, a lapse in between is not known.
/// Undefined   no_data         the source gives no legal status.
///             not_applicable  filed after as_of.
/// Inputs      patent  status, app_date, grant_date, expiry_date, type.
///             as_of   the cut-off date.
/// Result      0 dead, 1 pending, 2 in force.
/// Errors      none.
/// Cost        O(1).
/// Stable      Comparisons of integers; same bits everywhere.
/// Checked by  test_status
/// Grade       experimental since 0.1
[[nodiscard]] Measured<double> status(const Patent& patent, Date as_of);

} // namespace longmen::indicators
