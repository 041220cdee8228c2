// SPDX-License-Identifier: GPL-3.0-or-later
// Looks words and names up in the terms of an index.
#include <longmen/search/detail/index_words.hpp>

#include <algorithm>

namespace longmen::search::detail {
namespace {

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_latin(std::string_view word) {
    // Characters that are words of their own begin with E3 or above; a word of other letters may hold
    // accents.
    return !word.empty() && static_cast<unsigned char>(word[0]) < 0xE3U &&
           !(word[0] >= 'A' && word[0] <= 'Z');
}

/// One character, which may be several bytes.
std::size_t character_size(std::string_view text, std::size_t at) {
    auto end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        ++end;
    }
    return end - at;
}

} // namespace

// Only the last star is gone back to: linear in each for any number of stars.
bool fits(std::string_view word, std::string_view pattern) {
    std::size_t w = 0, p = 0, star = std::string_view::npos, mark = 0;
    while (w < word.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            mark = w;
        } else if (p < pattern.size() && pattern[p] == '?') {
            w += character_size(word, w);
            ++p;
        } else if (p < pattern.size() && pattern[p] == word[w]) {
            ++w;
            ++p;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            mark += character_size(word, mark);
            w = mark;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') {
        ++p;
    }
    return p == pattern.size();
}

const std::vector<std::string>& IndexWords::all(std::string_view prefix) {
    auto found = listed_.find(prefix);
    if (found == listed_.end()) {
        std::vector<std::string> terms;
        const std::string key{prefix};
        for (auto term = database_.allterms_begin(key); term != database_.allterms_end(key); ++term) {
            terms.push_back((*term).substr(prefix.size()));
        }
        found = listed_.emplace(key, std::move(terms)).first;
    }
    return found->second;
}

std::vector<std::string> IndexWords::names(std::string_view prefix, const std::vector<Token>& words) {
    std::vector<std::string> found;
    for (const auto& name : all(prefix)) {
        const bool may = std::ranges::all_of(
            words, [&](const Token& word) { return name.find(word.text) != std::string::npos; });
        if (may && ((words.size() == 1 && words[0].character) ||
                    !find_phrase(tokeniser_.split(name), words).empty())) {
            found.push_back(std::string{prefix} + name);
        }
    }
    return found;
}

std::vector<std::string> IndexWords::inflected(std::string_view prefix, const std::string& word) {
    std::vector<std::string> forms{std::string{prefix} + word};
    constexpr std::size_t shortest = 3;
    if (word.size() < shortest || !std::ranges::all_of(word, is_letter)) {
        return forms;
    }
    const auto stem = stem_(word);
    const auto common = static_cast<std::size_t>(
        std::distance(word.begin(), std::mismatch(word.begin(), word.end(), stem.begin(), stem.end()).first));
    const auto from = std::string{prefix} + word.substr(0, std::max<std::size_t>(common, 2));
    for (auto term = database_.allterms_begin(from); term != database_.allterms_end(from); ++term) {
        auto form = (*term).substr(prefix.size());
        if (form != word && std::ranges::all_of(form, is_letter) && stem_(form) == stem) {
            forms.push_back(*term);
        }
    }
    return forms;
}

std::vector<std::string> IndexWords::matching(std::string_view prefix, const std::string& pattern,
                                              std::size_t limit) {
    std::vector<std::string> found;
    const auto fixed = pattern.substr(0, pattern.find_first_of("*?"));
    const auto key = std::string{prefix} + fixed;
    auto term = database_.allterms_begin(key);
    const auto end = database_.allterms_end(key);
    while (term != end && found.size() <= limit) {
        const auto word = (*term).substr(prefix.size());
        if (prefix.empty() && !word.empty() && word[0] >= 'A' && word[0] <= 'Z') {
            term.skip_to("["); // behind the terms with a prefix
            continue;
        }
        if (is_latin(word) && fits(word, pattern)) {
            found.push_back(*term);
        }
        ++term;
    }
    return found;
}

std::size_t IndexWords::count(std::string_view prefix, std::string_view begin, std::size_t limit) const {
    const auto key = std::string{prefix} + std::string{begin};
    std::size_t count = 0;
    for (auto term = database_.allterms_begin(key); term != database_.allterms_end(key) && count <= limit;
         ++term) {
        ++count;
    }
    return count;
}

Xapian::Query IndexWords::one_of(const std::vector<std::string>& terms) const {
    if (saturation_ && terms.size() > 1 && terms.size() <= most_weighed) {
        return Xapian::Query((new AnyFormSource(terms, *saturation_))->release());
    }
    return together(terms, Xapian::Query::OP_MAX);
}

Xapian::Query IndexWords::in_a_row(const std::vector<std::string>& row,
                                   const std::vector<std::string>& also) const {
    using Xapian::Query;
    const Query phrase(Query::OP_PHRASE, row.begin(), row.end(), static_cast<Xapian::termcount>(row.size()));
    const auto all = also.empty()
                         ? phrase
                         : Query(Query::OP_FILTER, phrase, Query(Query::OP_AND, also.begin(), also.end()));
    return saturation_ ? Query(Query::OP_AND_NOT, all, Query((new BeyondSource)->release())) : all;
}

Xapian::Query IndexWords::each_of(const std::vector<std::string>& terms) const {
    return together(terms, Xapian::Query::OP_OR);
}

Xapian::Query IndexWords::together(const std::vector<std::string>& terms, Xapian::Query::op how) const {
    using Xapian::Query;
    if (terms.size() <= 1) {
        return terms.empty() ? Query() : Query(terms[0]);
    }
    if (terms.size() > most_weighed) {
        return {Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, terms.begin(), terms.end()), 0};
    }
    const auto all = static_cast<double>(database_.get_doccount());
    double records = 0;
    std::vector<double> counts;
    for (const auto& term : terms) {
        counts.push_back(static_cast<double>(database_.get_termfreq(term)));
        records += counts.back();
    }
    const auto as_one = idf(all, std::min(records, all));
    std::vector<Query> weighed;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        weighed.emplace_back(Query::OP_SCALE_WEIGHT, Query(terms[i]), as_one / idf(all, counts[i]));
    }
    return {how, weighed.begin(), weighed.end()};
}

} // namespace longmen::search::detail
