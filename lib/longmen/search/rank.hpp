// SPDX-License-Identifier: GPL-3.0-or-later
// How near a record is to words that need not all be there: scores of texts, and terms that near texts add.
#pragma once

#include <longmen/search/settings.hpp>
#include <longmen/search/tokens.hpp>
#include <longmen/store/texts.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace longmen::search {

/// One term of a text. `c` character, `w` Latin word by its English stem, `p` two characters side by side,
/// `q` two neighbours of which one at least is a Latin word, `k` class (subclass, group or symbol).
struct TextTerms {
    struct Count {
        std::uint32_t title = 0, body = 0;
    };
    std::int64_t id = 0;
    std::string number;
    std::unordered_map<std::string, Count> counts;
    double title_length = 0, body_length = 0; ///< in words and characters
};

/// Terms of a query with their weights, above 0; ordered, so that sums come out the same each time.
using TermWeights = std::map<std::string, double>;

/// How many records hold each term, of how many.
struct TermStatistics {
    double records = 1, mean_title_length = 1, mean_body_length = 1;
    std::unordered_map<std::string, double> frequency;

    /// Rarity: ln(1 + (N - n + 1/2) / (n + 1/2)); a term not listed is held to be in none.
    [[nodiscard]] double rarity(const std::string& term) const;
};

/// Texts to terms. Used by one thread.
class TermReader {
    struct Stems;
    std::unique_ptr<Stems> stems_;
    Tokeniser tokeniser_;
    std::unordered_map<std::string, std::string> written_;

    const std::string& stem_of(const std::string& word);
    std::vector<std::string> terms_of(std::string_view text, double& length);

public:
    TermReader();
    ~TermReader();
    TermReader(const TermReader&) = delete;
    TermReader& operator=(const TermReader&) = delete;

    /// Terms of a record: titles; abstracts (claims where there is none); classes.
    [[nodiscard]] TextTerms read(const store::TextRecord& record);
    /// Terms of a query by how often they stand there. Of a text of more than `settings.closest.topic_words`
    /// words and characters the words of asking are left out, unless nothing else is there.
    [[nodiscard]] TermWeights read_query(std::string_view text, const Settings& settings);
    /// A word as it was first read with this stem.
    [[nodiscard]] const std::string& written(const std::string& stem) const { return written_.at(stem); }
};

/// BM25 over both fields at once (a word in the title counts as several; each field has its own share of
/// length), times 1 + `in_title` x share of the query's rarity in the title + `whole_title` x the same x how
/// much of the title the query can fill. 0 when no term is there.
[[nodiscard]] double score(const TextTerms& text, const TermWeights& query, const TermStatistics& statistics,
                           const Settings::Closest& settings);

/// The query with the terms that tell its nearest texts from the rest: `settings.feedback_terms` of them, the
/// strongest weighing `feedback_weight` of the heaviest term of the query. `near`: with their scores, best
/// first.
[[nodiscard]] TermWeights with_feedback(const TermWeights& query,
                                        const std::vector<std::pair<double, const TextTerms*>>& near,
                                        const TermStatistics& statistics, const Settings::Closest& settings);

} // namespace longmen::search
