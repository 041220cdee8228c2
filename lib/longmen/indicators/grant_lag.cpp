// SPDX-License-Identifier: GPL-3.0-or-later
// Days from filing to grant.
#include <longmen/indicators/grant_lag.hpp>

namespace longmen::indicators {
namespace {

constexpr int longest_term_years = 20;

/// States that only an application can be in.
bool never_granted(LegalState state) {
    switch (state) {
    case LegalState::published:
    case LegalState::examination:
    case LegalState::rejected:
    case LegalState::withdrawn:
    case LegalState::deemed_withdrawn:
        return true;
    default:
        return false;
    }
}

} // namespace

Measured<double> grant_lag(const Patent& patent, Date as_of) {
    if (!patent.grant_date) {
        return never_granted(patent.status) ? Undefined::not_granted : Undefined::no_data;
    }
    if (patent.grant_date->days() > as_of.days()) {
        return Undefined::not_granted;
    }
    return patent.app_date ? grant_lag(*patent.app_date, *patent.grant_date) : Undefined::no_data;
}

Measured<double> grant_lag(Date filing, Date grant) {
    if (filing.precision() != DatePrecision::day || grant.precision() != DatePrecision::day) {
        return Undefined::no_data;
    }
    const auto days = grant.days() - filing.days();
    if (days < 0 || filing.add_years(longest_term_years).days() < grant.days()) {
        return Undefined::impossible_value;
    }
    return static_cast<double>(days);
}

} // namespace longmen::indicators
