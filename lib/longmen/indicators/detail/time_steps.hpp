// SPDX-License-Identifier: GPL-3.0-or-later
// Ends of windows and cut-offs of a document as one ascending row of bounds, and between which two an id
// lies.
#pragma once

#include <longmen/graph/time.hpp>
#include <longmen/indicators/history.hpp>

#include <cstdint>
#include <vector>

namespace longmen::indicators::detail {

/// Of one thread. Documents of one day share their bounds, which are worked out once for all that follow each
/// other.
class TimeSteps {
    const graph::CitationGraph& graph_;
    const graph::DayIndex& index_;
    const HistoryGrid& grid_;
    std::vector<graph::NodeId> bounds_; ///< ascending; one behind all ids at the end
    std::vector<std::uint16_t> window_step_, cutoff_step_;
    unsigned shift_ = 0;
    std::vector<std::uint16_t> block_step_; ///< of blocks of ids: that of the first one
    graph::NodeId window_end_ = 0;          ///< of the longest window, at most the last cut-off
    graph::Day day_ = graph::unknown_day;
    bool year_only_ = false, made_ = false;

    void make(graph::NodeId node);

public:
    TimeSteps(const graph::CitationGraph& graph, const graph::DayIndex& index, const HistoryGrid& grid);

    /// UsageError for a window out of range or a grid that lacks windows or cut-offs.
    static void check(const HistoryGrid& grid);
    void move_to(graph::NodeId node) {
        if (!made_ || graph_.day[node] != day_ || !graph_.knows_day(node) != year_only_) {
            make(node);
        }
    }
    /// The first step that counts the id; `size()` when none does. No step before that of the document
    /// matters: its windows end and its cut-offs lie behind it.
    [[nodiscard]] std::size_t of(graph::NodeId id) const {
        std::size_t step = block_step_[id >> shift_];
        while (id >= bounds_[step]) {
            ++step;
        }
        return step;
    }
    [[nodiscard]] std::size_t size() const { return bounds_.size() - 1; }
    [[nodiscard]] graph::NodeId window_end() const { return window_end_; }
    /// The first cut-off at which the document exists; their number when it never does.
    [[nodiscard]] std::size_t first_cutoff(graph::NodeId node) const {
        return static_cast<std::size_t>(std::ranges::upper_bound(grid_.cutoffs, node) -
                                        grid_.cutoffs.begin());
    }
    template <typename Count>
    [[nodiscard]] History<Count> history(std::size_t first, std::size_t last, std::uint32_t sources,
                                         std::span<const Count> counts) const {
        return {first, last, sources, counts, window_step_, cutoff_step_};
    }
};

} // namespace longmen::indicators::detail
