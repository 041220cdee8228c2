// SPDX-License-Identifier: GPL-3.0-or-later
// Ids between two bounds.
#include <longmen/indicators/forward_citations.hpp>

#include <longmen/indicators/detail/citing_same_year.hpp>

namespace longmen::indicators {
namespace {

constexpr std::size_t nodes_of_piece = std::size_t{1} << 14;

} // namespace

Counts forward_citations(const graph::CitationGraph& graph, const graph::DayIndex& index, int window_years,
                         Threads& threads) {
    graph::check_window(window_years);
    const auto ends = graph::window_ends(graph, index, window_years);
    const auto begins = graph::same_day_begins(graph, index);
    Counts counts(graph.nodes(), Filled::no);
    threads.ranges(graph.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            if (node < index.first_known()) {
                counts[node] = -1;
                continue;
            }
            std::int32_t count = 0;
            for (const auto citing : graph.citing[node]) {
                count += static_cast<std::int32_t>(citing >= begins[node]) &
                         static_cast<std::int32_t>(citing < ends[node]);
            }
            counts[node] = count + detail::citing_same_year(graph, node, begins[node]);
        }
    });
    return counts;
}

} // namespace longmen::indicators
