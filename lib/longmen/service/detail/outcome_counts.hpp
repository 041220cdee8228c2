// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes that are counts of citations, of records and of bare documents alike.
#pragma once

#include <longmen/graph/citation_graph.hpp>
#include <longmen/scoring/term_column.hpp>
#include <longmen/service/outcomes.hpp>

#include <cstddef>

namespace longmen::service::detail {

void leave_out(Outcomes& outcomes, std::size_t patent, LeftOut why);

/// Citations of a document by those from `begin` to before `end`.
[[nodiscard]] double citations_by(const graph::CitationGraph& graph, NodeId cited, NodeId begin, NodeId end);

/// Sets `happened` from `counts` for `citations` and `citations_top`, where it is not left out. Of the latter
/// those are left out that have too few of the like (`small_cohort`).
void judge_counts(Outcomes& outcomes, const OutcomeSpec& spec, const scoring::Placement& placement,
                  std::size_t cohort_minimum);

} // namespace longmen::service::detail
