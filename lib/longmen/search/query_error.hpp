// SPDX-License-Identifier: GPL-3.0-or-later
// Where a query cannot be read, and what to type instead.
#pragma once

#include <longmen/base/errors.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace longmen::search {

/// A query that cannot be read.
class QueryError : public UsageError {
    std::size_t character_;

public:
    QueryError(std::size_t character, const Sentence& message) : UsageError(message), character_(character) {}
    /// Of the query as typed, from 1.
    [[nodiscard]] std::size_t character() const { return character_; }
};

/// Throws QueryError: the place (byte `at` of `query`, said as the number of the character) before the
/// message.
[[noreturn]] void refuse_query(std::string_view query, std::size_t at, const Sentence& message);

/// Two lines for a terminal: the query, and `^` under the character (its line only, when there are several).
[[nodiscard]] std::string point_at(std::string_view query, std::size_t character);

/// Of a wildcard that stands for more than `most` words of the index.
[[nodiscard]] Sentence wildcard_too_broad(std::string_view word, std::size_t most);

} // namespace longmen::search
