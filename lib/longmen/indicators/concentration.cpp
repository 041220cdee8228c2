// SPDX-License-Identifier: GPL-3.0-or-later
// Sums over shares in descending order.
#include <longmen/indicators/concentration.hpp>

#include <algorithm>
#include <cmath>
#include <functional>

namespace longmen::indicators {

double Concentration::first(std::size_t n) const {
    if (n >= shares.size()) {
        return 1;
    }
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
        sum += shares[i];
    }
    return sum;
}

Measured<Concentration> concentration(std::span<const double> amounts) {
    if (!std::ranges::all_of(amounts, [](double amount) { return amount >= 0 && std::isfinite(amount); })) {
        return Undefined::impossible_value;
    }
    Concentration result;
    std::ranges::copy_if(amounts, std::back_inserter(result.shares),
                         [](double amount) { return amount > 0; });
    if (result.shares.empty()) {
        return Undefined::zero_denominator;
    }
    std::ranges::sort(result.shares, std::greater{});
    double sum = 0;
    for (const double amount : result.shares) {
        sum += amount;
    }
    for (double& share : result.shares) {
        share /= sum;
        result.hhi += share * share;
        result.entropy -= share * std::log(share);
    }
    result.holders = result.shares.size();
    result.effective_holders = 1 / result.hhi;
    if (sum > 1) {
        result.unbiased = (sum * result.hhi - 1) / (sum - 1);
    }
    return result;
}

} // namespace longmen::indicators
