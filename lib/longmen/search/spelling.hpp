// SPDX-License-Identifier: GPL-3.0-or-later
// Words the searcher may have meant, from the words the texts really hold.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/search/query.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::search {

/// models/search/spelling.toml.
struct SpellingSettings {
    std::size_t least = 0;    ///< records a suggested word stands in, at least
    double times = 0;         ///< and as often as this compared with the word typed
    std::size_t changes = 0;  ///< of Latin words, at most
    std::size_t letters = 0;  ///< shorter Latin words are left alone
    std::size_t one_from = 0; ///< letters from which more than one change is thought of
};

/// DataError with file and line on an unknown key or a value out of range.
[[nodiscard]] SpellingSettings read_spelling_settings(const Config& config);

/// Folded words and in how many records each stands.
class Vocabulary {
    std::map<std::string, std::size_t, std::less<>> words_;
    std::map<std::string, std::vector<std::string>, std::less<>> by_sound_; ///< Chinese runs by pinyin

public:
    explicit Vocabulary(std::map<std::string, std::size_t, std::less<>> words);
    [[nodiscard]] const std::map<std::string, std::size_t, std::less<>>& words() const { return words_; }
    [[nodiscard]] std::size_t records_with(std::string_view word) const;
    /// Runs of Chinese said alike; tones do not count.
    [[nodiscard]] const std::vector<std::string>& sounding(std::string_view pinyin) const;
};

/// The Latin words, and the runs of 2 to 4 Chinese characters, that stand in at least `least` of the texts
/// (titles, say): memory grows with the different runs.
[[nodiscard]] Vocabulary gather_vocabulary(const std::vector<std::string>& titles, std::size_t least);

/// Nothing when no word of the vocabulary is near enough: there is no guess without evidence. Latin: by edit
/// distance with swaps, then by records. Chinese of 2 to 4 characters: said alike, then one character
/// different, then by records. Equal ones by the order of their bytes.
[[nodiscard]] std::optional<std::string> suggest_word(std::string_view word, const Vocabulary& vocabulary,
                                                      const SpellingSettings& settings);

struct Suggestion {
    std::string typed, meant;
    std::size_t begin = 0, end = 0; ///< bytes of the query
};

/// For the words of running text, without wildcards and quotation marks, of a query; what stands under NOT is
/// left alone. Each word once.
[[nodiscard]] std::vector<Suggestion> suggest(const QueryNode& query, const Vocabulary& vocabulary,
                                              const SpellingSettings& settings);

} // namespace longmen::search
