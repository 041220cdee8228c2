// SPDX-License-Identifier: GPL-3.0-or-later
// The citation graph as kernels see it: dense ids in order of time, both directions as arrays, nothing owned.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace longmen::graph {

using NodeId = std::uint32_t;
using ArcId = std::uint32_t; ///< below 2^32 arcs in a graph
using Day = std::int32_t;    ///< days since 1970-01-01
inline constexpr Day unknown_day = std::numeric_limits<Day>::min();

/// Lists of small numbers, one behind another: those of item i are `items[offsets[i] .. offsets[i + 1])`.
/// `offsets` has one more entry than there are items.
struct Lists {
    std::span<const ArcId> offsets;
    std::span<const std::uint32_t> items;

    [[nodiscard]] std::size_t size() const { return offsets.empty() ? 0 : offsets.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t at) const {
        return items.subspan(offsets[at], offsets[at + 1] - offsets[at]);
    }
    [[nodiscard]] std::uint32_t count(std::size_t at) const { return offsets[at + 1] - offsets[at]; }
};

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
