// SPDX-License-Identifier: GPL-3.0-or-later
// The words and names of an index, for whoever turns one typed word into several terms.
#pragma once

#include <longmen/search/detail/word_sources.hpp>
#include <longmen/search/tokens.hpp>

#include <xapian.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::search::detail {

/// Does a word fit a pattern of letters, `*` (any run) and `?` (one character)?
[[nodiscard]] bool fits(std::string_view word, std::string_view pattern);

/// Lists of terms, read once and kept. Used by one thread.
class IndexWords {
    Xapian::Database database_;
    std::optional<Saturation> saturation_;
    Tokeniser tokeniser_;
    std::map<std::string, std::vector<std::string>, std::less<>> listed_;
    Xapian::Stem stem_{"english"};

    [[nodiscard]] Xapian::Query together(const std::vector<std::string>& terms, Xapian::Query::op how) const;

public:
    /// With `saturation` queries are made with sources of ours, by which a search may stop early; they run in
    /// this program alone. Without, of Xapian's operators alone: they run on servers too and give the same,
    /// but only where every match is looked at.
    explicit IndexWords(const Xapian::Database& database) : database_(database) {}
    IndexWords(const Xapian::Database& database, const Saturation& saturation)
        : database_(database), saturation_(saturation) {}

    /// Terms with this prefix, without it, ascending.
    [[nodiscard]] const std::vector<std::string>& all(std::string_view prefix);
    /// Names (terms with the prefix) in which these words stand one behind the other.
    [[nodiscard]] std::vector<std::string> names(std::string_view prefix, const std::vector<Token>& words);
    /// Words of a field with the same English stem, the word itself first.
    [[nodiscard]] std::vector<std::string> inflected(std::string_view prefix, const std::string& word);
    /// Any of several terms that stand for one word: they weigh as one term in as many
    /// records as all of them together, the heaviest of those in a record. Terms of no use beyond telling
    /// records, more than `most_weighed` of them, do not weigh. Nothing of nothing. The same in an index and
    /// in its shards, which Xapian's own OP_SYNONYM is not: it reckons with the terms of the shard.
    [[nodiscard]] Xapian::Query one_of(const std::vector<std::string>& terms) const;
    /// Terms one right behind the other, of records that hold `also` as well.
    [[nodiscard]] Xapian::Query in_a_row(const std::vector<std::string>& row,
                                         const std::vector<std::string>& also) const;
    /// The same, but a record in which several stand weighs each: for searches that may stop early.
    [[nodiscard]] Xapian::Query each_of(const std::vector<std::string>& terms) const;
    static constexpr std::size_t most_weighed = 32;
    /// Terms that begin so behind the prefix, up to `limit + 1`.
    [[nodiscard]] std::size_t count(std::string_view prefix, std::string_view begin, std::size_t limit) const;
    /// Latin words of a field that fit a pattern; `limit + 1` at most.
    [[nodiscard]] std::vector<std::string> matching(std::string_view prefix, const std::string& pattern,
                                                    std::size_t limit);
};

} // namespace longmen::search::detail
