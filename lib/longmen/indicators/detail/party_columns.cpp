// SPDX-License-Identifier: GPL-3.0-or-later
// What applicants in common tell.
#include <longmen/graph/co_occurrence.hpp>
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/measured_column.hpp>
#include <longmen/indicators/partners.hpp>
#include <longmen/indicators/self_citations.hpp>

namespace longmen::indicators::detail {
namespace {

template <bool Forward>
Column own_share(ColumnWork& work, const ColumnIndicator&, Parameters) {
    const auto& input = work.input;
    const auto& neighbours = Forward ? input.graph.citing : input.graph.cited;
    Column column{{}, self_citation_share(neighbours, input.applicants, work.threads)};
    column.reasons = reasons_of(work, column.values, [&](std::size_t node) {
        return input.applicants.count(node) > 0 && neighbours.count(node) == 0 ? Undefined::no_citations
                                                                               : Undefined::no_data;
    });
    return column;
}

template <Counts SelfCitations::*Part>
Column of_relation(ColumnWork& work, const ColumnIndicator&, Parameters parameters) {
    const auto& counts = work.self_citations(parameters[0]).*Part;
    return {{},
            work.each([&](std::size_t node) { return counts[node] < 0 ? undefined_value : counts[node]; }),
            work.open_windows(parameters[0])};
}

Column partner_count(ColumnWork& work, const ColumnIndicator&, Parameters) {
    const auto network =
        graph::co_occurrence(work.input.applicant_count, work.input.applicants, {}, work.threads);
    const auto counts = partners(network.graph.view(), work.input.applicants, work.threads);
    return {{},
            work.each([&](std::size_t node) { return counts[node] < 0 ? undefined_value : counts[node]; })};
}

constexpr std::array list{
    ColumnIndicator{{"self_citation_share_backward",
                     {"", ""},
                     {"自引率（引用）", "Self-citation share, backward"},
                     {"所引文献中与本件有共同申请人的比例，只计双方申请人均已知的引用",
                      "Share of the documents it cites with an applicant in common, among those with a known "
                      "applicant"},
                     "hall-2001-nber"},
                    "self_citation_share_backward",
                    {},
                    Need::applicants,
                    &own_share<false>},
    ColumnIndicator{
        {"self_citation_share_forward",
         {"", ""},
         {"自引率（被引）", "Self-citation share, forward"},
         {"施引文献中与本件有共同申请人的比例，只计双方申请人均已知的引用",
          "Share of the documents that cite it with an applicant in common, among those with a known "
          "applicant"},
         "hall-2001-nber"},
        "self_citation_share_forward",
        {},
        Need::applicants,
        &own_share<true>},
    ColumnIndicator{{"self_citations_Ny",
                     {"次", "citations"},
                     {"N 年内自引次数", "Self-citations received, N years"},
                     {"N 年内来自有共同申请人的文献的被引次数；未知申请人的施引文献不计",
                      "Times cited within N years by documents with an applicant in common; citing documents "
                      "without a known applicant are not among them"},
                     "hall-2001-nber"},
                    "self_citations_5y",
                    {{{1, graph::longest_window}}},
                    Need::applicants,
                    &of_relation<&SelfCitations::self>},
    ColumnIndicator{{"forward_citations_external_Ny",
                     {"次", "citations"},
                     {"N 年内他引次数", "Forward citations by others, N years"},
                     {"N 年内的被引次数减去自引次数；两者之和即全部被引次数",
                      "Times cited within N years other than by itself; with the self-citations it makes all "
                      "of them"},
                     "hall-2001-nber"},
                    "forward_citations_external_5y",
                    {{{1, graph::longest_window}}},
                    Need::applicants,
                    &of_relation<&SelfCitations::external>},
    ColumnIndicator{{"partners",
                     {"个", "applicants"},
                     {"合作申请人数", "Partners"},
                     {"与本件申请人在任一专利上共同申请过的其他申请人数",
                      "Other applicants that share any document with its applicants"},
                     "newman-2001"},
                    "partners",
                    {},
                    Need::applicants,
                    &partner_count},
};

} // namespace

std::span<const ColumnIndicator> party_columns() {
    return list;
}

} // namespace longmen::indicators::detail
