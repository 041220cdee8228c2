// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes that are counts of citations, of records and of bare documents alike.
#pragma once

#include <longmen/graph/citation_graph.hpp>
#include <longmen/scoring/term_column.hpp>
#include <longmen/service/outcomes.hpp>

#include <cstddef>

namespace longmen::service::detail {

void leave_out(Outcomes& outcomes, std::size_t patent, LeftOut why);

/// Whether one filed on a day has just so many full years on another, whatever day of a month or year alone
/// the filing was.
[[nodiscard]] bool of_age(const Date& filed, int full_years, const Date& day);

/// Citations of a document by those from `begin` to before `end`.
[[nodiscard]] double citations_by(const graph::CitationGraph& graph, NodeId cited, NodeId begin, NodeId end);

/// Sets `happened` from `counts` where it is not left out: at least so many, above the median, or among the
/// top share. Of what is judged in cohorts those are left out that have too few of the like (`small_cohort`).
/// Of the top share are only counts above `floor`.
void judge_counts(Outcomes& outcomes, const OutcomeSpec& spec, const scoring::Placement& placement,
                  std::size_t cohort_minimum, double floor = 0);

} // namespace longmen::service::detail
