// SPDX-License-Identifier: GPL-3.0-or-later
// Counts to outcomes: enough of them, or more than most of the like.
#include <longmen/service/detail/outcome_counts.hpp>
#include <longmen/stats/cohorts.hpp>

#include <algorithm>

namespace longmen::service::detail {
namespace {

/// Among the most cited: cited, and less than the share of the cohort is cited more often. Ties are all in.
void mark_top(Outcomes& outcomes, const scoring::Placement& placement, double share, std::size_t minimum) {
    auto members = placement.members;
    for (std::size_t i = 0; i < members.size(); ++i) {
        members[i].counted = outcomes.happened[i] != Outcomes::left_out;
    }
    const auto cohorts = stats::make_cohorts(members, minimum);
    std::vector<std::vector<double>> sorted;
    for (const auto& cohort : cohorts.cohorts) {
        auto& counts = sorted.emplace_back();
        for (const auto member : cohort.members) {
            counts.push_back(outcomes.counts[member]);
        }
        std::ranges::sort(counts);
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (!members[i].counted) {
            continue;
        }
        const auto& cohort = cohorts.cells[cohorts.cell_of[i]].cohort;
        if (!cohort) {
            leave_out(outcomes, i, LeftOut::small_cohort);
            continue;
        }
        const auto& counts = sorted[*cohort];
        const auto above =
            static_cast<double>(counts.end() - std::ranges::upper_bound(counts, outcomes.counts[i]));
        outcomes.happened[i] =
            outcomes.counts[i] > 0 && above < share * static_cast<double>(counts.size()) ? 1 : 0;
    }
}

} // namespace

void leave_out(Outcomes& outcomes, std::size_t patent, LeftOut why) {
    outcomes.happened[patent] = Outcomes::left_out;
    outcomes.why[patent] = why;
}

double citations_by(const graph::CitationGraph& graph, NodeId cited, NodeId begin, NodeId end) {
    const auto citing = graph.citing[cited]; // ascending in time
    return static_cast<double>(std::ranges::lower_bound(citing, end) -
                               std::ranges::lower_bound(citing, begin));
}

void judge_counts(Outcomes& outcomes, const OutcomeSpec& spec, const scoring::Placement& placement,
                  std::size_t cohort_minimum) {
    if (spec.kind == OutcomeSpec::Kind::citations_top) {
        mark_top(outcomes, placement, spec.share, cohort_minimum);
        return;
    }
    for (std::size_t i = 0; i < outcomes.happened.size(); ++i) {
        if (outcomes.happened[i] != Outcomes::left_out) {
            outcomes.happened[i] = outcomes.counts[i] >= static_cast<double>(spec.least) ? 1 : 0;
        }
    }
}

} // namespace longmen::service::detail
