// SPDX-License-Identifier: GPL-3.0-or-later
// The strongest right of each state, weighed by its size.
#include <longmen/indicators/market_coverage.hpp>

#include <longmen/record/packed_number.hpp>

#include <algorithm>
#include <map>

namespace longmen::indicators {

Measured<double> market_coverage(std::span<const Right> rights, const MarketSizes& sizes) {
    const auto world = office_number("WO");
    bool any = false;
    bool national = false;
    std::map<std::uint32_t, double> weights;
    for (const auto& right : rights) {
        any = any || right.office != 0;
        if (right.office == 0 || right.office == world) {
            continue;
        }
        national = true;
        for (const auto state : sizes.states_of(right.office)) {
            auto& weight = weights[state];
            weight = std::max(weight, sizes.weight_of(right.state));
        }
    }
    if (!national) {
        return any ? Undefined::not_applicable : Undefined::no_data;
    }
    double sum = 0;
    for (const auto& [state, weight] : weights) {
        sum += sizes.size_of(state) * weight;
    }
    return sum;
}

} // namespace longmen::indicators
