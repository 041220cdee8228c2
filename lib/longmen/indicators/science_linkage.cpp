// SPDX-License-Identifier: GPL-3.0-or-later
// A mean of the known.
#include <longmen/indicators/science_linkage.hpp>

namespace longmen::indicators {

Measured<double> science_linkage(std::span<const std::int32_t> references) {
    std::uint64_t sum = 0, known = 0;
    for (const auto count : references) {
        if (count >= 0) {
            sum += static_cast<std::uint64_t>(count);
            ++known;
        }
    }
    if (known == 0) {
        return Undefined::no_data;
    }
    return static_cast<double>(sum) / static_cast<double>(known);
}

} // namespace longmen::indicators
