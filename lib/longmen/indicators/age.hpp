// SPDX-License-Identifier: GPL-3.0-or-later
// Age of a patent at the cut-off date.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/record/patent.hpp>

namespace longmen::indicators {

/// Years from filing to the cut-off date.
///
/// Question    How old is the application?
/// Definition  years_between(date of filing, as_of): anniversaries passed plus the share of the running year.
/// Source      cn-patent-law-2020, article 42: terms run from the date of filing.
/// Variant     Filing date, not priority date. A filing known to the year only gives whole years.
/// Undefined   no_data         no filing date.
///             not_applicable  filed after as_of.
/// Inputs      patent  app_date.
///             as_of   the cut-off date.
///             A bare snapshot: its days of filing, else the days of its clock (publication, or the date of
///             the table).
/// Result      years, >= 0.
/// Errors      none.
/// Cost        O(1).
/// Stable      One division of integers; same bits everywhere.
/// Checked by  test_age
/// Grade       experimental since 0.1
[[nodiscard]] Measured<double> age(const Patent& patent, Date as_of);

} // namespace longmen::indicators
