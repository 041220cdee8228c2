// SPDX-License-Identifier: GPL-3.0-or-later
// The CD index and what is made of it.
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/column_work.hpp>
#include <longmen/indicators/detail/history_plan.hpp>

namespace longmen::indicators::detail {
namespace {

template <bool Weighted>
Column disrupted(ColumnWork& work, const ColumnIndicator&, Parameters parameters) {
    const auto years = parameters[0];
    const auto& counts = work.disruption(years);
    return {{},
            work.each([&](std::size_t node) {
                const auto sources = work.input.graph.cited.count(node);
                return Weighted ? mcd_index(counts[node], sources) : cd_index(counts[node], sources);
            }),
            work.open_windows(years),
            Undefined::no_citations};
}

template <bool Weighted>
void plan_disruption(HistoryPlan& plan, Parameters parameters) {
    plan.disruption.push_back({plan.key, parameters[0], Weighted});
}

constexpr std::array list{
    ColumnIndicator{
        {"cd_Ny",
         {"", ""},
         {"颠覆性指数，N 年", "CD index, N years"},
         {"后续文献是引用本件而不引其所引文献，还是一并引用；-1 到 1",
          "Whether later documents cite this one instead of its sources or along with them; -1 to 1"},
         "funk-owen-smith-2017"},
        "cd_5y",
        {{{1, graph::longest_window}}},
        Need::nothing,
        &disrupted<false>,
        &plan_disruption<false>},
    ColumnIndicator{{"mcd_Ny",
                     {"次", "citations"},
                     {"加权颠覆性指数，N 年", "mCD index, N years"},
                     {"颠覆性指数乘以窗口内被引次数", "The CD index times the citations within the window"},
                     "funk-owen-smith-2017"},
                    "mcd_5y",
                    {{{1, graph::longest_window}}},
                    Need::nothing,
                    &disrupted<true>,
                    &plan_disruption<true>},
};

} // namespace

std::span<const ColumnIndicator> disruption_columns() {
    return list;
}

} // namespace longmen::indicators::detail
