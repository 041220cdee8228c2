// SPDX-License-Identifier: GPL-3.0-or-later
// Trying the ways in which letters fall into syllables.
#include <longmen/resolve/detail/org_rendering.hpp>

#include <longmen/resolve/detail/org_sound.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace longmen::resolve::detail {
namespace {

constexpr std::size_t fewest_syllables = 2;
constexpr std::size_t shortest_sound = 2;
constexpr std::size_t longest_sound = 5;

/// What has been rendered so far.
struct Progress {
    std::size_t meanings = 0;
    std::size_t sounds = 0;
};

class Rendering {
    const OrgTables& tables_;
    std::string_view english_;
    std::string_view pinyin_;

public:
    Rendering(const OrgTables& tables, std::string_view english, std::string_view pinyin)
        : tables_(tables), english_(english), pinyin_(pinyin) {}

    [[nodiscard]] bool found(std::size_t in_pinyin, std::size_t in_english, Progress so_far) const {
        if (in_pinyin == pinyin_.size() || in_english == english_.size()) {
            return in_pinyin == pinyin_.size() && in_english == english_.size() && so_far.meanings > 0 &&
                   so_far.sounds < fewest_syllables && so_far.meanings + so_far.sounds >= fewest_syllables;
        }
        const auto most = std::min(tables_.longest_syllable, pinyin_.size() - in_pinyin);
        for (std::size_t length = 1; length <= most; ++length) {
            const auto syllable = pinyin_.substr(in_pinyin, length);
            if (tables_.syllables.contains(syllable) &&
                (by_meaning(syllable, in_pinyin + length, in_english, so_far) ||
                 by_sound(syllable, in_pinyin + length, in_english, so_far))) {
                return true;
            }
        }
        return false;
    }

private:
    [[nodiscard]] bool by_meaning(std::string_view syllable, std::size_t in_pinyin, std::size_t in_english,
                                  Progress so_far) const {
        const auto row = tables_.meanings.find(syllable);
        return row != tables_.meanings.end() &&
               std::ranges::any_of(row->second, [&](const std::string& meaning) {
                   return english_.substr(in_english).starts_with(meaning) &&
                          found(in_pinyin, in_english + meaning.size(), {so_far.meanings + 1, so_far.sounds});
               });
    }

    [[nodiscard]] bool by_sound(std::string_view syllable, std::size_t in_pinyin, std::size_t in_english,
                                Progress so_far) const {
        if (so_far.sounds > 0) {
            return false;
        }
        const auto key = consonant_key(syllable);
        const auto most = std::min(longest_sound, english_.size() - in_english);
        for (auto length = shortest_sound; length <= most && !key.empty(); ++length) {
            if (consonant_key(english_.substr(in_english, length)) == key &&
                found(in_pinyin, in_english + length, {so_far.meanings, 1})) {
                return true;
            }
        }
        return false;
    }
};

} // namespace

bool are_initials(std::string_view letters, std::string_view pinyin, const OrgTables& tables) {
    constexpr std::size_t fewest = 3;
    if (letters.size() < fewest || letters.size() * 2 > pinyin.size()) {
        return false;
    }
    // fits[i]: the letters so far are the initials of the first i letters of the word.
    std::vector<char> fits(pinyin.size() + 1, 0);
    fits[0] = 1;
    for (const char letter : letters) {
        std::vector<char> next(pinyin.size() + 1, 0);
        for (std::size_t begin = 0; begin < pinyin.size(); ++begin) {
            const auto most = std::min(tables.longest_syllable, pinyin.size() - begin);
            for (std::size_t length = 1; fits[begin] != 0 && pinyin[begin] == letter && length <= most;
                 ++length) {
                const bool syllable = tables.syllables.contains(pinyin.substr(begin, length));
                next[begin + length] = static_cast<char>(next[begin + length] != 0 || syllable);
            }
        }
        fits = std::move(next);
    }
    return fits.back() != 0;
}

bool renders(std::string_view english, std::string_view pinyin, const OrgTables& tables) {
    constexpr std::size_t longest = 24; // letters; longer words are no names of firms
    return english.size() <= longest && pinyin.size() <= longest &&
           Rendering{tables, english, pinyin}.found(0, 0, {});
}

} // namespace longmen::resolve::detail
