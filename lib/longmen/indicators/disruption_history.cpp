// SPDX-License-Identifier: GPL-3.0-or-later
// What the walk finds falls between steps, and is summed up along them.
#include <longmen/indicators/disruption_history.hpp>

#include <longmen/indicators/detail/disruption_walk.hpp>
#include <longmen/indicators/detail/time_steps.hpp>

#include <algorithm>
#include <vector>

namespace longmen::indicators {
namespace {

using graph::NodeId;

struct BySteps {
    const detail::TimeSteps& steps;
    DisruptionSums* sums;
    std::size_t least; ///< no step before counts: citers before the document are none

    void cites_source(NodeId citer, std::uint32_t fresh) { sums[steps.of(citer)].citing_sources += fresh; }
    void cites_focal(NodeId citer, std::uint32_t within, std::uint32_t also) {
        auto& sum = sums[std::max(least, steps.of(citer))];
        sum.citing += within;
        sum.both += also;
    }
};

} // namespace

struct DisruptionHistory::State {
    struct alignas(apart) Worker {
        detail::TimeSteps steps;
        detail::DisruptionWalk walk;
        std::vector<DisruptionSums> sums;
    };
    const graph::CitationGraph& graph;
    const HistoryGrid& grid;
    Buffer<NodeId> begins;
    std::vector<Worker> workers;

    /// Of a document with `sources` sources at the cut-offs from `first` to before `last`.
    void show(Worker& worker, NodeId node, std::size_t first, std::size_t last, std::uint32_t sources,
              const Visit& visit) const {
        auto& [steps, walk, sums] = worker;
        const auto end = std::min(steps.window_end(), grid.cutoffs[last - 1]);
        const bool any = begins[node] < end;
        const auto least = any ? steps.of(node) : 0;
        std::fill(sums.begin() + static_cast<std::ptrdiff_t>(least),
                  sums.begin() + static_cast<std::ptrdiff_t>(steps.size()) + 1, DisruptionSums{});
        if (any) {
            BySteps tally{steps, sums.data(), least};
            walk.go(node, begins[node], end, sources, tally);
            for (auto step = least + 1; step < steps.size(); ++step) {
                sums[step].citing += sums[step - 1].citing;
                sums[step].both += sums[step - 1].both;
                sums[step].citing_sources += sums[step - 1].citing_sources;
                sums[step].none += sums[step - 1].none;
            }
        }
        visit(node, steps.history<DisruptionSums>(first, last, sources, sums));
    }
};

DisruptionHistory::DisruptionHistory(const graph::CitationGraph& graph, const graph::DayIndex& index,
                                     const HistoryGrid& grid, unsigned threads) {
    detail::TimeSteps::check(grid);
    const auto ends = graph::window_ends(graph, index, grid.windows.back());
    state_.reset(new State{graph, grid, graph::later_begins(graph, index), {}});
    std::size_t window = 0;
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        const auto end = std::min(ends[node], grid.cutoffs.back());
        window = std::max<std::size_t>(window, end > state_->begins[node] ? end - state_->begins[node] : 0);
    }
    for (unsigned thread = 0; thread < threads; ++thread) {
        state_->workers.push_back(
            {detail::TimeSteps{graph, index, grid}, detail::DisruptionWalk{graph, window},
             std::vector<DisruptionSums>(grid.windows.size() + grid.cutoffs.size() + 1)});
    }
}

DisruptionHistory::~DisruptionHistory() = default;

void DisruptionHistory::each(NodeId begin, NodeId end, unsigned thread, const Visit& visit) {
    const auto& [graph, grid, begins, workers] = *state_;
    auto& worker = state_->workers[thread];
    const auto cutoffs = grid.cutoffs.size();
    end = std::min(end, grid.cutoffs.back());
    auto begin_cutoff = worker.steps.first_cutoff(begin);
    for (auto node = begin; node < end; ++node) {
        while (grid.cutoffs[begin_cutoff] <= node) {
            ++begin_cutoff;
        }
        worker.steps.move_to(node);
        const auto sources = graph.cited[node];
        const auto known_at = [&](std::size_t cutoff) { // sources that exist by then
            return static_cast<std::uint32_t>(std::ranges::lower_bound(sources, grid.cutoffs[cutoff]) -
                                              sources.begin());
        };
        auto first = begin_cutoff;
        while (first < cutoffs) {
            auto last = cutoffs;
            auto known = static_cast<std::uint32_t>(sources.size());
            if (!sources.empty() &&
                sources.back() >= grid.cutoffs[first]) { // one that is later than the document
                known = known_at(first);
                for (last = first + 1; last < cutoffs && known_at(last) == known;) {
                    ++last;
                }
            }
            state_->show(worker, node, first, last, known, visit);
            first = last;
        }
    }
}

} // namespace longmen::indicators
