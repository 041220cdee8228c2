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

/// The words of a topic, all of them: brackets and marks are punctuation there.
[[nodiscard]] QueryNode topic_query(std::string_view text);

} // namespace longmen::search
