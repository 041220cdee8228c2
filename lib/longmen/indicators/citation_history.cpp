// SPDX-License-Identifier: GPL-3.0-or-later
// Citers fall between steps, and are summed up along them.
#include <longmen/indicators/citation_history.hpp>

#include <longmen/indicators/detail/citing_same_year.hpp>
#include <longmen/indicators/detail/time_steps.hpp>

#include <algorithm>
#include <vector>

namespace longmen::indicators {

struct CitationHistory::State {
    struct alignas(apart) Worker {
        detail::TimeSteps steps;
        std::vector<std::int32_t> counts;
    };
    const graph::CitationGraph& graph;
    const graph::DayIndex& index;
    const HistoryGrid& grid;
    Buffer<graph::NodeId> begins;
    std::vector<Worker> workers;
};

CitationHistory::CitationHistory(const graph::CitationGraph& graph, const graph::DayIndex& index,
                                 const HistoryGrid& grid, unsigned threads) {
    detail::TimeSteps::check(grid);
    state_.reset(new State{graph, index, grid, graph::same_day_begins(graph, index), {}});
    for (unsigned thread = 0; thread < threads; ++thread) {
        state_->workers.push_back({detail::TimeSteps{graph, index, grid},
                                   std::vector<std::int32_t>(grid.windows.size() + grid.cutoffs.size() + 1)});
    }
}

CitationHistory::~CitationHistory() = default;

void CitationHistory::each(graph::NodeId begin, graph::NodeId end, unsigned thread, const Visit& visit) {
    const auto& graph = state_->graph;
    auto& [steps, counts] = state_->workers[thread];
    end = std::min(end, state_->grid.cutoffs.back());
    const auto& cutoffs = state_->grid.cutoffs;
    auto first = steps.first_cutoff(begin);
    for (auto node = begin; node < end; ++node) {
        while (cutoffs[first] <= node) {
            ++first;
        }
        steps.move_to(node);
        const auto size = steps.size();
        if (node < state_->index.first_known()) {
            std::ranges::fill(counts, -1);
        } else {
            const auto from = state_->begins[node];
            const auto least = steps.of(node);
            std::fill(counts.begin() + static_cast<std::ptrdiff_t>(least),
                      counts.begin() + static_cast<std::ptrdiff_t>(size) + 1, 0);
            for (const auto citing : graph.citing[node]) {
                counts[std::max(least, steps.of(citing))] += static_cast<std::int32_t>(citing >= from);
            }
            counts[least] += detail::citing_same_year(graph, node, from);
            for (auto step = least + 1; step < size; ++step) {
                counts[step] += counts[step - 1];
            }
        }
        visit(node, steps.history<std::int32_t>(first, cutoffs.size(), graph.cited.count(node), counts));
    }
}

} // namespace longmen::indicators
