// SPDX-License-Identifier: GPL-3.0-or-later
// Ranks by one sort of (value, position) pairs.
#include <longmen/stats/ranks.hpp>

#include <algorithm>
#include <utility>

namespace longmen::stats {
namespace {

using Placed = std::pair<double, std::uint32_t>;

std::vector<Placed> sorted_pairs(std::span<const double> values) {
    std::vector<Placed> pairs;
    pairs.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        pairs.emplace_back(values[i], static_cast<std::uint32_t>(i));
    }
    std::ranges::sort(pairs);
    return pairs;
}

} // namespace

std::vector<double> mid_ranks(std::span<const double> values) {
    const auto pairs = sorted_pairs(values);
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < pairs.size();) {
        std::size_t last = first;
        while (last + 1 < pairs.size() && pairs[last + 1].first == pairs[first].first) {
            ++last;
        }
        const double shared = (static_cast<double>(first + 1) + static_cast<double>(last + 1)) / 2;
        for (; first <= last; ++first) {
            ranks[pairs[first].second] = shared;
        }
    }
    return ranks;
}

std::vector<std::uint32_t> ranks_descending(std::span<const double> values) {
    const auto pairs = sorted_pairs(values);
    std::vector<std::uint32_t> ranks(values.size());
    std::uint32_t rank = 1;
    for (std::size_t done = 0; done < pairs.size(); ++done) {
        const std::size_t i = pairs.size() - 1 - done;
        if (done == 0 || pairs[i].first != pairs[i + 1].first) {
            rank = static_cast<std::uint32_t>(done + 1);
        }
        ranks[pairs[i].second] = rank;
    }
    return ranks;
}

double Standing::percentile() const {
    return (static_cast<double>(below) + static_cast<double>(equal) / 2) / static_cast<double>(size);
}

Standing standing(std::span<const double> sorted, double value) {
    const auto [first, last] = std::ranges::equal_range(sorted, value);
    return {static_cast<std::size_t>(first - sorted.begin()), static_cast<std::size_t>(last - first),
            sorted.size()};
}

} // namespace longmen::stats
