// SPDX-License-Identifier: GPL-3.0-or-later
// A list of neighbours ascends in time, so it is taken piece by piece from one cut-off to the next.
#include <longmen/indicators/diversity_history.hpp>

#include <longmen/indicators/detail/spread.hpp>

namespace longmen::indicators {

struct DiversityHistory::State {
    virtual ~State() = default;
    virtual void each(graph::NodeId begin, graph::NodeId end, unsigned thread, const Visit& visit) = 0;
};

template <typename Packed, typename Spread>
struct DiversityHistory::Typed final : State {
    struct alignas(apart) Worker {
        Spread spread;
        std::vector<double> values;
    };
    graph::Lists neighbours;
    std::span<const graph::NodeId> cutoffs;
    Packed packed;
    std::vector<Worker> workers;

    Typed(const graph::Lists& lists, const graph::Lists& classes, std::span<const graph::NodeId> ends,
          Threads& threads)
        : neighbours(lists), cutoffs(ends), packed(classes, threads) {}

    void each(graph::NodeId begin, graph::NodeId end, unsigned thread, const Visit& visit) override {
        auto& [spread, values] = workers[thread];
        end = cutoffs.empty() ? 0 : std::min(end, cutoffs.back());
        for (auto node = begin; node < end; ++node) {
            detail::fetch_ahead(neighbours, node, packed);
            const auto list = neighbours[node];
            std::size_t taken = 0;
            const auto first =
                static_cast<std::size_t>(std::ranges::upper_bound(cutoffs, node) - cutoffs.begin());
            for (auto cutoff = first; cutoff < cutoffs.size(); ++cutoff) {
                auto until = taken;
                while (until < list.size() && list[until] < cutoffs[cutoff]) {
                    ++until;
                }
                if (until > taken || cutoff == first) {
                    spread.add(list.subspan(taken, until - taken));
                    taken = until;
                    values[cutoff] = spread.value_so_far();
                } else {
                    values[cutoff] = values[cutoff - 1];
                }
            }
            spread.take();
            visit(node, first, values);
        }
    }
};

DiversityHistory::DiversityHistory(const graph::Lists& neighbours, const graph::Lists& classes,
                                   std::uint32_t class_count, DiversityRule rule, bool corrected,
                                   std::span<const graph::NodeId> cutoffs, Threads& threads) {
    detail::check_rule(rule, corrected);
    state_ = detail::with_spread(
        class_count, rule, [&]<typename Packed, typename Spread>() -> std::unique_ptr<State> {
            auto typed = std::make_unique<Typed<Packed, Spread>>(neighbours, classes, cutoffs, threads);
            for (unsigned thread = 0; thread < threads.count(); ++thread) {
                typed->workers.push_back({Spread{typed->packed, class_count, rule, corrected},
                                          std::vector<double>(cutoffs.size())});
            }
            return typed;
        });
}

DiversityHistory::~DiversityHistory() = default;

void DiversityHistory::each(graph::NodeId begin, graph::NodeId end, unsigned thread, const Visit& visit) {
    state_->each(begin, end, thread, visit);
}

} // namespace longmen::indicators
