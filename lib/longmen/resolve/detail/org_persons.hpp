// SPDX-License-Identifier: GPL-3.0-or-later
// Persons written with fewer given names, initials, or a slip.
#pragma once

#include <longmen/resolve/detail/org_similarity.hpp>
#include <longmen/resolve/detail/org_units.hpp>

#include <vector>

namespace longmen::resolve::detail {

/// Adds pairs like `KOK THOMAS` and `KOK THOMAS R`, where few bear the surname and no third name speaks
/// against it.
void add_persons(const Units& units, const OrgTables& tables, std::vector<SimilarPair>& result);

} // namespace longmen::resolve::detail
