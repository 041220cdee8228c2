// SPDX-License-Identifier: GPL-3.0-or-later
// Citations received and made.
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/history_plan.hpp>
#include <longmen/indicators/detail/measured_column.hpp>

namespace longmen::indicators::detail {
namespace {

constexpr Text citations{"次", "citations"};

Column forward(ColumnWork& work, const ColumnIndicator&, Parameters parameters) {
    return {{}, work.forward_values(parameters[0]), work.open_windows(parameters[0])};
}

void plan_forward(HistoryPlan& plan, Parameters parameters) {
    plan.citations.push_back({plan.key, parameters[0]});
}

/// Against the peers of field, year and office: why there is no value.
Column with_reasons(ColumnWork& work, Column column, std::uint32_t least) {
    const auto& peers = work.peers();
    column.reasons = reasons_of(work, column.values, [&](std::size_t node) {
        const auto group = peers.of[node];
        return work.input.graph.day[node] == graph::unknown_day ? Undefined::no_data
               : group == Peers::none                           ? Undefined::no_classes
               : peers.sizes[group] < least                     ? Undefined::cohort_too_small
                                                                : Undefined::zero_denominator;
    });
    return column;
}

Column relative(ColumnWork& work, const ColumnIndicator&, Parameters parameters) {
    return with_reasons(work,
                        {{},
                         relative_to_peers(work.forward_values(parameters[0]), work.peers(), work.threads),
                         work.open_windows(parameters[0])},
                        least_of_mean);
}

template <auto Kernel>
Column top_hundredth(ColumnWork& work, const ColumnIndicator&, Parameters parameters) {
    return with_reasons(work,
                        {{},
                         Kernel(work.forward_values(parameters[0]), work.peers(), work.threads),
                         work.open_windows(parameters[0])},
                        least_of_breakthrough);
}

Column backward(ColumnWork& work, const ColumnIndicator&, Parameters) {
    return {{},
            work.each([&](std::size_t node) {
                const auto count = work.input.graph.cited.count(node);
                return count == 0 ? undefined_value : static_cast<double>(count);
            }),
            {},
            Undefined::no_citations};
}

constexpr std::array list{
    ColumnIndicator{{"forward_citations_Ny",
                     citations,
                     {"N 年内被引次数", "Forward citations, N years"},
                     {"公开或申请后 N 年内被引用的次数；窗口未满的标为不完整",
                      "Times cited within N years; incomplete while the window is open"},
                     "oecd-2013-03"},
                    "forward_citations_5y",
                    {{{1, graph::longest_window}}},
                    Need::nothing,
                    &forward,
                    &plan_forward},
    ColumnIndicator{
        {"backward_citations",
         citations,
         {"引用次数", "Backward citations"},
         {"所引用的专利文献数；一条也没有的按无数据处理", "Documents cited; none at all counts as no data"},
         "oecd-2013-03"},
        "backward_citations",
        {},
        Need::nothing,
        &backward},
    ColumnIndicator{{"relative_citations_Ny",
                     {"倍", "times"},
                     {"相对被引，N 年", "Relative citations, N years"},
                     {"N 年内被引次数与同领域、同年、同受理局专利均值之比；不足 30 件的组不计",
                      "Citations within N years over the mean of the same field, year and office; groups of "
                      "fewer than 30 give none"},
                     "oecd-2013-03"},
                    "relative_citations_5y",
                    {{{1, graph::longest_window}}},
                    Need::fields,
                    &relative},
    ColumnIndicator{
        {"breakthrough_Ny",
         {"", ""},
         {"突破性专利，N 年", "Breakthrough, N years"},
         {"N 年内被引次数居同领域、同年、同受理局前 1% 的为 1，并列者全部计入；不足 100 件的组不计",
          "1 for those among the most cited 1 % of the same field, year and office, ties all in; "
          "groups of fewer than 100 give none"},
         "oecd-2013-03"},
        "breakthrough_5y",
        {{{1, graph::longest_window}}},
        Need::fields,
        &top_hundredth<&breakthrough>},
    ColumnIndicator{
        {"breakthrough_share_Ny",
         {"", ""},
         {"突破性专利实际占比，N 年", "Realised share of breakthroughs, N years"},
         {"同领域、同年、同受理局中被计为突破性专利的实际比例；并列使其偏离 1%，零被引者从不计入",
          "Share of the same field, year and office that counts as breakthrough: ties move it from 1 %, and "
          "nothing uncited ever counts"},
         "oecd-2013-03"},
        "breakthrough_share_5y",
        {{{1, graph::longest_window}}},
        Need::fields,
        &top_hundredth<&breakthrough_share>,
        nullptr,
        {},
        true},
};

} // namespace

std::span<const ColumnIndicator> citation_columns() {
    return list;
}

} // namespace longmen::indicators::detail
