// SPDX-License-Identifier: GPL-3.0-or-later
// Places by value, then one over them.
#include <longmen/search/reciprocal_rank.hpp>

#include <algorithm>
#include <cstdint>

namespace longmen::search {

FusedRanks fuse_ranks(std::span<const RankedSignal> signals, double k) {
    FusedRanks result;
    for (const auto& signal : signals) {
        std::vector<std::uint32_t> order;
        for (std::uint32_t item = 0; item < signal.values.size(); ++item) {
            if (signal.values[item] > 0) {
                order.push_back(item);
            }
        }
        std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
            return signal.values[a] != signal.values[b] ? signal.values[a] > signal.values[b] : a < b;
        });
        std::vector<double> places(signal.values.size());
        result.value.resize(std::max(result.value.size(), places.size()));
        for (std::size_t first = 0; first < order.size();) {
            auto last = first;
            while (last < order.size() && signal.values[order[last]] == signal.values[order[first]]) {
                ++last;
            }
            const auto place = static_cast<double>(first + 1 + last) / 2;
            for (; first < last; ++first) {
                places[order[first]] = place;
                result.value[order[first]] += signal.weight / (k + place);
            }
        }
        result.places.push_back(std::move(places));
    }
    return result;
}

} // namespace longmen::search
