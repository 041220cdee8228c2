// SPDX-License-Identifier: GPL-3.0-or-later
// The words and names of an index, for whoever turns one typed word into several terms.
#pragma once

#include <longmen/search/tokens.hpp>

#include <xapian.h>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::search::detail {

/// Does a word fit a pattern of letters, `*` (any run) and `?` (one character)?
[[nodiscard]] bool fits(std::string_view word, std::string_view pattern);

/// Lists of terms, read once and kept. Used by one thread.
class Vocabulary {
    Xapian::Database database_;
    Tokeniser tokeniser_;
    std::map<std::string, std::vector<std::string>, std::less<>> listed_;
    Xapian::Stem stem_{"english"};

public:
    explicit Vocabulary(const Xapian::Database& database) : database_(database) {}

    /// Terms with this prefix, without it, ascending.
    [[nodiscard]] const std::vector<std::string>& all(std::string_view prefix);
    /// Names (terms with the prefix) in which these words stand one behind the other.
    [[nodiscard]] std::vector<std::string> names(std::string_view prefix, const std::vector<Token>& words);
    /// Words of a field with the same English stem, the word itself first.
    [[nodiscard]] std::vector<std::string> inflected(std::string_view prefix, const std::string& word);
    /// Latin words of a field that fit a pattern; `limit + 1` at most.
    [[nodiscard]] std::vector<std::string> matching(std::string_view prefix, const std::string& pattern,
                                                    std::size_t limit);
};

} // namespace longmen::search::detail
