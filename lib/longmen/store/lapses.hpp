// SPDX-License-Identifier: GPL-3.0-or-later
// When rights ended: for want of a fee, or in any way.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <unordered_map>

namespace longmen::store {

/// By Patent::id, of the records whose status is `fee_lapsed`: the date of that status, else of the last such
/// event. Records without either are left out; so are those restored since, whose status is another.
[[nodiscard]] std::unordered_map<std::int64_t, Date> load_lapses(const Workspace& workspace);

/// By Patent::id, of every record whose status is one of the dead: the date of that status, found as above.
[[nodiscard]] std::unordered_map<std::int64_t, Date> load_ends(const Workspace& workspace);

} // namespace longmen::store
