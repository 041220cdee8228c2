// SPDX-License-Identifier: GPL-3.0-or-later
// One window: sums of what the walk finds.
#include <longmen/indicators/disruption.hpp>

#include <longmen/indicators/detail/disruption_walk.hpp>

#include <algorithm>
#include <limits>
#include <vector>

namespace longmen::indicators {
namespace {

using graph::NodeId;

constexpr std::size_t nodes_of_piece = std::size_t{1} << 11;
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

struct Sums {
    std::uint32_t citing = 0, both = 0, citing_sources = 0;
    void cites_source(NodeId, std::uint32_t fresh) { citing_sources += fresh; }
    void cites_focal(NodeId, std::uint32_t within, std::uint32_t also) {
        citing += within;
        both += also;
    }
};

} // namespace

Buffer<DisruptionCounts> disruption(const graph::CitationGraph& graph, const graph::DayIndex& index,
                                    int window_years, Threads& threads) {
    graph::check_window(window_years);
    const auto begins = graph::later_begins(graph, index);
    const auto ends = graph::window_ends(graph, index, window_years);
    std::size_t window = 0;
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        window = std::max<std::size_t>(window, ends[node] > begins[node] ? ends[node] - begins[node] : 0);
    }
    std::vector<detail::DisruptionWalk> walks;
    for (unsigned thread = 0; thread < threads.count(); ++thread) {
        walks.emplace_back(graph, window);
    }
    Buffer<DisruptionCounts> result(graph.nodes(), Filled::no);
    threads.ranges(graph.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
        for (auto node = begin; node < end; ++node) {
            Sums sums;
            if (begins[node] < ends[node]) {
                walks[thread].go(static_cast<NodeId>(node), begins[node], ends[node], graph.cited.count(node),
                                 sums);
            }
            result[node] = {sums.citing - sums.both, sums.both, sums.citing_sources - sums.both};
        }
    });
    return result;
}

double cd_index(const DisruptionCounts& counts, std::uint32_t sources) {
    const double all = static_cast<double>(counts.only) + counts.both + counts.past;
    return sources == 0 || all == 0
               ? undefined
               : (static_cast<double>(counts.only) - static_cast<double>(counts.both)) / all;
}

double mcd_index(const DisruptionCounts& counts, std::uint32_t sources) {
    return cd_index(counts, sources) * (static_cast<double>(counts.only) + counts.both);
}

} // namespace longmen::indicators
