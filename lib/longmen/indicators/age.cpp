// SPDX-License-Identifier: GPL-3.0-or-later
// Years from filing.
#include <longmen/indicators/age.hpp>

#include <longmen/indicators/years.hpp>

namespace longmen::indicators {

Measured<double> age(const Patent& patent, Date as_of) {
    if (!patent.app_date) {
        return Undefined::no_data;
    }
    if (patent.app_date->days() > as_of.days()) {
        return Undefined::not_applicable;
    }
    return years_between(*patent.app_date, as_of);
}

} // namespace longmen::indicators
