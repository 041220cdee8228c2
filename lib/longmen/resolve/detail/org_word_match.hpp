// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two unlike words of two names are one word: misspelt, cut short, or rendered by its sound.
#pragma once

#include <longmen/resolve/detail/org_skeletons.hpp>
#include <longmen/resolve/detail/org_tables.hpp>
#include <longmen/resolve/detail/org_units.hpp>

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace longmen::resolve::detail {

/// What the rest of two names says while two of their words are compared.
struct MatchContext {
    const Unit& a;
    const Unit& b;
    bool person = false;
    bool sure = false;         ///< a very rare word agrees
    bool sure_reading = false; ///< one that reads as Chinese, so no English word of some trade
    bool placed = false;       ///< a long word and the place agree
};

class WordMatcher {
    const OrgTables& tables_;
    const SimilarityRule& rule_;
    const Skeletons& skeletons_;
    mutable std::unordered_map<std::uint32_t, bool> pinyin_; ///< by word id

public:
    WordMatcher(const OrgTables& tables, const Skeletons& skeletons)
        : tables_(tables), rule_(tables.similarity), skeletons_(skeletons) {}

    [[nodiscard]] bool pinyin(const Word& word) const;
    /// Share of the word that agrees, 0 when the two do not match.
    [[nodiscard]] double share(const MatchContext& context, const Word& one, const Word& other) const;
    /// The same letters exchanged, and only one of the two reads as Chinese: `hauling` is a misspelt
    /// `hualing`.
    [[nodiscard]] bool unreadable_slip(const Word& one, const Word& other) const;
    /// Whether `word` is one of the spellings of the place but for one letter.
    [[nodiscard]] bool misspells_place(std::string_view word, std::string_view place) const;

private:
    [[nodiscard]] bool one_gap(const MatchContext& context, const Word& one, const Word& other,
                               std::size_t fillers) const;
    [[nodiscard]] bool one_word(const MatchContext& context, const Word& one, const Word& other) const;
    [[nodiscard]] bool near(std::string_view one, std::string_view other) const;
    [[nodiscard]] double slip(const MatchContext& context, const Word& one, const Word& other) const;
};

} // namespace longmen::resolve::detail
