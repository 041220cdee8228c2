// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of members in order and once, and the same lists turned round.
#pragma once

#include <longmen/graph/adjacency.hpp>

#include <cstddef>

namespace longmen::graph::detail {

/// Members of each group ascending, each once. UsageError when one is not below `items`.
[[nodiscard]] OwnedLists distinct_members(std::size_t items, const Lists& groups, Threads& threads);

/// Of each item the groups that hold it, ascending.
[[nodiscard]] OwnedLists turned_round(std::size_t items, const Lists& groups);

} // namespace longmen::graph::detail
