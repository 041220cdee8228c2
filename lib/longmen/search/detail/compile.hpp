// SPDX-License-Identifier: GPL-3.0-or-later
// From a person's query to Xapian's.
#pragma once

#include <longmen/search/query.hpp>
#include <longmen/store/workspace.hpp>

#include <xapian.h>

#include <string>
#include <vector>

namespace longmen::search::detail {

struct Compiled {
    Xapian::Query query;
    std::vector<std::string> words; ///< as typed, of the conditions that must hold: what a snippet shows
};

[[nodiscard]] Compiled compile(const QueryNode& node, const store::Workspace& workspace,
                               const Xapian::Database& database);

} // namespace longmen::search::detail
