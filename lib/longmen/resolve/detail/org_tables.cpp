// SPDX-License-Identifier: GPL-3.0-or-later
// Looking things up in the vocabulary: folding of names, slips of the pen, Chinese syllables.
#include <longmen/resolve/detail/org_tables.hpp>

#include <longmen/base/text.hpp>
#include <longmen/resolve/detail/org_slip.hpp>

#include <algorithm>

namespace longmen::resolve::detail {

namespace {

std::string sorted_letters(std::string_view word) {
    std::string letters{word};
    std::ranges::sort(letters);
    return letters;
}

/// Of several words the only one with the same letters (`xaimen` is Xiamen, not Haimen), else the only one
/// that begins alike, else none.
std::string_view likeliest(std::vector<std::string_view> found, std::string_view word,
                           const OrgTables& tables) {
    std::ranges::sort(found);
    const auto rest = std::ranges::unique(
        found, [&](auto one, auto other) { return one == other || tables.one_meaning(one, other); });
    found.erase(rest.begin(), rest.end());
    const auto only = [&](auto holds) -> std::string_view {
        return std::ranges::count_if(found, holds) == 1 ? *std::ranges::find_if(found, holds)
                                                        : std::string_view{};
    };
    if (found.size() < 2) {
        return found.empty() ? std::string_view{} : found.front();
    }
    const auto letters = sorted_letters(word);
    const auto exchanged = only([&](auto text) { return sorted_letters(text) == letters; });
    return !exchanged.empty() ? exchanged : only([&](auto text) { return text.front() == word.front(); });
}

} // namespace

std::uint64_t OrgTables::country_bit(std::string_view country) const {
    const auto found = std::ranges::find(countries, country);
    return found == countries.end() ? 0
                                    : std::uint64_t{1} << static_cast<unsigned>(found - countries.begin());
}

std::string OrgTables::fold_name(std::string_view text) const {
    auto folded = fold(text);
    if (std::ranges::all_of(folded, [](unsigned char c) { return c < 0x80; })) {
        return folded;
    }
    std::string result;
    result.reserve(folded.size());
    for (std::size_t at = 0; at < folded.size();) {
        const auto begin = at;
        const auto character = next_character(folded, at);
        if (character < 0x80) {
            result += folded[begin];
            continue;
        }
        const auto& table = is_han(character) ? han : letters;
        if (const auto found = table.find(character); found != table.end()) {
            result += found->second;
        } else {
            result.append(folded, begin, at - begin);
        }
    }
    return result;
}

bool OrgTables::one_meaning(std::string_view one, std::string_view other) const {
    const auto agree = [&](const auto& table) {
        const auto a = table.find(one);
        const auto b = table.find(other);
        return a != table.end() && b != table.end() && a->second.canonical == b->second.canonical;
    };
    return agree(firm_words) || agree(words) || agree(latin_places);
}

std::string_view OrgTables::nearest(const TextMap<std::string>& slips, std::string_view word) const {
    constexpr std::size_t longest_word = 40; // none of the vocabulary is longer
    if (word.size() > longest_word) {
        return {};
    }
    std::vector<std::string_view> found;
    const auto look = [&](std::string_view text) {
        const auto row = slips.find(text);
        if (row != slips.end() && !row->second.empty() && slip_distance(row->second, word, 1) <= 1) {
            found.emplace_back(row->second);
        }
    };
    look(word);
    std::string shorter;
    for (std::size_t at = 0; at < word.size(); ++at) {
        shorter.assign(word.substr(0, at));
        shorter.append(word.substr(at + 1));
        look(shorter);
    }
    return likeliest(std::move(found), word, *this);
}

std::string_view OrgTables::nearest_long(std::string_view word) const {
    constexpr std::size_t most = 2;
    if (word.size() < similarity.two_slips_length) {
        return {};
    }
    std::string_view found;
    const auto begin = std::ranges::lower_bound(long_words, word.substr(0, 1));
    for (auto at = begin; at != long_words.end() && at->front() == word.front(); ++at) {
        // `astronauts` is no misspelt `astronautic`: another ending makes another word.
        const auto common = static_cast<std::size_t>(std::ranges::mismatch(*at, word).in1 - at->begin());
        if (common + most >= std::min(at->size(), word.size()) || slip_distance(*at, word, most) > most) {
            continue;
        }
        if (!found.empty() && !one_meaning(found, *at)) {
            return {};
        }
        found = found.empty() ? std::string_view{*at} : found;
    }
    return found;
}

bool OrgTables::reads_as_pinyin(std::string_view word) const {
    // readable[i]: the first i letters are whole syllables.
    std::vector<char> readable(word.size() + 1, 0);
    readable[0] = 1;
    for (std::size_t end = 1; end <= word.size(); ++end) {
        const auto most = std::min(end, longest_syllable);
        for (std::size_t length = 1; length <= most && !readable[end]; ++length) {
            readable[end] = static_cast<char>(readable[end - length] &&
                                              syllables.contains(word.substr(end - length, length)));
        }
    }
    return readable.back() != 0;
}

} // namespace longmen::resolve::detail
