// SPDX-License-Identifier: GPL-3.0-or-later
// Plain language as a query: a text that describes a topic.
#pragma once

#include <longmen/search/query.hpp>
#include <longmen/search/settings.hpp>

#include <string_view>

namespace longmen::search {

/// More than `settings.closest.topic_words` words and characters, and nothing of the query language: no
/// operator in capitals, no 与 或 非 standing alone, no quotation mark, no `field:` without a blank behind
/// it, no wildcard in a word.
[[nodiscard]] bool is_topic(std::string_view text, const Settings& settings);

/// What was typed: a topic as words (brackets and marks are punctuation there), anything else by
/// `parse_query`.
[[nodiscard]] QueryNode read_typed(std::string_view text, const Settings& settings);

} // namespace longmen::search
