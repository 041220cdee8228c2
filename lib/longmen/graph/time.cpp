// SPDX-License-Identifier: GPL-3.0-or-later
// Days to ids.
#include <longmen/graph/time.hpp>

#include <longmen/base/date.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>

namespace longmen::graph {
namespace {

/// Windows of nodes differ by their day alone, and there are far fewer days than nodes.
template <typename End>
Buffer<NodeId> by_day(const CitationGraph& graph, const DayIndex& index, End end) {
    Buffer<NodeId> ids(graph.nodes(), Filled::no);
    std::fill_n(ids.begin(), index.first_known(), NodeId{0});
    auto day = unknown_day;
    NodeId of_day = 0;
    for (std::size_t node = index.first_known(); node < graph.nodes(); ++node) {
        const bool year_only = !graph.knows_day(static_cast<NodeId>(node));
        if (year_only) {
            ids[node] = index.first_after(end(graph.day[node], true));
            continue;
        }
        if (graph.day[node] != day) {
            day = graph.day[node];
            of_day = index.first_after(end(day, false));
        }
        ids[node] = of_day;
    }
    return ids;
}

} // namespace

void check_window(int years) {
    if (years < 1 || years > longest_window) {
        throw UsageError(sentence("引用窗口须为 1 到 {} 年，得到 {}", "a window has 1 to {} years, got {}",
                                  longest_window, years));
    }
}

Day window_end(Day day, bool year_only, int years) {
    if (year_only) {
        const auto begin = Date::from_days(day, DatePrecision::year);
        return Date::from_days(Date::from_ymd(begin.year() + years + 1, 1, 1)->days()).add_days(-1).days();
    }
    return Date::from_days(day).add_years(years).days();
}

DayIndex::DayIndex(std::span<const Day> day) : nodes_(static_cast<NodeId>(day.size())) {
    known_ = static_cast<NodeId>(std::ranges::upper_bound(day, unknown_day) - day.begin());
    if (known_ == nodes_) {
        return;
    }
    first_ = day[known_];
    begins_.reserve(static_cast<std::size_t>(day.back() - first_) + 1);
    for (auto node = known_; node < nodes_; ++node) {
        while (first_ + static_cast<Day>(begins_.size()) <= day[node]) {
            begins_.push_back(node);
        }
    }
}

Buffer<NodeId> window_ends(const CitationGraph& graph, const DayIndex& index, int years) {
    return by_day(graph, index,
                  [years](Day day, bool year_only) { return window_end(day, year_only, years); });
}

Buffer<NodeId> same_day_begins(const CitationGraph& graph, const DayIndex& index) {
    return by_day(graph, index, [](Day day, bool) { return day - 1; });
}

Buffer<NodeId> later_begins(const CitationGraph& graph, const DayIndex& index) {
    return by_day(graph, index,
                  [](Day day, bool year_only) { return year_only ? window_end(day, true, 0) : day; });
}

} // namespace longmen::graph
