// SPDX-License-Identifier: GPL-3.0-or-later
// Windows of years on a citation graph, as ranges of ids: ids ascend with the day, so no date is read where a
// list of neighbours is cut.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/graph/citation_graph.hpp>

#include <cstdint>
#include <vector>

namespace longmen::graph {

inline constexpr int longest_window = 100;       ///< years
inline constexpr double days_of_year = 365.2425; ///< where a span of days is told in years
/// UsageError unless a window has 1 to `longest_window` years.
void check_window(int years);

/// The day `years` after a day, by the calendar: 29 February ends on 28 February. Of a year alone the last
/// day of the year `years` later.
[[nodiscard]] Day window_end(Day day, bool year_only, int years);

/// Where each day begins among the ids.
class DayIndex {
    Day first_ = 0;
    std::vector<NodeId> begins_; ///< first id of that day or a later one
    NodeId known_ = 0;           ///< first id with a known day
    NodeId nodes_ = 0;

public:
    explicit DayIndex(std::span<const Day> day);
    /// The first id that lies behind the day; all ids without a day lie before every day.
    [[nodiscard]] NodeId first_after(Day day) const {
        return day < first_                                           ? known_
               : day - first_ + 1 >= static_cast<Day>(begins_.size()) ? nodes_
                                                                      : begins_[day - first_ + 1];
    }
    [[nodiscard]] NodeId first_known() const { return known_; }
};

/// For each node the first id behind its window of `years`. Nodes without a day have an empty window: 0.
[[nodiscard]] Buffer<NodeId> window_ends(const CitationGraph& graph, const DayIndex& index, int years);
/// For each node the first id of its day, of a year alone the first of its year.
[[nodiscard]] Buffer<NodeId> same_day_begins(const CitationGraph& graph, const DayIndex& index);
/// For each node the first id that lies later than it: behind its day, of a year alone behind its year.
[[nodiscard]] Buffer<NodeId> later_begins(const CitationGraph& graph, const DayIndex& index);

} // namespace longmen::graph
