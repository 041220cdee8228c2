// SPDX-License-Identifier: GPL-3.0-or-later
// Shared parts, when first asked for.
#include <longmen/indicators/detail/column_work.hpp>

namespace longmen::indicators {

const graph::DayIndex& ColumnWork::days() {
    if (!days_) {
        days_.emplace(input.graph.day);
    }
    return *days_;
}

const graph::Topology& ColumnWork::topology() {
    if (!topology_) {
        topology_ = graph::find_topology(input.graph, threads);
    }
    return *topology_;
}

const Counts& ColumnWork::forward(int years) {
    const auto [counts, fresh] = forward_.try_emplace(years);
    if (fresh) {
        counts->second = forward_citations(input.graph, days(), years, threads);
    }
    return counts->second;
}

const Buffer<DisruptionCounts>& ColumnWork::disruption(int years) {
    const auto [counts, fresh] = disruption_.try_emplace(years);
    if (fresh) {
        counts->second = indicators::disruption(input.graph, days(), years, threads);
    }
    return counts->second;
}

Buffer<std::uint8_t> ColumnWork::open_windows(int years) {
    const auto& graph = input.graph;
    Buffer<std::uint8_t> open(graph.nodes());
    for (std::size_t node = days().first_known(); node < open.size(); ++node) {
        const bool year_only = !graph.knows_day(static_cast<graph::NodeId>(node));
        open[node] = graph::window_end(graph.day[node], year_only, years) > input.as_of ? 1 : 0;
    }
    return open;
}

} // namespace longmen::indicators
