// SPDX-License-Identifier: GPL-3.0-or-later
// Years to what is cited and to what cites.
#include <longmen/indicators/citation_lags.hpp>
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/measured_column.hpp>

namespace longmen::indicators::detail {
namespace {

constexpr Text years{"年", "years"};

template <bool Forward, LagStatistic Statistic>
Column lags(ColumnWork& work, const ColumnIndicator&, Parameters) {
    const auto& graph = work.input.graph;
    const auto& neighbours = Forward ? graph.citing : graph.cited;
    Column column{{}, citation_lags(graph, neighbours, Statistic, work.threads)};
    column.reasons = reasons_of(work, column.values, [&](std::size_t node) {
        return graph.day[node] != graph::unknown_day && neighbours.count(node) == 0 ? Undefined::no_citations
                                                                                    : Undefined::no_data;
    });
    return column;
}

constexpr std::array list{
    ColumnIndicator{{"citation_lag_backward",
                     years,
                     {"向后引用时滞", "Backward citation lag"},
                     {"所引文献比本件早的平均年数", "Mean years by which the cited documents are earlier"},
                     "hall-2001-nber"},
                    "citation_lag_backward",
                    {},
                    Need::nothing,
                    &lags<false, LagStatistic::mean>},
    ColumnIndicator{{"citation_lag_forward",
                     years,
                     {"被引时滞", "Forward citation lag"},
                     {"施引文献比本件晚的平均年数", "Mean years by which the citing documents are later"},
                     "hall-2001-nber"},
                    "citation_lag_forward",
                    {},
                    Need::nothing,
                    &lags<true, LagStatistic::mean>},
    ColumnIndicator{{"cycle_time",
                     years,
                     {"技术循环周期", "Technology cycle time"},
                     {"所引文献年龄的中位数", "Median age of the cited documents"},
                     "kayal-waters-1999"},
                    "cycle_time",
                    {},
                    Need::nothing,
                    &lags<false, LagStatistic::median>},
};

} // namespace

std::span<const ColumnIndicator> lag_columns() {
    return list;
}

} // namespace longmen::indicators::detail
