// SPDX-License-Identifier: GPL-3.0-or-later
// Shared parts, when first asked for.
#include <longmen/indicators/detail/column_work.hpp>

#include <longmen/base/date.hpp>
#include <longmen/graph/page_rank.hpp>
#include <longmen/indicators/citation_history.hpp>
#include <longmen/indicators/column_models.hpp>
#include <longmen/indicators/disruption_history.hpp>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace longmen::indicators {
namespace {

/// The kernel's counts of all documents for each window, as of the whole graph, made into `to` by year.
template <typename Kernel, typename Item, typename Value>
void in_one_pass(const ColumnInput& input, const graph::DayIndex& days, const std::vector<int>& windows,
                 Threads& threads, std::map<int, Buffer<Item>>& to, Value value) {
    const auto nodes = input.nodes();
    if (windows.size() < 2 || nodes == 0) {
        return;
    }
    const HistoryGrid grid{windows, {static_cast<graph::NodeId>(nodes)}};
    std::vector<Item*> columns;
    for (const int years : windows) {
        columns.push_back(to.insert_or_assign(years, Buffer<Item>(nodes)).first->second.data());
    }
    constexpr std::size_t nodes_of_piece = std::size_t{1} << 11;
    Kernel kernel{input.graph, days, grid, threads.count()};
    threads.ranges(nodes, nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
        kernel.each(static_cast<graph::NodeId>(begin), static_cast<graph::NodeId>(end), thread,
                    [&](graph::NodeId node, const auto& history) {
                        for (std::size_t window = 0; window < columns.size(); ++window) {
                            columns[window][node] = value(history.at(window, 0));
                        }
                    });
    });
}

} // namespace

void ColumnWork::all_windows(const HistoryPlan& plan) {
    in_one_pass<CitationHistory>(input, days(), HistoryPlan::windows(plan.citations), threads, forward_,
                                 [](std::int32_t count) { return count; });
    in_one_pass<DisruptionHistory>(input, days(), HistoryPlan::windows(plan.disruption), threads, disruption_,
                                   [](const DisruptionSums& sums) { return sums.counts(); });
}

const graph::DayIndex& ColumnWork::days() {
    if (!days_) {
        days_.emplace(input.graph.day);
    }
    return *days_;
}

const graph::Topology& ColumnWork::topology() {
    if (!topology_) {
        topology_ = graph::find_topology(input.graph, threads);
    }
    return *topology_;
}

const Counts& ColumnWork::forward(int years) {
    const auto [counts, fresh] = forward_.try_emplace(years);
    if (fresh) {
        counts->second = forward_citations(input.graph, days(), years, threads);
    }
    return counts->second;
}

const Buffer<DisruptionCounts>& ColumnWork::disruption(int years) {
    const auto [counts, fresh] = disruption_.try_emplace(years);
    if (fresh) {
        counts->second = indicators::disruption(input.graph, days(), years, threads);
    }
    return counts->second;
}

const SelfCitations& ColumnWork::self_citations(int years) {
    const auto [counts, fresh] = self_citations_.try_emplace(years);
    if (fresh) {
        counts->second = indicators::self_citations(input.graph, days(), input.applicants, years, threads);
    }
    return counts->second;
}

const Buffer<double>& ColumnWork::page_rank(int percent) {
    constexpr double hundred = 100;
    const auto [ranks, fresh] = page_rank_.try_emplace(percent);
    if (fresh) {
        ranks->second = graph::page_rank(input.graph, topology(), percent / hundred, threads);
    }
    return ranks->second;
}

Buffer<std::uint32_t> ColumnWork::offices() {
    return each<std::uint32_t>([&](std::size_t node) {
        const auto* record = input.records.empty() ? nullptr : input.records[node];
        return record != nullptr       ? office_number(record->office)
               : input.numbers.empty() ? 0
                                       : office_of(input.numbers[node]);
    });
}

const Peers& ColumnWork::peers() {
    if (peers_) {
        return *peers_;
    }
    peers_.emplace();
    const auto office = offices();
    peers_->of = Buffer<std::uint32_t>(input.nodes(), Filled::no);
    std::unordered_map<std::uint64_t, std::uint32_t> groups;
    std::vector<std::uint32_t> sizes;
    int year = 0;
    graph::Day year_end = graph::unknown_day; // days ascend: a year is looked up once
    std::uint64_t last_key = 0;
    std::uint32_t last_group = Peers::none;
    for (std::size_t node = 0; node < input.nodes(); ++node) {
        const auto day = input.graph.day[node];
        if (day == graph::unknown_day || input.field[node] == 0) {
            peers_->of[node] = Peers::none;
            continue;
        }
        if (day > year_end) {
            year = Date::from_days(day).year();
            year_end = Date::from_ymd(year, 12, 31)->days();
        }
        const auto key = (static_cast<std::uint64_t>(year) << 32U) | (std::uint64_t{office[node]} << 8U) |
                         input.field[node];
        if (key != last_key) {
            const auto [at, fresh] = groups.try_emplace(key, static_cast<std::uint32_t>(sizes.size()));
            if (fresh) {
                sizes.push_back(0);
            }
            last_key = key;
            last_group = at->second;
        }
        peers_->of[node] = last_group;
        ++sizes[last_group];
    }
    peers_->sizes = Buffer<std::uint32_t>(sizes.size());
    std::ranges::copy(sizes, peers_->sizes.begin());
    return *peers_;
}

const TextTerms& ColumnWork::terms() {
    if (!terms_) {
        std::vector<DocumentText> texts(input.nodes());
        for (std::size_t node = days().first_known(); node < texts.size(); ++node) {
            if (const auto* record = input.records[node]) {
                texts[node] = {record->title.empty() ? record->title_en : record->title, record->abstract};
            }
        }
        terms_ = text_terms(texts, threads);
    }
    return *terms_;
}

const Buffer<double>& ColumnWork::text_similarity(TextSide side, int years) {
    const auto [values, fresh] = text_similarity_.try_emplace({side, years});
    if (fresh) {
        values->second = indicators::text_similarity(terms(), input.graph, days(), side, years,
                                                     input.models->texts, threads);
    }
    return values->second;
}

Buffer<double> ColumnWork::forward_values(int years) {
    const auto& counts = forward(years);
    return each([&](std::size_t node) { return counts[node] < 0 ? undefined_value : counts[node]; });
}

Buffer<std::uint8_t> ColumnWork::open_windows(int years) {
    const auto& graph = input.graph;
    Buffer<std::uint8_t> open(graph.nodes(), Filled::no);
    std::fill_n(open.begin(), days().first_known(), std::uint8_t{0});
    auto day = graph::unknown_day; // far fewer days than documents
    bool of_year = false;
    std::uint8_t later = 0;
    for (std::size_t node = days().first_known(); node < open.size(); ++node) {
        const bool year_only = !graph.knows_day(static_cast<graph::NodeId>(node));
        if (graph.day[node] != day || year_only != of_year) {
            day = graph.day[node];
            of_year = year_only;
            later = graph::window_end(day, year_only, years) > input.as_of ? 1 : 0;
        }
        open[node] = later;
    }
    return open;
}

} // namespace longmen::indicators
