// SPDX-License-Identifier: GPL-3.0-or-later
// Own classes are stamped with the document, cited ones looked up.
#include <longmen/indicators/radicalness.hpp>

#include <limits>
#include <vector>

namespace longmen::indicators {

Buffer<double> radicalness(const graph::CitationGraph& graph, const graph::Lists& classes,
                           std::uint32_t class_count, RadicalnessUnit unit, Threads& threads) {
    constexpr std::size_t nodes_of_piece = std::size_t{1} << 13;
    std::vector<std::vector<std::uint64_t>> stamps(threads.count());
    Buffer<double> values(graph.nodes());
    threads.ranges(graph.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
        auto& stamp = stamps[thread];
        stamp.resize(class_count);
        for (auto node = begin; node < end; ++node) {
            const auto mark = node + 1;
            for (const auto own : classes[node]) {
                stamp[own] = mark;
            }
            std::uint64_t counted = 0;
            std::uint64_t outside = 0;
            for (const auto cited : graph.cited[node]) {
                const auto list = classes[cited];
                std::uint64_t foreign = 0;
                for (const auto each : list) {
                    foreign += stamp[each] == mark ? 0 : 1;
                }
                if (unit == RadicalnessUnit::codes) {
                    counted += list.size();
                    outside += foreign;
                } else if (!list.empty()) {
                    ++counted;
                    outside += foreign == list.size() ? 1 : 0;
                }
            }
            values[node] = counted == 0 || classes.count(node) == 0
                               ? std::numeric_limits<double>::quiet_NaN()
                               : static_cast<double>(outside) / static_cast<double>(counted);
        }
    });
    return values;
}

} // namespace longmen::indicators
