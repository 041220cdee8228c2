// SPDX-License-Identifier: GPL-3.0-or-later
// From a person's query to Xapian's.
#pragma once

#include <longmen/search/detail/directory.hpp>
#include <longmen/search/detail/index_words.hpp>
#include <longmen/search/query.hpp>
#include <longmen/search/settings.hpp>

#include <xapian.h>

#include <string>
#include <vector>

namespace longmen::search::detail {

struct Compiled {
    Xapian::Query query;
    std::vector<std::string>
        words; ///< of the conditions that must hold, with inflected forms: what a snippet shows
};

/// `servers`: some of the index lies on servers, where only Xapian's own operators run. UsageError for a
/// status, type, enterprise or park that does not exist, for words that hold nothing to be searched, and for
/// wildcards that stand for more words than can be looked for.
[[nodiscard]] Compiled compile(const QueryNode& node, const Directory& directory, IndexWords& vocabulary,
                               const Xapian::Database& database, const Settings& settings, bool servers);

} // namespace longmen::search::detail
