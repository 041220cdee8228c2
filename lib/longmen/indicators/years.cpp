// SPDX-License-Identifier: GPL-3.0-or-later
// Years by anniversaries.
#include <longmen/indicators/years.hpp>

namespace longmen::indicators {

double years_between(Date from, Date to) {
    if (from.precision() == DatePrecision::year || to.precision() == DatePrecision::year) {
        return to.year() - from.year();
    }
    if (to.days() < from.days()) {
        return -years_between(to, from);
    }
    int whole = to.year() - from.year();
    if (from.add_years(whole).days() > to.days()) {
        --whole;
    }
    const auto anniversary = from.add_years(whole).days();
    const auto next = from.add_years(whole + 1).days();
    return whole + static_cast<double>(to.days() - anniversary) / static_cast<double>(next - anniversary);
}

} // namespace longmen::indicators
