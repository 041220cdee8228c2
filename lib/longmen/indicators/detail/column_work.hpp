// SPDX-License-Identifier: GPL-3.0-or-later
// What several columns have in common, worked out once.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/graph/time.hpp>
#include <longmen/graph/topology.hpp>
#include <longmen/indicators/breakthrough.hpp>
#include <longmen/indicators/column.hpp>
#include <longmen/indicators/detail/history_plan.hpp>
#include <longmen/indicators/disruption.hpp>
#include <longmen/indicators/forward_citations.hpp>
#include <longmen/indicators/self_citations.hpp>
#include <longmen/indicators/text_similarity.hpp>
#include <longmen/indicators/text_terms.hpp>

#include <map>
#include <optional>
#include <utility>

namespace longmen::indicators {

class ColumnWork {
    std::optional<graph::DayIndex> days_;
    std::optional<graph::Topology> topology_;
    std::map<int, Counts> forward_;
    std::map<int, Buffer<DisruptionCounts>> disruption_;
    std::map<int, Buffer<double>> page_rank_;
    std::map<int, SelfCitations> self_citations_;
    std::optional<Peers> peers_;
    std::optional<TextTerms> terms_;
    std::map<std::pair<TextSide, int>, Buffer<double>> text_similarity_;

public:
    const ColumnInput& input;
    Threads& threads;

    ColumnWork(const ColumnInput& data, Threads& pool) : input(data), threads(pool) {}

    /// Works out all windows of a plan, where there are several of a kind, in one pass.
    void all_windows(const HistoryPlan& plan);

    const graph::DayIndex& days();
    const graph::Topology& topology();
    /// By window of years.
    const Counts& forward(int years);
    const Buffer<DisruptionCounts>& disruption(int years);

    /// By window of years.
    const SelfCitations& self_citations(int years);

    /// By damping in percent.
    const Buffer<double>& page_rank(int percent);
    /// By technology field, year of the clock and office.
    const Peers& peers();
    /// Of the record, else of the number, by number; 0 unknown.
    Buffer<std::uint32_t> offices();

    /// Of title and abstract of the records with a day. Precondition: there are records.
    const TextTerms& terms();
    /// By window of years. Precondition: there are records and rules of texts.
    const Buffer<double>& text_similarity(TextSide side, int years);

    /// 1 for documents whose window of `years` ends after the cut-off date.
    Buffer<std::uint8_t> open_windows(int years);

    /// Citations within the window, NaN without a day.
    Buffer<double> forward_values(int years);

    /// A column of `value(node)`, by all threads.
    template <typename Item = double, typename Value>
    Buffer<Item> each(Value value) {
        constexpr std::size_t nodes_of_piece = std::size_t{1} << 16;
        Buffer<Item> values(input.nodes(), Filled::no);
        threads.ranges(values.size(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
            for (auto node = begin; node < end; ++node) {
                values[node] = value(node);
            }
        });
        return values;
    }
};

} // namespace longmen::indicators
