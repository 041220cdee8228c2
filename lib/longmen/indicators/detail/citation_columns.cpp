// SPDX-License-Identifier: GPL-3.0-or-later
// Citations received and made.
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/column_work.hpp>

namespace longmen::indicators::detail {
namespace {

constexpr Text citations{"次", "citations"};

Column forward(ColumnWork& work, const ColumnIndicator&, Parameters parameters) {
    const auto years = parameters[0];
    const auto& counts = work.forward(years);
    return {{},
            work.each([&](std::size_t node) { return counts[node] < 0 ? undefined_value : counts[node]; }),
            work.open_windows(years)};
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
                    &forward},
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
};

} // namespace

std::span<const ColumnIndicator> citation_columns() {
    return list;
}

} // namespace longmen::indicators::detail
