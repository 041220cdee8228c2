// SPDX-License-Identifier: GPL-3.0-or-later
// One applicant: its neighbours. Several: their neighbours, each once.
#include <longmen/indicators/partners.hpp>

#include <algorithm>
#include <vector>

namespace longmen::indicators {

Buffer<std::int32_t> partners(const graph::WeightedGraph& network, const graph::Lists& applicants,
                              Threads& threads) {
    constexpr std::size_t nodes_of_piece = std::size_t{1} << 14;
    Buffer<std::int32_t> counts(applicants.size());
    threads.ranges(counts.size(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        std::vector<std::uint32_t> all;
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
            all.clear();
            for (const auto each : own) {
                const auto list = network.neighbours[each];
                all.insert(all.end(), list.begin(), list.end());
            }
            std::ranges::sort(all);
            all.erase(std::ranges::unique(all).begin(), all.end());
            counts[node] = static_cast<std::int32_t>(std::ranges::count_if(
                all, [&](std::uint32_t name) { return std::ranges::find(own, name) == own.end(); }));
        }
    });
    return counts;
}

} // namespace longmen::indicators
