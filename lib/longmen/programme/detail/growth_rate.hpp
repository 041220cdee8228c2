// SPDX-License-Identifier: GPL-3.0-or-later
// Growth as a yearly rate.
#pragma once

#include <cmath>

namespace longmen::programme::detail {

/// 0.1 = 10 % a year. Precondition: from above 0, to not below, span from 1.
[[nodiscard]] inline double growth_rate(double from, double to, int span) {
    const double ratio = to / from;
    return (span == 1 ? ratio : std::pow(ratio, 1.0 / span)) - 1;
}

} // namespace longmen::programme::detail
