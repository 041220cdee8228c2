// SPDX-License-Identifier: GPL-3.0-or-later
// From one word or phrase of a query, in its field, to a node.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/search/detail/query_lexer.hpp>
#include <longmen/search/query_options.hpp>

#include <string_view>
#include <variant>

namespace longmen::search::detail {

/// Two letters, as before a number: `CN`, `ZL`.
[[nodiscard]] bool is_country(std::string_view text);
/// True when `next` belongs to the value `word` begins: `H01M 10/05`, `CN 101234567`, `ZL 2018 1 0123456.7`.
[[nodiscard]] bool continues(QueryField field, std::string_view word, std::string_view next);
/// Dates, classes and wildcards are read here; a Sentence says what is wrong and what to type.
[[nodiscard]] std::variant<QueryNode, Sentence> read_leaf(QueryField field, const Lexeme& word,
                                                          const QueryOptions& options);

} // namespace longmen::search::detail
