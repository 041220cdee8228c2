// SPDX-License-Identifier: GPL-3.0-or-later
// References that are no patents.
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/count.hpp>
#include <longmen/indicators/detail/measured_column.hpp>
#include <longmen/indicators/literature_share.hpp>

namespace longmen::indicators::detail {
namespace {

Column count(ColumnWork& work, const ColumnIndicator& self, Parameters) {
    const auto literature = work.input.measure(self.measure);
    return measured_column(work,
                           [&](std::size_t node) { return count_value(measure_at(literature, node), 0); });
}

Column share(ColumnWork& work, const ColumnIndicator& self, Parameters) {
    const auto literature = work.input.measure(self.measure);
    return measured_column(work, [&](std::size_t node) {
        return literature_share(measure_at(literature, node), work.input.graph.cited.count(node));
    });
}

constexpr std::array list{
    ColumnIndicator{{"npl_citations",
                     {"篇", "references"},
                     {"非专利文献引用数", "Literature cited"},
                     {"所引用的非专利文献数，按来源所计；科学论文与其他文献不作区分",
                      "References that are no patents, as the source counts them; scientific papers are not "
                      "told from others"},
                     "oecd-2013-03"},
                    "npl_citations",
                    {},
                    Need::measure,
                    &count,
                    nullptr,
                    "npl_citations"},
    ColumnIndicator{{"npl_share",
                     {"", ""},
                     {"非专利文献引用占比", "Share of literature cited"},
                     {"非专利文献在全部引用（专利与非专利）中的比例",
                      "Share of references that are no patents among all it cites, patents and others"},
                     "oecd-2013-03"},
                    "npl_share",
                    {},
                    Need::measure,
                    &share,
                    nullptr,
                    "npl_citations"},
};

} // namespace

std::span<const ColumnIndicator> literature_columns() {
    return list;
}

} // namespace longmen::indicators::detail
