// SPDX-License-Identifier: GPL-3.0-or-later
// The citation graph as kernels see it: dense ids in order of time, both directions as arrays, nothing owned.
#pragma once

#include <longmen/record/columns.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace longmen::graph {

using longmen::ArcId;
using longmen::Day;
using longmen::Lists;
using longmen::NodeId;
using longmen::unknown_day;

/// Where in `lists.items` the list of `at`, which ascends, has `item`; it must have it.
[[nodiscard]] inline ArcId position_of(const Lists& lists, std::size_t at, std::uint32_t item) {
    const auto list = lists[at];
    return lists.offsets[at] + static_cast<ArcId>(std::ranges::lower_bound(list, item) - list.begin());
}

/// Nodes are documents, applications or families. Ids ascend with the day (unknown days first), equal days in
/// the canonical order of numbers. Neighbours ascend, each once, never the node itself; so those that cite a
/// node ascend in time.
struct CitationGraph {
    Lists cited;              ///< what each node cites
    Lists citing;             ///< by what each node is cited; the same arcs
    std::span<const Day> day; ///< the clock of the run; the first day of a year where only the year is known
    std::span<const std::uint8_t> year_only; ///< 1: only the year is known; empty when all days are

    [[nodiscard]] std::size_t nodes() const { return day.size(); }
    [[nodiscard]] std::size_t arcs() const { return cited.items.size(); }
    [[nodiscard]] bool knows_day(NodeId node) const { return year_only.empty() || year_only[node] == 0; }
};

} // namespace longmen::graph
