// SPDX-License-Identifier: GPL-3.0-or-later
// What indicators of groups are made of, gathered in one pass over the documents of each.
#pragma once

#include <longmen/indicators/group_columns.hpp>

#include <vector>

namespace longmen::indicators::detail {

/// By documents, descending, then number of the group. Preconditions as compute_groups checks them.
[[nodiscard]] std::vector<GroupFacts> group_facts(const ColumnInput& input, const GroupOptions& options,
                                                  Threads& threads);

} // namespace longmen::indicators::detail
