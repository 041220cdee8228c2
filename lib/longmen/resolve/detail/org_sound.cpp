// SPDX-License-Identifier: GPL-3.0-or-later
// Consonants to classes.
#include <longmen/resolve/detail/org_sound.hpp>

#include <longmen/resolve/detail/org_slip.hpp>

#include <algorithm>
#include <cstddef>

namespace longmen::resolve::detail {
namespace {

constexpr char silent = '\0';

/// `next` decides over c (city, code) and g (ng is n).
char consonant_class(char letter, char next, bool first) {
    switch (letter) {
    case 'b':
    case 'p':
        return next == 'h' ? 'f' : 'p';
    case 'f':
    case 'v':
    case 'w':
        return 'f';
    case 'd':
    case 't':
        return 't';
    case 'g':
    case 'k':
        return 'k';
    case 'c':
        return next == 'e' || next == 'i' || next == 'y' || next == 'h' ? 's' : 'k';
    case 'j':
    case 'q':
    case 's':
    case 'x':
    case 'z':
        return 's';
    case 'l':
        return 'l';
    case 'r':
        return 'r';
    case 'm':
        return 'm';
    case 'n':
        return 'n';
    case 'h':
        return first ? 'h' : silent;
    default:
        return silent;
    }
}

} // namespace

std::string consonant_key(std::string_view word) {
    std::string key;
    bool apart = true; // a vowel lies between this letter and the last of the key
    for (std::size_t at = 0; at < word.size(); ++at) {
        const char next = at + 1 < word.size() ? word[at + 1] : silent;
        const bool after_n = at > 0 && word[at - 1] == 'n' && word[at] == 'g';
        const char found = after_n ? silent : consonant_class(word[at], next, at == 0);
        if (found != silent && (apart || key.back() != found)) {
            key += found;
        }
        apart = found == silent;
    }
    return key;
}

bool sounds_alike(std::string_view one, std::string_view other, std::size_t shortest) {
    const auto key = consonant_key(one);
    const auto other_key = consonant_key(other);
    if (key.size() < shortest || other_key.size() < shortest) {
        return false;
    }
    const bool long_enough = std::max(key.size(), other_key.size()) > shortest;
    return key == other_key ||
           (long_enough && key.front() == other_key.front() && slip_distance(key, other_key, 1) <= 1);
}

} // namespace longmen::resolve::detail
