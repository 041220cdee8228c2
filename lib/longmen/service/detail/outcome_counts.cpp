// SPDX-License-Identifier: GPL-3.0-or-later
// Counts to outcomes: enough of them, or more than most of the like.
#include <longmen/service/detail/outcome_counts.hpp>

#include <longmen/record/set_back.hpp>
#include <longmen/stats/cohorts.hpp>

#include <algorithm>

namespace longmen::service::detail {
namespace {

/// Among the most: above the floor, and less than the share of the cohort has more. Ties are all in.
bool among_top(const std::vector<double>& sorted, double count, double share, double floor) {
    const auto above = static_cast<double>(sorted.end() - std::ranges::upper_bound(sorted, count));
    return count > floor && above < share * static_cast<double>(sorted.size());
}

bool above_median(const std::vector<double>& sorted, double count) {
    const auto half = sorted.size() / 2;
    const auto median = sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    return count > median;
}

void mark_in_cohorts(Outcomes& outcomes, const OutcomeSpec& spec, const scoring::Placement& placement,
                     std::size_t minimum, double floor) {
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
        const bool happened = spec.median ? above_median(counts, outcomes.counts[i])
                                          : among_top(counts, outcomes.counts[i], spec.share, floor);
        outcomes.happened[i] = happened ? 1 : 0;
    }
}

} // namespace

void leave_out(Outcomes& outcomes, std::size_t patent, LeftOut why) {
    outcomes.happened[patent] = Outcomes::left_out;
    outcomes.why[patent] = why;
}

bool of_age(const Date& filed, int full_years, const Date& day) {
    return last_day_of(filed).add_years(full_years).days() <= day.days() &&
           filed.add_years(full_years + 1).days() > day.days();
}

double citations_by(const graph::CitationGraph& graph, NodeId cited, NodeId begin, NodeId end) {
    const auto citing = graph.citing[cited]; // ascending in time
    return static_cast<double>(std::ranges::lower_bound(citing, end) -
                               std::ranges::lower_bound(citing, begin));
}

void judge_counts(Outcomes& outcomes, const OutcomeSpec& spec, const scoring::Placement& placement,
                  std::size_t cohort_minimum, double floor) {
    if (spec.in_cohort()) {
        mark_in_cohorts(outcomes, spec, placement, cohort_minimum, floor);
        return;
    }
    for (std::size_t i = 0; i < outcomes.happened.size(); ++i) {
        if (outcomes.happened[i] != Outcomes::left_out) {
            outcomes.happened[i] = outcomes.counts[i] >= static_cast<double>(spec.least) ? 1 : 0;
        }
    }
}

} // namespace longmen::service::detail
