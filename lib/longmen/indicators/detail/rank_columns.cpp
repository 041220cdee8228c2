// SPDX-License-Identifier: GPL-3.0-or-later
// Importance that flows along citations.
#include <longmen/graph/cite_rank.hpp>
#include <longmen/graph/components.hpp>
#include <longmen/graph/path_counts.hpp>
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/measured_column.hpp>
#include <longmen/indicators/rescaled_rank.hpp>

namespace longmen::indicators::detail {
namespace {

constexpr double hundred = 100;

Column ranked(ColumnWork& work, const ColumnIndicator&, Parameters parameters) {
    const auto& ranks = work.page_rank(parameters[0]);
    return {{}, work.each([&](std::size_t node) { return ranks[node]; })};
}

Column rescaled(ColumnWork& work, const ColumnIndicator&, Parameters parameters) {
    const auto first = work.days().first_known();
    const auto dated = work.input.nodes() - first;
    Column column{{}, rescaled_rank(work.page_rank(parameters[0]), first, work.threads)};
    column.reasons = reasons_of(work, column.values, [&](std::size_t node) {
        return node < first                    ? Undefined::no_data
               : dated < fewest_contemporaries ? Undefined::cohort_too_small
                                               : Undefined::zero_denominator;
    });
    return column;
}

Column read_from_the_new(ColumnWork& work, const ColumnIndicator&, Parameters parameters) {
    constexpr double ten = 10;
    return {{},
            graph::cite_rank(work.input.graph, work.topology(), parameters[0] / hundred, parameters[1] / ten,
                             work.input.as_of, work.threads)};
}

template <graph::PathWeight Weight>
Column paths_through(ColumnWork& work, const ColumnIndicator&, Parameters) {
    const auto paths = graph::count_paths_through(work.input.graph, work.topology(), Weight, work.threads);
    return {{}, work.each([&](std::size_t node) { return paths.logarithm(node); })};
}

Column component_size(ColumnWork& work, const ColumnIndicator&, Parameters) {
    const auto components = graph::weak_components(work.input.graph, work.threads);
    return {{}, work.each([&](std::size_t node) { return components.sizes[components.of[node]]; })};
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
    ColumnIndicator{
        {"pagerank_rescaled_aN",
         {"", ""},
         {"年龄校正 PageRank，阻尼 N%", "Rescaled PageRank, damping N %"},
         {"PageRank 与年代最接近的文献相比，高出均值多少个标准差",
          "PageRank against the documents nearest in age, in standard deviations above their mean"},
         "mariani-2018"},
        "pagerank_rescaled_a50",
        {{{1, 99}}},
        Need::nothing,
        &rescaled},
    ColumnIndicator{
        {"citerank_aN_tM",
         {"", ""},
         {"CiteRank，停止概率 N%，时间常数 M/10 年", "CiteRank, stopping N %, M tenths of a year"},
         {"从新文献出发、沿引用回溯的读者到达的概率，全部文献之和为一",
          "Where readers come by who begin at new documents and follow citations; all documents sum "
          "to one"},
         "walker-2007"},
        "citerank_a50_t26",
        {{{1, 99}, {1, 1000}}},
        Need::nothing,
        &read_from_the_new},
    ColumnIndicator{{"spc_log",
                     {"", ""},
                     {"主路径计数（SPC，自然对数）", "Paths through, SPC (natural logarithm)"},
                     {"从源到汇、经过本件的引用路径数的自然对数",
                      "Natural logarithm of the number of citation paths from sources to sinks through it"},
                     "hummon-doreian-1989"},
                    "spc_log",
                    {},
                    Need::nothing,
                    &paths_through<graph::PathWeight::spc>},
    ColumnIndicator{
        {"spnp_log",
         {"", ""},
         {"路径节点对（SPNP，自然对数）", "Paths through, SPNP (natural logarithm)"},
         {"任意两件之间、经过本件的引用路径数的自然对数",
          "Natural logarithm of the number of citation paths between any two documents through it"},
         "hummon-doreian-1989"},
        "spnp_log",
        {},
        Need::nothing,
        &paths_through<graph::PathWeight::spnp>},
    ColumnIndicator{
        {"component_size",
         {"件", "documents"},
         {"连通分量规模", "Component"},
         {"不计引用方向，与本件直接或间接相连的文献数（含本件）",
          "Documents connected with it, directly or not, whatever the direction of citations; itself "
          "included"},
         "sutton-2018"},
        "component_size",
        {},
        Need::nothing,
        &component_size},
};

} // namespace

std::span<const ColumnIndicator> rank_columns() {
    return list;
}

} // namespace longmen::indicators::detail
