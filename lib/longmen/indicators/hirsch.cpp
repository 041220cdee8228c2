// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of documents by citations, from the top.
#include <longmen/indicators/hirsch.hpp>

#include <algorithm>
#include <functional>
#include <vector>

namespace longmen::indicators {

Measured<Hirsch> hirsch(std::span<const std::int32_t> citations, int years_active) {
    std::vector<std::int32_t> known;
    known.reserve(citations.size());
    std::ranges::copy_if(citations, std::back_inserter(known), [](std::int32_t count) { return count >= 0; });
    if (known.empty()) {
        return Undefined::no_data;
    }
    std::ranges::sort(known, std::greater{});
    Hirsch result;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < known.size(); ++i) {
        const auto rank = i + 1;
        const auto count = static_cast<std::uint64_t>(known[i]);
        sum += count;
        result.h = count >= rank ? rank : result.h;
        result.g = sum >= static_cast<std::uint64_t>(rank) * rank ? rank : result.g;
    }
    result.m = static_cast<double>(result.h) / std::max(1, years_active);
    return result;
}

} // namespace longmen::indicators
