// SPDX-License-Identifier: GPL-3.0-or-later
// Years of legal term left.
#include <longmen/indicators/remaining_life.hpp>

#include <longmen/indicators/status.hpp>
#include <longmen/indicators/years.hpp>

namespace longmen::indicators {

Measured<double> remaining_life(const Patent& patent, Date as_of) {
    if (patent.app_date && patent.app_date->days() > as_of.days()) {
        return Undefined::not_applicable;
    }
    const auto& end = patent.expiry_date;
    if (end && patent.app_date && end->days() < patent.app_date->days()) {
        return Undefined::impossible_value;
    }
    switch (validity_at(patent, as_of)) {
    case Validity::unknown:
        return Undefined::no_data;
    case Validity::dead:
        return Undefined::not_in_force;
    default:
        break;
    }
    if (!end) {
        return Undefined::no_data;
    }
    return years_between(as_of, *end);
}

} // namespace longmen::indicators
