// SPDX-License-Identifier: GPL-3.0-or-later
// The records closest to words of which some may be missing.
#pragma once

#include <longmen/search/detail/index_words.hpp>
#include <longmen/search/query.hpp>
#include <longmen/search/rank.hpp>
#include <longmen/search/settings.hpp>
#include <longmen/store/texts.hpp>

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace longmen::search::detail {

/// What was typed, when it is words only: no operators, fields, quotes, wildcards or weights.
[[nodiscard]] std::optional<std::string> plain_words(const QueryNode& query);

/// Hands on the records of documents, one at a time in the order given; those that are gone are passed over.
using ReadRecords = std::function<void(const std::vector<std::int64_t>& ids,
                                       const std::function<void(const store::TextRecord&)>& take)>;

/// Documents with their scores, closest first, equal ones by number; `known` (ascending) left
/// out. The first `settings.closest.kept` stand as the words alone put them; those behind by the words and
/// what the nearest records have in common.
[[nodiscard]] std::vector<std::pair<std::int64_t, double>>
closest(const std::string& words, const std::vector<std::int64_t>& known, std::size_t limit,
        const ReadRecords& read, IndexWords& vocabulary, const Xapian::Database& database,
        const Settings& settings);

} // namespace longmen::search::detail
