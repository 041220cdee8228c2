// SPDX-License-Identifier: GPL-3.0-or-later
// How large a query may be, so that one query cannot hold up the others.
#pragma once

#include <longmen/base/config.hpp>

#include <cstddef>

namespace longmen::search {

/// models/search/limits.toml; the same values stand here for programs without the file.
struct QueryLimits {
    std::size_t characters = 100000; ///< of the text
    std::size_t parts = 1000;        ///< words, phrases and ranges, referenced queries counted in
    std::size_t numbers = 20000;     ///< of sets of numbers, together
    std::size_t nesting = 40;        ///< brackets, NOT and references inside each other
    unsigned distance = 100;         ///< of NEAR and ADJ
    unsigned near_words = 10;        ///< NEAR without a number
    unsigned adjacent_words = 1;     ///< ADJ without a number
    unsigned gap = 10;               ///< `*` between Chinese characters stands for at most as many
    double weight = 100;             ///< of a part, at most; at least one over it
};

/// DataError with file and line on an unknown key or a value out of range.
[[nodiscard]] QueryLimits read_query_limits(const Config& config);

} // namespace longmen::search
