// SPDX-License-Identifier: GPL-3.0-or-later
// Words to their canonical forms by the vocabulary.
#include <longmen/resolve/detail/org_canonical.hpp>

#include <algorithm>

namespace longmen::resolve::detail {
namespace {

constexpr std::string_view article_word = "de"; ///< canonical form of articles in the vocabulary

} // namespace

bool unknown_word(const RawWord& word, const OrgTables& tables) {
    return !tables.words.contains(word.text) && !tables.firm_words.contains(word.text) &&
           !tables.latin_kind_words.contains(word.text);
}

void mend_words(std::vector<RawWord>& words, const OrgTables& tables) {
    const auto unknown =
        std::ranges::count_if(words, [&](const auto& word) { return unknown_word(word, tables); });
    if (unknown < 2) {
        return;
    }
    for (auto& word : words) {
        if (word.text.size() >= tables.similarity.vocabulary_slip_length && unknown_word(word, tables) &&
            !tables.reads_as_pinyin(word.text)) {
            if (const auto near = tables.nearest(tables.word_slips, word.text); !near.empty()) {
                word.text = near;
            }
        }
    }
}

std::vector<NameWord> canonical_words(const std::vector<RawWord>& words, bool firm, const OrgTables& tables) {
    std::vector<NameWord> result;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t length = 1;
        std::size_t firm_length = 1;
        const auto* row = longest_match(tables.words, words, at, tables.longest_words, length);
        if (firm) {
            const auto* firm_row =
                longest_match(tables.firm_words, words, at, tables.longest_words, firm_length);
            if (firm_row && (!row || firm_length >= length)) {
                row = firm_row;
                length = firm_length;
            }
        }
        if (!row) {
            result.push_back({words[at].text, WordClass::plain});
        } else {
            for (const auto& text : row->canonical) {
                const auto own = tables.words.find(text);
                const bool firm_word = firm && tables.firm_words.contains(text);
                result.push_back({text, firm_word                   ? WordClass::weak
                                        : own != tables.words.end() ? own->second.word_class
                                                                    : row->word_class});
            }
        }
        at += length;
    }
    return result;
}

void drop_articles(std::vector<NameWord>& words) {
    const auto article = [](const NameWord& word) { return word.text == article_word; };
    const auto articles = std::ranges::count_if(words, article);
    constexpr std::ptrdiff_t fewest_left = 2;
    if (std::ssize(words) - articles >= fewest_left) {
        std::erase_if(words, article);
    }
}

} // namespace longmen::resolve::detail
