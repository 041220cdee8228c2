// SPDX-License-Identifier: GPL-3.0-or-later
// Time between two dates in years, by anniversaries, so that leap days move nothing.
#pragma once

#include <longmen/base/date.hpp>

namespace longmen::indicators {

/// Whole anniversaries passed, plus the share of the running year in days: 2016-02-29 to 2017-02-28 is 1.
/// Where one side is known to the year only, the difference of the years. Negative when `to` lies before.
[[nodiscard]] double years_between(Date from, Date to);

} // namespace longmen::indicators
