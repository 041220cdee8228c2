// SPDX-License-Identifier: GPL-3.0-or-later
// Slips, abbreviations and sounds, each with what it asks of the rest of the names.
#include <longmen/resolve/detail/org_word_match.hpp>

#include <longmen/resolve/detail/org_rendering.hpp>
#include <longmen/resolve/detail/org_slip.hpp>
#include <longmen/resolve/detail/org_sound.hpp>

#include <algorithm>

namespace longmen::resolve::detail {

namespace {

/// `etd` for `etudes`: the first letter, then some of the consonants in order.
bool shortens(std::string_view word, std::string_view full) {
    constexpr std::size_t shortest = 3;
    constexpr std::string_view vowels = "aeiou";
    if (word.size() < shortest || word.size() >= full.size() || word.front() != full.front() ||
        word.substr(1).find_first_of(vowels) != std::string_view::npos) {
        return false;
    }
    std::size_t at = 0;
    for (const char letter : full) {
        at += at < word.size() && word[at] == letter ? 1 : 0;
    }
    return at == word.size();
}

/// `iot` for `lot`, `fab1` for `fabl`: letters that reading machines take for one another.
bool looks_alike(std::string_view one, std::string_view other) {
    constexpr std::size_t long_word = 5;
    const bool whole = one.size() >= long_word;
    const auto shape = [whole](char letter) {
        return letter == 'l' || letter == '1' ? 'i'
               : letter == '0'                ? 'o'
               : whole && letter == '8'       ? 'b'
               : whole && letter == '5'       ? 's'
                                              : letter;
    };
    return one.size() > 1 && std::ranges::equal(one, other, {}, shape, shape);
}

/// `duerr` for `durr`: an umlaut written as two letters, or without its dots.
bool umlaut_apart(std::string_view one, std::string_view other) {
    constexpr std::size_t shortest = 4;
    constexpr std::string_view vowels = "aeiou";
    const auto& longer = one.size() > other.size() ? one : other;
    const auto& shorter = one.size() > other.size() ? other : one;
    if (shorter.size() < shortest || longer.size() != shorter.size() + 1) {
        return false;
    }
    const auto at = static_cast<std::size_t>(std::ranges::mismatch(longer, shorter).in1 - longer.begin());
    return at > 0 && at + 1 < longer.size() && longer[at] == 'e' &&
           (longer[at - 1] == 'a' || longer[at - 1] == 'o' || longer[at - 1] == 'u') &&
           (at < 2 || vowels.find(longer[at - 2]) == std::string_view::npos) &&
           vowels.find(longer[at + 1]) == std::string_view::npos &&
           longer.substr(at + 1) == shorter.substr(at);
}

/// `refined` and `refinement`: one beginning, and an English ending on either side.
bool one_stem(std::string_view one, std::string_view other, const OrgTables& tables) {
    constexpr std::size_t shortest_stem = 5;
    const auto [end, ignored] = std::ranges::mismatch(one, other);
    const auto common = static_cast<std::size_t>(end - one.begin());
    const auto is_ending = [&](std::string_view rest) {
        return std::ranges::find(tables.endings, rest) != tables.endings.end();
    };
    return common >= shortest_stem && is_ending(one.substr(common)) && is_ending(other.substr(common));
}

/// `levono` for `lenovo`: the same letters, the same beginning.
bool exchanged(std::string_view one, std::string_view other) {
    constexpr std::size_t shortest = 6;
    return one.size() >= shortest && one.size() == other.size() && one.front() == other.front() &&
           std::ranges::is_permutation(one, other);
}

} // namespace

bool WordMatcher::unreadable_slip(const Word& one, const Word& other) const {
    return one.word_class == WordClass::plain && other.word_class == WordClass::plain &&
           pinyin(one) != pinyin(other) && exchanged(one.text, other.text);
}

bool WordMatcher::near(std::string_view one, std::string_view other) const {
    return std::ranges::any_of(tables_.near_words, [&](const auto& sense) {
        return std::ranges::find(sense, one) != sense.end() && std::ranges::find(sense, other) != sense.end();
    });
}

bool WordMatcher::pinyin(const Word& word) const {
    const auto [row, added] = pinyin_.emplace(word.id, false);
    if (added) {
        row->second = tables_.reads_as_pinyin(word.text);
    }
    return row->second;
}

/// Around the two words stands the same, and no more than so many words ever stand there.
bool WordMatcher::one_gap(const MatchContext& context, const Word& one, const Word& other,
                          std::size_t fillers) const {
    return skeletons_.few_fill(context.a, one, fillers) && skeletons_.few_fill(context.b, other, fillers);
}

/// Another form or an abbreviation of the word, a word of its sense, or a short word of the vocabulary
/// misspelt.
bool WordMatcher::one_word(const MatchContext& context, const Word& one, const Word& other) const {
    const bool trades = one.word_class == WordClass::trade && other.word_class == WordClass::trade;
    if (trades) {
        return (context.sure || context.placed) && near(one.text, other.text);
    }
    if (!pinyin(one) && !pinyin(other) && one_stem(one.text, other.text, tables_)) {
        return true;
    }
    const bool short_slip = one.word_class != other.word_class &&
                            std::min(one.text.size(), other.text.size()) >= rule_.short_slip_length &&
                            slip_distance(one.text, other.text, 1) <= 1;
    return context.sure && (short_slip || shortens(one.text, other.text) || shortens(other.text, one.text));
}

double WordMatcher::share(const MatchContext& context, const Word& one, const Word& other) const {
    if (looks_alike(one.text, other.text) || umlaut_apart(one.text, other.text)) {
        return rule_.near_share;
    }
    if (std::ranges::any_of(one.text, is_ascii_digit) || std::ranges::any_of(other.text, is_ascii_digit)) {
        return 0;
    }
    if (const auto found = slip(context, one, other); found > 0) {
        return found;
    }
    if (!context.person && one_word(context, one, other)) {
        return rule_.near_share;
    }
    const bool firms_word = !context.person && one.word_class == WordClass::plain &&
                            other.word_class == WordClass::plain && pinyin(one) != pinyin(other);
    if (!firms_word || !one_gap(context, one, other, rule_.sound_fillers)) {
        return 0;
    }
    const auto& reading = pinyin(one) ? one.text : other.text;
    const auto& own = pinyin(one) ? other.text : one.text;
    return sounds_alike(own, reading, rule_.sound_consonants) || are_initials(own, reading, tables_)
               ? rule_.sound_share
               : 0;
}

double WordMatcher::slip(const MatchContext& context, const Word& one, const Word& other) const {
    const auto shorter = std::min(one.text.size(), other.text.size());
    const auto longer = std::max(one.text.size(), other.text.size());
    if (shorter < rule_.prefix_length) {
        return 0;
    }
    const bool two_readings = pinyin(one) && pinyin(other);
    if (two_readings && !context.sure_reading &&
        (context.person || shorter < rule_.long_reading_length ||
         !one_gap(context, one, other, rule_.slip_fillers))) {
        return 0;
    }
    if (!context.person && !two_readings && longer > shorter &&
        one.text.substr(0, shorter) == other.text.substr(0, shorter)) {
        return (1 + static_cast<double>(shorter) / static_cast<double>(longer)) /
               2; // cut short, not misspelt
    }
    if (shorter < (context.person ? rule_.person_slip_length : rule_.slip_length)) {
        return 0;
    }
    if (exchanged(one.text, other.text)) {
        return 1 - 1 / static_cast<double>(longer);
    }
    const bool two = two_readings ? context.sure_reading : shorter >= rule_.two_slips_length;
    const std::size_t most = two ? 2 : 1;
    const auto distance = slip_distance(one.text, other.text, most);
    return distance > most ? 0 : 1 - static_cast<double>(distance) / static_cast<double>(longer);
}

bool WordMatcher::misspells_place(std::string_view word, std::string_view place) const {
    const auto found = tables_.place_spellings.find(place);
    return found != tables_.place_spellings.end() && word.size() >= rule_.slip_length &&
           std::ranges::any_of(found->second, [&](const std::string& spelling) {
               return spelling.size() + 1 >= rule_.slip_length && slip_distance(word, spelling, 1) <= 1;
           });
}

} // namespace longmen::resolve::detail
