// SPDX-License-Identifier: GPL-3.0-or-later
// Passes that serve all years, and columns of separate years, put side by side.
#include <longmen/indicators/yearly_columns.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/citation_history.hpp>
#include <longmen/indicators/columns.hpp>
#include <longmen/indicators/cut_off.hpp>
#include <longmen/indicators/detail/history_plan.hpp>
#include <longmen/indicators/disruption_history.hpp>
#include <longmen/indicators/diversity_history.hpp>

#include <algorithm>
#include <optional>

namespace longmen::indicators {
namespace {

using graph::NodeId;

/// Columns of one year of the keys that no pass serves, in the order of `separate`.
using YearColumns = std::vector<Column>;

} // namespace

struct YearlyColumns::State {
    const ColumnInput& whole;
    std::vector<std::string> keys;
    std::vector<Date> ends;
    std::vector<NodeId> cutoffs;
    graph::DayIndex index;
    HistoryPlan plan;
    HistoryGrid citation_grid, disruption_grid;
    std::optional<CitationHistory> citations;
    std::optional<DisruptionHistory> disruption;
    std::vector<std::unique_ptr<DiversityHistory>> spreads; ///< in the order of the plan
    std::vector<std::size_t> separate;                      ///< places of the keys that no pass serves
    std::vector<YearColumns> years;

    State(const ColumnInput& input, std::span<const std::string> names)
        : whole(input), keys(names.begin(), names.end()), index(input.graph.day) {}

    [[nodiscard]] std::size_t row(const Block& block, NodeId node, std::size_t cutoff) const {
        return std::size_t{node - block.begin} * cutoffs.size() + cutoff;
    }
    void separate_years(Threads& threads);
    void open_windows(Block& block) const;
    void copy_years(Block& block) const;
};

namespace {

std::size_t place_of(const std::vector<int>& windows, int years) {
    return static_cast<std::size_t>(std::ranges::lower_bound(windows, years) - windows.begin());
}

} // namespace

void YearlyColumns::State::separate_years(Threads& threads) {
    std::vector<bool> served(keys.size());
    for (const auto* kind : {&plan.citations, &plan.disruption}) {
        for (const auto& one : *kind) {
            served[one.key] = true;
        }
    }
    for (const auto& one : plan.spreads) {
        served[one.key] = true;
    }
    std::vector<std::string> names;
    for (std::size_t key = 0; key < keys.size(); ++key) {
        if (!served[key]) {
            separate.push_back(key);
            names.push_back(keys[key]);
        }
    }
    for (std::size_t year = 0; year < ends.size() && !names.empty(); ++year) {
        const CutOff cut{whole, ends[year].days(), threads};
        years.push_back(compute_columns(cut.input(), names, threads));
    }
}

YearlyColumns::YearlyColumns(const ColumnInput& whole, std::span<const std::string> keys, int first_year,
                             int last_year, Threads& threads) {
    if (first_year > last_year || last_year - first_year >= static_cast<int>(most_year_ends)) {
        throw UsageError(sentence("年份 {}..{}：应由先到后，至多 {} 年",
                                  "years {}..{}: from earlier to later, at most {}", first_year, last_year,
                                  most_year_ends));
    }
    const auto wanted = columns_wanted(whole, keys);
    for (std::size_t key = 0; key < keys.size(); ++key) {
        const auto need = wanted[key].indicator->need;
        if (need == Need::records || need == Need::markets) {
            throw UsageError(
                sentence("{} 取自今天的著录数据，没有历年状态；请用 --as-of 单独计算",
                         "{} is told by the record as it is today and has no history; work it out "
                         "with --as-of",
                         keys[key]));
        }
    }
    state_ = std::make_unique<State>(whole, keys);
    auto& state = *state_;
    for (int year = first_year; year <= last_year; ++year) {
        state.ends.push_back(*Date::from_ymd(year, 12, 31));
        state.cutoffs.push_back(graph::documents_until(whole.graph, state.ends.back().days()));
    }
    state.plan = plan_of(wanted);
    const auto& graph = whole.graph;
    if (!state.plan.citations.empty()) {
        state.citation_grid = {HistoryPlan::windows(state.plan.citations), state.cutoffs};
        state.citations.emplace(graph, state.index, state.citation_grid, threads.count());
    }
    if (!state.plan.disruption.empty()) {
        state.disruption_grid = {HistoryPlan::windows(state.plan.disruption), state.cutoffs};
        state.disruption.emplace(graph, state.index, state.disruption_grid, threads.count());
    }
    for (const auto& one : state.plan.spreads) {
        state.spreads.push_back(std::make_unique<DiversityHistory>(one.forward ? graph.citing : graph.cited,
                                                                   whole.classes, whole.class_count, one.rule,
                                                                   one.corrected, state.cutoffs, threads));
    }
    state.separate_years(threads);
}

YearlyColumns::~YearlyColumns() = default;

std::span<const Date> YearlyColumns::cutoffs() const {
    return state_->ends;
}

NodeId YearlyColumns::documents() const {
    return state_->cutoffs.back();
}

std::size_t YearlyColumns::first_cutoff(NodeId node) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(state_->cutoffs, node) -
                                    state_->cutoffs.begin());
}

