// SPDX-License-Identifier: GPL-3.0-or-later
// Words to their canonical forms by the vocabulary.
#include <longmen/resolve/detail/org_canonical.hpp>

#include <algorithm>
#include <utility>

namespace longmen::resolve::detail {
namespace {

constexpr std::string_view article_word = "de"; ///< canonical form of articles in the vocabulary

/// The word of the vocabulary that this one misspells by a letter, a long one by two.
std::string_view nearest_word(std::string_view text, const OrgTables& tables) {
    const auto near = tables.nearest(tables.word_slips, text);
    return near.empty() ? tables.nearest_long(text) : near;
}

/// `Sciene`, `pharam`: letters left out within a short word, or exchanged.
void mend_short(RawWord& word, const OrgTables& tables) {
    const auto& text = word.text;
    if (text.size() + 1 != tables.similarity.vocabulary_slip_length || !unknown_word(word, tables) ||
        tables.reads_as_pinyin(text)) {
        return;
    }
    const auto near = tables.nearest(tables.word_slips, text);
    if (near.empty() || near.front() != text.front()) {
        return;
    }
    const bool left_out = near.size() == text.size() + 1 && near.back() == text.back();
    if (left_out || std::ranges::is_permutation(near, text)) {
        word.text = near;
    }
}

} // namespace

bool unknown_word(const RawWord& word, const OrgTables& tables) {
    return !tables.words.contains(word.text) && !tables.firm_words.contains(word.text) &&
           !tables.latin_kind_words.contains(word.text);
}

void mend_words(std::vector<RawWord>& words, bool placed, const OrgTables& tables) {
    const auto unknown =
        std::ranges::count_if(words, [&](const auto& word) { return unknown_word(word, tables); });
    if (unknown < 2 && !placed) {
        return;
    }
    for (auto& word : words) {
        if (word.text.size() >= tables.similarity.sure_vocabulary_length) {
            continue; // mend_forms has looked at it
        }
        if (word.text.size() >= tables.similarity.vocabulary_slip_length && unknown_word(word, tables) &&
            !tables.reads_as_pinyin(word.text)) {
            if (const auto near = tables.nearest(tables.word_slips, word.text); !near.empty()) {
                word.text = near;
            }
        } else if (unknown > 1) {
            mend_short(word, tables);
        }
    }
}

void mend_forms(std::vector<RawWord>& words, const OrgTables& tables) {
    const auto& rule = tables.similarity;
    for (std::size_t at = 0; at < words.size(); ++at) {
        auto& text = words[at].text;
        if (text.size() < rule.form_slip_length || !unknown_word(words[at], tables) ||
            tables.latin_forms.contains(text) || tables.latin_places.contains(text) ||
            tables.reads_as_pinyin(text)) {
            continue;
        }
        std::string_view near;
        if (at > 0) {
            near = tables.nearest(tables.form_slips, text);
        }
        if (near.empty() && text.size() >= rule.sure_vocabulary_length) {
            near = nearest_word(text, tables);
        }
        if (!near.empty() && near.size() >= rule.form_slip_length) {
            text = near;
        }
    }
}

void split_glued_forms(std::vector<RawWord>& words, const OrgTables& tables) {
    constexpr std::size_t shortest_word = 3;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!unknown_word(words[at], tables) || tables.latin_forms.contains(words[at].text)) {
            continue;
        }
        for (const auto& form : tables.glued_forms) {
            const auto& text = words[at].text;
            if (!text.ends_with(form) || text.size() < form.size() + shortest_word) {
                continue;
            }
            auto word = words[at];
            word.text.resize(text.size() - form.size());
            if (!unknown_word(word, tables)) {
                auto rest = words[at];
                rest.text = form;
                words[at] = std::move(word);
                words.insert(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(rest));
                break;
            }
        }
    }
}

void split_glued_connectives(std::vector<RawWord>& words, const OrgTables& tables) {
    constexpr std::size_t shortest_word = 5;
    for (auto& word : words) {
        if (!unknown_word(word, tables) || tables.latin_places.contains(word.text)) {
            continue;
        }
        for (const auto& connective : tables.glued_connectives) {
            auto rest = word;
            rest.text = word.text.starts_with(connective) ? word.text.substr(connective.size()) : "";
            if (rest.text.size() >= shortest_word &&
                (!unknown_word(rest, tables) || tables.latin_places.contains(rest.text))) {
                word = std::move(rest);
                break;
            }
        }
    }
}

void drop_doubled_words(std::vector<RawWord>& words, const OrgTables& tables) {
    constexpr std::size_t shortest_word = 3;
    const auto rest = std::ranges::unique(words, [&](const RawWord& one, const RawWord& other) {
        return one.text == other.text && one.text.size() >= shortest_word &&
               !tables.syllables.contains(one.text) && one.segment == other.segment;
    });
    words.erase(rest.begin(), rest.end());
}

void drop_misspelt_and(std::vector<RawWord>& words, const OrgTables& tables) {
    for (std::size_t at = 1; at + 1 < words.size(); ++at) {
        if (tables.misspelt_and.contains(words[at].text) && !unknown_word(words[at - 1], tables) &&
            !unknown_word(words[at + 1], tables)) {
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
}

void join_syllables(std::vector<RawWord>& words, const OrgTables& tables) {
    std::vector<RawWord> joined;
    bool run = false;
    for (auto& word : words) {
        const bool syllable =
            word.text.size() > 1 && tables.syllables.contains(word.text) && unknown_word(word, tables);
        if (syllable && run && joined.back().bracketed == word.bracketed) {
            joined.back().text += word.text;
        } else {
            joined.push_back(std::move(word));
        }
        run = syllable;
    }
    words = std::move(joined);
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
                const bool group = firm && words[at].bracketed && tables.weak_in_brackets.contains(text);
                result.push_back({text, firm_word || group          ? WordClass::weak
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
