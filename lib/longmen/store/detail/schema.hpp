// SPDX-License-Identifier: GPL-3.0-or-later
// The schema of the workspace database, one migration per version.
#pragma once

#include <longmen/store/detail/sqlite.hpp>

namespace longmen::store::detail {

inline constexpr int schema_version = 10;

/// Brings an empty or older database to `schema_version` in one transaction.
/// DataError when it was written by a newer program.
void migrate(Database& database);

} // namespace longmen::store::detail
