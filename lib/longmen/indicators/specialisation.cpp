// SPDX-License-Identifier: GPL-3.0-or-later
// One ratio in three forms.
#include <longmen/indicators/specialisation.hpp>

namespace longmen::indicators {

Measured<Specialisation> specialisation(const SpecialisationCounts& counts, double level) {
    const auto& [own, own_total, field, total] = counts;
    // Sums of fractions may miss their whole by rounding.
    constexpr double slack = 1 + 1e-9;
    if (!(own >= 0) || !(own <= own_total * slack) || !(own <= field * slack) ||
        !(own_total <= total * slack) || !(field <= total * slack)) {
        return Undefined::impossible_value;
    }
    if (!(own_total > 0) || !(field > 0)) {
        return Undefined::zero_denominator;
    }
    const double share = field / total;
    const auto interval = stats::binomial_interval(own < own_total ? own : own_total, own_total, level);
    Specialisation result;
    result.rta = own / own_total / share;
    result.rta_interval = {interval.low / share, interval.high / share};
    result.rpa_ratio = 100 * ((result.rta - 1) / (result.rta + 1));
    const double square = result.rta * result.rta;
    result.rpa_tanh = 100 * ((square - 1) / (square + 1));
    result.expected = own_total * share;
    return result;
}

} // namespace longmen::indicators
