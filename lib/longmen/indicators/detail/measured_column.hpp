// SPDX-License-Identifier: GPL-3.0-or-later
// Values with their reasons, document by document, as a column.
#pragma once

#include <longmen/indicators/detail/column_work.hpp>
#include <longmen/record/columns.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace longmen::indicators::detail {

/// A column of `value(node)`, which is a Measured<double>; by all threads.
template <typename Value>
Column measured_column(ColumnWork& work, Value value) {
    constexpr std::size_t nodes_of_piece = std::size_t{1} << 14;
    const auto nodes = work.input.nodes();
    Column column{{}, Buffer<double>(nodes, Filled::no), Buffer<std::uint8_t>(nodes, Filled::no)};
    column.reasons = Buffer<std::uint8_t>(nodes, Filled::no);
    work.threads.ranges(nodes, nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            const Measured<double> found = value(node);
            column.values[node] = found.defined() ? found.value() : undefined_value;
            column.open[node] = found.defined() && !found.complete() ? 1 : 0;
            column.reasons[node] =
                found.defined() ? std::uint8_t{0} : static_cast<std::uint8_t>(found.reason());
        }
    });
    return column;
}

/// Reasons of a column, `why(node)` where it is undefined; by all threads.
template <typename Why>
Buffer<std::uint8_t> reasons_of(ColumnWork& work, const Buffer<double>& values, Why why) {
    return work.each<std::uint8_t>([&](std::size_t node) {
        return values[node] == values[node] ? std::uint8_t{0} : static_cast<std::uint8_t>(why(node));
    });
}

/// Of a measure; nothing where it is not known, or where there is no such measure.
inline std::optional<std::int64_t> measure_at(std::span<const std::int32_t> measure, std::size_t node) {
    return measure.empty() || measure[node] == missing_measure ? std::nullopt
                                                               : std::optional<std::int64_t>{measure[node]};
}

/// The measure `filing_day`, else the clock where it is that of filing; nothing when it is not known to the
/// day.
inline std::optional<std::int64_t> filing_day(const ColumnInput& input, std::size_t node) {
    if (const auto told = measure_at(input.measure("filing_day"), node)) {
        return told;
    }
    const auto day = input.graph.day[node];
    return input.filing_clock && day != graph::unknown_day && input.graph.knows_day(static_cast<NodeId>(node))
               ? std::optional<std::int64_t>{day}
               : std::nullopt;
}

} // namespace longmen::indicators::detail
