// SPDX-License-Identifier: GPL-3.0-or-later
// Validity as of a date.
#include <longmen/indicators/status.hpp>

#include <longmen/record/in_force.hpp>

namespace longmen::indicators {

Validity validity_at(const Patent& patent, Date as_of) {
    const auto said = validity_of(patent.status);
    if (said == Validity::unknown || said == Validity::dead) {
        return said;
    }
    if (patent.expiry_date && patent.expiry_date->days() <= as_of.days()) {
        return Validity::dead;
    }
    if (said == Validity::in_force && patent.grant_date && patent.grant_date->days() > as_of.days()) {
        return Validity::pending;
    }
    return said;
}

Measured<double> status(const Patent& patent, Date as_of) {
    if (patent.app_date && patent.app_date->days() > as_of.days()) {
        return Undefined::not_applicable;
    }
    switch (validity_at(patent, as_of)) {
    case Validity::dead:
        return 0.0;
    case Validity::pending:
        return 1.0;
    case Validity::in_force:
        return 2.0;
    case Validity::unknown:
        break;
    }
    return Undefined::no_data;
}

} // namespace longmen::indicators
