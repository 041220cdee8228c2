// SPDX-License-Identifier: GPL-3.0-or-later
// Two ascending rows made one.
#include <longmen/indicators/detail/time_steps.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <bit>
#include <limits>

namespace longmen::indicators::detail {
namespace {

constexpr std::size_t most_blocks = std::size_t{1} << 13; // their steps stay in the nearest cache

} // namespace

TimeSteps::TimeSteps(const graph::CitationGraph& graph, const graph::DayIndex& index, const HistoryGrid& grid)
    : graph_(graph), index_(index), grid_(grid), window_step_(grid.windows.size()),
      cutoff_step_(grid.cutoffs.size()) {
    const auto blocks = std::bit_ceil((graph.nodes() + most_blocks) / most_blocks);
    shift_ = static_cast<unsigned>(std::countr_zero(blocks));
    block_step_.resize((graph.nodes() >> shift_) + 1);
}

void TimeSteps::check(const HistoryGrid& grid) {
    if (grid.windows.empty() || grid.cutoffs.empty()) {
        throw UsageError(Sentence{"历年计算须至少有一个窗口和一个截止日",
                                  "a history needs at least one window and one cut-off date"});
    }
    for (const int years : grid.windows) {
        graph::check_window(years);
    }
    constexpr std::size_t most_steps = std::numeric_limits<std::uint16_t>::max();
    if (grid.windows.size() + grid.cutoffs.size() >= most_steps || !std::ranges::is_sorted(grid.windows) ||
        !std::ranges::is_sorted(grid.cutoffs)) {
        throw UsageError(sentence("窗口和截止日须依次递增，合计少于 {} 个",
                                  "windows and cut-off dates ascend and are fewer than {} in all",
                                  most_steps));
    }
}

void TimeSteps::make(graph::NodeId node) {
    made_ = true;
    day_ = graph_.day[node];
    year_only_ = !graph_.knows_day(node);
    bounds_.clear();
    const auto step_at = [&](graph::NodeId bound) { // equal bounds are one step
        if (bounds_.empty() || bounds_.back() != bound) {
            bounds_.push_back(bound);
        }
        return static_cast<std::uint16_t>(bounds_.size() - 1);
    };
    std::size_t cutoff = 0;
    const auto cutoffs_until = [&](graph::NodeId end) {
        for (; cutoff < grid_.cutoffs.size() && grid_.cutoffs[cutoff] <= end; ++cutoff) {
            cutoff_step_[cutoff] = step_at(grid_.cutoffs[cutoff]);
        }
    };
    for (std::size_t window = 0; window < grid_.windows.size(); ++window) {
        window_end_ =
            day_ == graph::unknown_day
                ? 0
                : std::min(index_.first_after(graph::window_end(day_, year_only_, grid_.windows[window])),
                           grid_.cutoffs.back());
        cutoffs_until(window_end_);
        window_step_[window] = step_at(window_end_);
    }
    constexpr auto behind_all = std::numeric_limits<graph::NodeId>::max();
    cutoffs_until(behind_all);
    bounds_.push_back(behind_all);
    auto block = block_step_.begin();
    for (std::size_t step = 0; step < bounds_.size(); ++step) { // blocks that begin before the bound
        const auto end = std::min<std::size_t>(
            block_step_.size(),
            (static_cast<std::size_t>(bounds_[step]) + (std::size_t{1} << shift_) - 1) >> shift_);
        const auto to = std::max(block, block_step_.begin() + static_cast<std::ptrdiff_t>(end));
        std::fill(block, to, static_cast<std::uint16_t>(step));
        block = to;
    }
}

} // namespace longmen::indicators::detail
