// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of one document for many windows and many cut-off dates: what one pass over its citers gives.
#pragma once

#include <longmen/graph/citation_graph.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace longmen::indicators {

/// What a history is asked for. Both ascend, each once or more; at least one of each.
struct HistoryGrid {
    std::vector<int> windows;           ///< years
    std::vector<graph::NodeId> cutoffs; ///< documents that exist at each cut-off: `graph::documents_until`
};

/// Windows and cut-offs are both bounds of ids ("steps"), so a count up to each step tells every cell: a
/// window as of a cut-off ends at the earlier one of the two.
template <typename Count>
struct History {
    std::size_t first = 0, last = 0; ///< the cut-offs for which the counts hold
    std::uint32_t sources = 0;       ///< documents cited, as of these cut-offs
    std::span<const Count> counts;   ///< up to each step
    std::span<const std::uint16_t> window_step, cutoff_step;

    /// By places in the grid; `cutoff` in first..last - 1.
    [[nodiscard]] const Count& at(std::size_t window, std::size_t cutoff) const {
        return counts[std::min(window_step[window], cutoff_step[cutoff])];
    }
};

} // namespace longmen::indicators
