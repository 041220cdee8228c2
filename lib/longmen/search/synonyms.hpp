// SPDX-License-Identifier: GPL-3.0-or-later
// Words that mean the same, in Chinese and English: added to a query on request, and said.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/search/query.hpp>

#include <string>
#include <unordered_map>
#include <vector>

namespace longmen::search {

/// models/search/synonyms.toml, or a file of one's own.
class Synonyms {
    std::vector<std::vector<std::string>> groups_;
    std::unordered_map<std::string, std::vector<std::size_t>> groups_of_; ///< by folded word

public:
    /// DataError with file and line: fewer than two words in a group, a word twice in a group, an unknown
    /// key.
    static Synonyms read(const Config& config);
    [[nodiscard]] std::size_t size() const { return groups_.size(); }
    /// The other words of every group the word is in, in the order of the file; width and case do not matter.
    [[nodiscard]] std::vector<std::string> of(std::string_view word) const;
};

struct SynonymExpansion {
    struct Added {
        std::string word; ///< as typed
        std::vector<std::string> synonyms;
    };
    QueryNode query;
    std::vector<Added> added; ///< each word once, in the order of the query; empty when nothing was added
};

/// Each word of title, abstract, claims, description or no field that has synonyms becomes any of them, as
/// phrases of the same field and weight; in neighbourhoods too. Words with `=` or in quotation marks stay
/// exactly as they are, and so does what stands under NOT: taking more words away would lose hits unseen.
[[nodiscard]] SynonymExpansion expand_synonyms(const QueryNode& query, const Synonyms& synonyms);

} // namespace longmen::search
