// SPDX-License-Identifier: GPL-3.0-or-later
// What applicants in common tell.
#include <longmen/graph/co_occurrence.hpp>
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/column_work.hpp>
#include <longmen/indicators/partners.hpp>
#include <longmen/indicators/self_citations.hpp>

namespace longmen::indicators::detail {
namespace {

template <bool Forward>
Column own_share(ColumnWork& work, const ColumnIndicator&, Parameters) {
    const auto& graph = work.input.graph;
    return {{},
            self_citation_share(Forward ? graph.citing : graph.cited, work.input.applicants, work.threads),
            {},
            Undefined::no_citations};
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
