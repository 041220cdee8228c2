// SPDX-License-Identifier: GPL-3.0-or-later
// Importance that flows along citations.
#include <longmen/graph/page_rank.hpp>
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/column_work.hpp>

namespace longmen::indicators::detail {
namespace {

constexpr double hundred = 100;

Column ranked(ColumnWork& work, const ColumnIndicator&, Parameters parameters) {
    return {{}, graph::page_rank(work.input.graph, work.topology(), parameters[0] / hundred, work.threads)};
}

constexpr std::array list{
    ColumnIndicator{{"pagerank_aN",
                     {"", ""},
                     {"PageRank，阻尼 N%", "PageRank, damping N %"},
                     {"沿引用传递的重要性，全部文献之和为一",
                      "Importance that flows along citations; all documents sum to one"},
                     "brin-page-1998"},
                    "pagerank_a50",
                    {{{1, 99}}},
                    Need::nothing,
                    &ranked},
};

} // namespace

std::span<const ColumnIndicator> rank_columns() {
    return list;
}

} // namespace longmen::indicators::detail
