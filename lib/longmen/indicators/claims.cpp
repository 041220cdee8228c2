// SPDX-License-Identifier: GPL-3.0-or-later
// Number of claims.
#include <longmen/indicators/claims.hpp>

#include <longmen/indicators/detail/count.hpp>

namespace longmen::indicators {

Measured<double> claims(const Patent& patent, Date /*as_of*/) {
    if (patent.type == PatentType::design) {
        return Undefined::not_applicable;
    }
    return detail::count_value(patent.n_claims, 1);
}

} // namespace longmen::indicators
