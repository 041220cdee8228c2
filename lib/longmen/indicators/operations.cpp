// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of what was done with a right.
#include <longmen/indicators/operations.hpp>

#include <longmen/indicators/detail/count.hpp>

namespace longmen::indicators {

Measured<double> transfers(const Patent& patent, Date /*as_of*/) {
    return detail::count_value(patent.transfers, 0);
}

Measured<double> licences(const Patent& patent, Date /*as_of*/) {
    return detail::count_value(patent.licences, 0);
}

Measured<double> pledges(const Patent& patent, Date /*as_of*/) {
    return detail::count_value(patent.pledges, 0);
}

Measured<double> litigations(const Patent& patent, Date /*as_of*/) {
    return detail::count_value(patent.litigations, 0);
}

} // namespace longmen::indicators
