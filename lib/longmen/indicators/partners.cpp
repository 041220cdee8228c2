// SPDX-License-Identifier: GPL-3.0-or-later
// One applicant: its neighbours. Several: those of the best connected one, and what the others add to it.
#include <longmen/indicators/partners.hpp>

#include <algorithm>
#include <vector>

namespace longmen::indicators {

Buffer<std::int32_t> partners(const graph::WeightedGraph& network, const graph::Lists& applicants,
                              Threads& threads) {
    constexpr std::size_t nodes_of_piece = std::size_t{1} << 14;
    Buffer<std::int32_t> counts(applicants.size());
    threads.ranges(counts.size(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        std::vector<std::uint32_t> more, mine;
        for (auto node = begin; node < end; ++node) {
            const auto own = applicants[node];
            if (own.empty()) {
                counts[node] = -1;
                continue;
            }
            if (own.size() == 1) {
                counts[node] = static_cast<std::int32_t>(network.neighbours.count(own[0]));
                continue;
            }
            const auto largest = *std::ranges::max_element(
                own, {}, [&](std::uint32_t name) { return network.neighbours.count(name); });
            const auto known = network.neighbours[largest];
            more.clear();
            for (const auto each : own) {
                if (each != largest) {
                    const auto list = network.neighbours[each];
                    more.insert(more.end(), list.begin(), list.end());
                }
            }
            std::ranges::sort(more);
            more.erase(std::ranges::unique(more).begin(), more.end());
            // All its other applicants are neighbours of the best connected one, through this document.
            mine.assign(own.begin(), own.end());
            std::ranges::sort(mine);
            mine.erase(std::ranges::unique(mine).begin(), mine.end());
            const auto added = std::ranges::count_if(more, [&](std::uint32_t name) {
                return !std::ranges::binary_search(known, name) && !std::ranges::binary_search(mine, name);
            });
            counts[node] =
                static_cast<std::int32_t>(known.size() + 1 - mine.size()) + static_cast<std::int32_t>(added);
        }
    });
    return counts;
}

} // namespace longmen::indicators
