// SPDX-License-Identifier: GPL-3.0-or-later
// What all readers of the vocabulary of organisations share.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/resolve/detail/org_tables.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::resolve::detail {

/// Refuses keys other than `source`, `source_date` (both needed) and those given.
void check_keys(const ConfigNode& node, std::initializer_list<std::string_view> keys);
/// Words of a list, folded like names. DataError with file and line for one of which nothing is left.
[[nodiscard]] std::vector<std::string> folded_words(const OrgTables& tables, const ConfigNode& node);

} // namespace longmen::resolve::detail
