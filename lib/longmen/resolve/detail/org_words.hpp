// SPDX-License-Identifier: GPL-3.0-or-later
// A folded name in Latin letters split into words.
#pragma once

#include <longmen/resolve/detail/org_tables.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::resolve::detail {

/// Longest run of words, from `at` on, that stands in a table; nullptr without one.
template <class Table>
auto longest_match(const Table& table, std::span<const RawWord> words, std::size_t at, std::size_t most,
                   std::size_t& length) -> decltype(&table.begin()->second) {
    std::string key;
    decltype(&table.begin()->second) found = nullptr;
    for (std::size_t count = 1; count <= most && at + count <= words.size(); ++count) {
        if (count > 1) {
            key += ' ';
        }
        key += words[at + count - 1].text;
        if (const auto row = table.find(key); row != table.end()) {
            found = &row->second;
            length = count;
        }
    }
    return found;
}

struct SplitName {
    std::vector<RawWord> words;
    std::vector<std::string> segments; ///< the text between commas
    std::vector<std::string> former;   ///< names in brackets said to be former
    std::string country;               ///< two letters, where the name ends with them in brackets
    std::size_t commas = 0;
    bool bracketed = false;
};

/// Initials become one word (`S. p. A.`), apostrophes and lost letters are no blanks, a trading name is cut
/// off.
[[nodiscard]] SplitName split_latin(std::string_view folded, const OrgTables& tables);

} // namespace longmen::resolve::detail
