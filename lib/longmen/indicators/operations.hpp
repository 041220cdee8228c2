// SPDX-License-Identifier: GPL-3.0-or-later
// What was done with a right: sold, licensed, pledged, sued on.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/record/patent.hpp>

namespace longmen::indicators {

/// Transfers recorded.
///
/// Question    How often did the right change hands?
/// Definition  Number of transfers the record gives.
/// Source      gbt-42748-2023, record of operation.
/// Variant     As the source counts them, at its own date: not as of an earlier day.
/// Undefined   no_data           the source carries no such count.
///             impossible_value  the count is negative.
/// Inputs      patent  transfers.
/// Result      times, >= 0.
/// Errors      none.
/// Cost        O(1).
/// Stable      Copies an integer; same bits everywhere.
/// Checked by  test_operations
/// Grade       experimental since 0.2
[[nodiscard]] Measured<double> transfers(const Patent& patent, Date as_of);

/// Licences recorded.
///
/// Question    How often was the right licensed?
/// Definition  Number of licences the record gives.
/// Source      gbt-42748-2023, record of operation.
/// Variant     As the source counts them, at its own date: not as of an earlier day.
/// Undefined   no_data           the source carries no such count.
///             impossible_value  the count is negative.
/// Inputs      patent  licences.
/// Result      times, >= 0.
/// Errors      none.
/// Cost        O(1).
/// Stable      Copies an integer; same bits everywhere.
/// Checked by  test_operations
/// Grade       experimental since 0.2
[[nodiscard]] Measured<double> licences(const Patent& patent, Date as_of);

/// Pledges recorded.
///
/// Question    How often was the right pledged for a loan?
/// Definition  Number of pledges the record gives.
/// Source      gbt-42748-2023, record of operation.
/// Variant     As the source counts them, at its own date: not as of an earlier day.
/// Undefined   no_data           the source carries no such count.
///             impossible_value  the count is negative.
/// Inputs      patent  pledges.
/// Result      times, >= 0.
/// Errors      none.
/// Cost        O(1).
/// Stable      Copies an integer; same bits everywhere.
/// Checked by  test_operations
/// Grade       experimental since 0.2
[[nodiscard]] Measured<double> pledges(const Patent& patent, Date as_of);

/// Litigations recorded.
///
/// Question    How often was the right fought over in court?
/// Definition  Number of litigations the record gives.
/// Source      gbt-42748-2023, record of operation.
/// Variant     As the source counts them, at its own date: not as of an earlier day.
/// Undefined   no_data           the source carries no such count.
///             impossible_value  the count is negative.
/// Inputs      patent  litigations.
/// Result      times, >= 0.
/// Errors      none.
/// Cost        O(1).
/// Stable      Copies an integer; same bits everywhere.
/// Checked by  test_operations
/// Grade       experimental since 0.2
[[nodiscard]] Measured<double> litigations(const Patent& patent, Date as_of);

} // namespace longmen::indicators
