// SPDX-License-Identifier: GPL-3.0-or-later
// The piece of a text that shows why it was found.
#include <longmen/search/snippet.hpp>

#include <longmen/search/tokens.hpp>

#include <algorithm>

namespace longmen::search {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

std::size_t character_start(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
        --at;
    }
    return at;
}

} // namespace

Snippet make_snippet(std::string_view text, const std::vector<std::string>& words, std::size_t width) {
    Tokeniser tokeniser;
    const auto tokens = tokeniser.split(text);
    std::vector<Range> places;
    for (const auto& word : words) {
        const auto found = find_phrase(tokens, tokeniser.split(word));
        places.insert(places.end(), found.begin(), found.end());
    }
    std::ranges::sort(places);
    constexpr std::size_t bytes_of_character = 3;
    constexpr std::size_t lead = 4; // a quarter of the piece stands before the first word
    const auto size = bytes_of_character * width;
    std::size_t begin = 0;
    if (!places.empty() && text.size() > size) {
        // The window that holds most places; of equals the first.
        std::size_t best = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            std::size_t inside = 0;
            while (i + inside < places.size() &&
                   places[i + inside].second <= places[i].first + size - size / lead) {
                ++inside;
            }
            if (inside > best) {
                best = inside;
                begin = places[i].first > size / lead ? places[i].first - size / lead : 0;
            }
        }
    }
    begin = character_start(text, std::min(begin, text.size()));
    const auto end = character_start(text, std::min(begin + size, text.size()));
    Snippet snippet;
    const std::string_view dots = "…";
    const auto shift = begin > 0 ? dots.size() : 0;
    snippet.text = (begin > 0 ? std::string{dots} : std::string{}) +
                   std::string{text.substr(begin, end - begin)} +
                   (end < text.size() ? std::string{dots} : std::string{});
    for (const auto& [from, to] : places) {
        if (from < begin || to > end) {
            continue;
        }
        const Range mark{from - begin + shift, to - begin + shift};
        if (!snippet.marks.empty() && mark.first <= snippet.marks.back().second) {
            snippet.marks.back().second = std::max(snippet.marks.back().second, mark.second);
        } else {
            snippet.marks.push_back(mark);
        }
    }
    return snippet;
}

} // namespace longmen::search
