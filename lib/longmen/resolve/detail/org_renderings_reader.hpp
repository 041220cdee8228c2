// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what the vocabulary says of one name in several shapes: renamed, translated, read aloud.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/resolve/detail/org_tables.hpp>

namespace longmen::resolve::detail {

/// [han_words], [renaming], [near], [pinyin], [translations] and [meanings] of `root` go into `tables`, whose
/// letters and characters must be there. DataError with file, line and key when a row is not as it should be.
void read_renderings(const ConfigNode& root, OrgTables& tables);

} // namespace longmen::resolve::detail
