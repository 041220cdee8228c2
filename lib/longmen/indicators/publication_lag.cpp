// SPDX-License-Identifier: GPL-3.0-or-later
// Years from filing to publication.
#include <longmen/indicators/publication_lag.hpp>

#include <longmen/indicators/years.hpp>

namespace longmen::indicators {

Measured<double> publication_lag(const Patent& patent, Date as_of) {
    if (!patent.app_date || !patent.pub_date) {
        return Undefined::no_data;
    }
    if (patent.pub_date->days() > as_of.days()) {
        return Undefined::not_applicable;
    }
    if (patent.pub_date->days() < patent.app_date->days()) {
        return Undefined::impossible_value;
    }
    return years_between(*patent.app_date, *patent.pub_date);
}

} // namespace longmen::indicators