/// Marks what windows have not ended at the cut-off; those of documents of one day end together.
void YearlyColumns::State::open_windows(Block& block) const {
    for (const auto* kind : {&plan.citations, &plan.disruption}) {
        for (const auto& one : *kind) {
            auto& open = block.columns[one.key].open;
            auto day = graph::unknown_day;
            bool year_only = false;
            std::size_t closed = 0; // the first cut-off at which the window has ended
            for (auto node = block.begin; node < block.end; ++node) {
                if (whole.graph.day[node] == graph::unknown_day) {
                    std::fill_n(open.begin() + row(block, node, 0), cutoffs.size(), std::uint8_t{0});
                    continue;
                }
                if (whole.graph.day[node] != day || whole.graph.knows_day(node) == year_only) {
                    day = whole.graph.day[node];
                    year_only = !whole.graph.knows_day(node);
                    const auto end = graph::window_end(day, year_only, one.years);
                    for (closed = 0; closed < ends.size() && end > ends[closed].days();) {
                        ++closed;
                    }
                }
                auto* const marks = open.begin() + row(block, node, 0);
                std::fill_n(marks, closed, std::uint8_t{1});
                std::fill(marks + closed, marks + cutoffs.size(), std::uint8_t{0});
            }
        }
    }
}

void YearlyColumns::State::copy_years(Block& block) const {
    for (std::size_t i = 0; i < separate.size(); ++i) {
        auto& column = block.columns[separate[i]];
        for (std::size_t cutoff = 0; cutoff < cutoffs.size(); ++cutoff) {
            const auto& year = years[cutoff][i];
            for (auto node = block.begin; node < std::min(block.end, cutoffs[cutoff]); ++node) {
                const auto at = row(block, node, cutoff);
                column.values[at] = year.values[node];
                column.open[at] = year.complete(node) ? 0 : 1;
                column.reasons[at] =
                    static_cast<std::uint8_t>(year.defined(node) ? year.reason : year.why(node));
            }
        }
    }
}

void YearlyColumns::fill(Block& block, NodeId begin, NodeId end, unsigned thread) {
    auto& state = *state_;
    const auto cutoffs = state.cutoffs.size();
    const auto rows = std::size_t{end - begin} * cutoffs;
    block.begin = begin;
    block.end = end;
    if (block.columns.empty()) {
        for (const auto& key : state.keys) {
            block.columns.push_back({key, {}, {}, Undefined::no_citations, {}, {}});
        }
        for (const auto& one : state.plan.citations) {
            block.columns[one.key].reason = Undefined::no_data;
        }
        for (std::size_t i = 0; i < state.separate.size(); ++i) {
            block.columns[state.separate[i]].categories = state.years.front()[i].categories;
        }
    }
    for (auto& column : block.columns) {
        if (column.values.size() < rows) {
            column.values = Buffer<double>(rows);
            column.open = Buffer<std::uint8_t>(rows);
        }
        std::fill_n(column.values.begin(), rows, undefined_value);
    }
    for (const auto key : state.separate) {
        if (block.columns[key].reasons.size() < rows) {
            block.columns[key].reasons = Buffer<std::uint8_t>(rows);
        }
    }
    if (state.citations) {
        state.citations->each(begin, end, thread, [&](NodeId node, const auto& history) {
            for (const auto& one : state.plan.citations) {
                const auto window = place_of(state.citation_grid.windows, one.years);
                auto* const values = block.columns[one.key].values.begin() + state.row(block, node, 0);
                for (auto cutoff = history.first; cutoff < history.last; ++cutoff) {
                    const auto count = history.at(window, cutoff);
                    values[cutoff] = count < 0 ? undefined_value : count;
                }
            }
        });
    }
    if (state.disruption) {
        state.disruption->each(begin, end, thread, [&](NodeId node, const auto& history) {
            for (const auto& one : state.plan.disruption) {
                const auto window = place_of(state.disruption_grid.windows, one.years);
                auto* const values = block.columns[one.key].values.begin() + state.row(block, node, 0);
                for (auto cutoff = history.first; cutoff < history.last; ++cutoff) {
                    const auto counts = history.at(window, cutoff).counts();
                    values[cutoff] =
                        one.weighted ? mcd_index(counts, history.sources) : cd_index(counts, history.sources);
                }
            }
        });
    }
    for (std::size_t i = 0; i < state.spreads.size(); ++i) {
        auto& column = block.columns[state.plan.spreads[i].key];
        state.spreads[i]->each(
            begin, end, thread, [&](NodeId node, std::size_t first, std::span<const double> values) {
                std::copy(values.begin() + static_cast<std::ptrdiff_t>(first), values.end(),
                          column.values.begin() + state.row(block, node, first));
            });
    }
    state.open_windows(block);
    state.copy_years(block);
}

} // namespace longmen::indicators
