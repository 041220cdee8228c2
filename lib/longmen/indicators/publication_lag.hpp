// SPDX-License-Identifier: GPL-3.0-or-later
// How long after filing the latest document was published.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/record/patent.hpp>

namespace longmen::indicators {

/// Years from filing to publication.
///
/// Question    How long did the document take from the applicant to the public?
/// Definition  years_between(date of filing, date of publication).
/// Source      allison-2004, one of the marks of valuable patents.
/// Variant     The record's date of publication: of a granted patent that of the grant where the source gives
/// it
///             so. Dates known to the year give whole years.
/// Undefined   no_data           one of the dates is not known.
///             not_applicable    published after as_of.
///             impossible_value  published before the filing.
/// Inputs      patent  app_date, pub_date.
///             as_of   the cut-off date.
/// Result      years, >= 0.
/// Errors      none.
/// Cost        O(1).
/// Stable      One division of integers; same bits everywhere.
/// Checked by  test_publication_lag
/// Grade       experimental since 0.2
[[nodiscard]] Measured<double> publication_lag(const Patent& patent, Date as_of);

} // namespace longmen::indicators
