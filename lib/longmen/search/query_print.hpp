// SPDX-License-Identifier: GPL-3.0-or-later
// The canonical text of a query: for logs, and for building one query from others.
#pragma once

#include <longmen/search/query.hpp>

#include <string>

namespace longmen::search {

/// Reads back to the same tree, apart from the places in the text, for every tree `parse_query` gives. Fields
/// stand at each word, operators in English capitals, dates as YYYYMMDD.
[[nodiscard]] std::string print_query(const QueryNode& node);

/// Equal trees, whatever text they were read from.
[[nodiscard]] bool same_query(const QueryNode& a, const QueryNode& b);

} // namespace longmen::search
