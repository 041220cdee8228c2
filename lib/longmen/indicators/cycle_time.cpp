// SPDX-License-Identifier: GPL-3.0-or-later
// A mean of the known.
#include <longmen/indicators/cycle_time.hpp>

#include <cstddef>

namespace longmen::indicators {

Measured<double> cycle_time(std::span<const double> ages) {
    double sum = 0;
    std::size_t known = 0;
    for (const double age : ages) {
        if (age == age) { // no NaN
            sum += age;
            ++known;
        }
    }
    if (known == 0) {
        return Undefined::no_citations;
    }
    return sum / static_cast<double>(known);
}

} // namespace longmen::indicators
