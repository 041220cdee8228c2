// SPDX-License-Identifier: GPL-3.0-or-later
// Number of claims: how finely the right is staked out.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/record/patent.hpp>

namespace longmen::indicators {

/// Number of claims.
///
/// Question    How many separately stated protections did the applicant pay for?
/// Definition  Number of claims of the document the record stands for.
/// Source      oecd-2013-03, claims.
/// Variant     As the export counts them, of the grant or of the application. In China a fee is due from the
///             11th claim on, so counts pile up at 10: ties are the rule.
/// Undefined   no_data           the export has no such column, or the cell is empty.
///             not_applicable    designs have no claims.
///             impossible_value  fewer than 1.
/// Inputs      patent  n_claims, type.
/// Result      claims, >= 1.
/// Errors      none.
/// Cost        O(1).
/// Stable      Copies an integer; same bits everywhere.
/// Checked by  test_claims
/// Grade       experimental since 0.1
[[nodiscard]] Measured<double> claims(const Patent& patent, Date as_of);

} // namespace longmen::indicators
