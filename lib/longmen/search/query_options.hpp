// SPDX-License-Identifier: GPL-3.0-or-later
// Reading queries with limits, with references to earlier queries, and with hints for the reader.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/search/query.hpp>
#include <longmen/search/query_limits.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::search {

struct QueryOptions {
    QueryLimits limits;
    /// The text of an earlier query: `#3`, or a saved one: `@name`, called with the mark; nothing when there
    /// is none. Without it references are refused.
    std::function<std::optional<std::string>(std::string_view reference)> resolve;
    /// Filled with what was read in a way the writer may not expect (`and` as a word, `电池*` without the
    /// star).
    std::vector<Sentence>* hints = nullptr;
};

/// As `parse_query(text)`. Every error is a QueryError with the place; one of a referenced query names it.
[[nodiscard]] QueryNode parse_query(std::string_view text, const QueryOptions& options);

} // namespace longmen::search
