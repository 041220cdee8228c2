// SPDX-License-Identifier: GPL-3.0-or-later
// How long the office took to grant.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/record/patent.hpp>

namespace longmen::indicators {

/// Days from filing to grant.
///
/// Question    How quickly was the right won? Applicants push what matters to them.
/// Definition  date of grant - date of filing, in days.
/// Source      oecd-2013-03, grant lag.
/// Variant     The date of grant is that of its announcement. Both dates must be known to the day.
/// Undefined   not_granted       not granted, or only after as_of.
///             no_data           granted at a date not known, filing date not known, or not known to the day.
///             impossible_value  negative, or longer than the longest term, 20 years.
/// Inputs      patent  app_date, grant_date, status.
///             as_of   the cut-off date.
/// Result      days, >= 0.
/// Errors      none.
/// Cost        O(1).
/// Stable      Integer difference; same bits everywhere.
/// Checked by  test_grant_lag
/// Grade       experimental since 0.1
[[nodiscard]] Measured<double> grant_lag(const Patent& patent, Date as_of);

/// The same from two dates.
[[nodiscard]] Measured<double> grant_lag(Date filing, Date grant);

} // namespace longmen::indicators
