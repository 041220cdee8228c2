// SPDX-License-Identifier: GPL-3.0-or-later
// Decodes UTF-8 and compares words.
#include <longmen/search/characters.hpp>

#include <algorithm>
#include <vector>

namespace longmen::search {

char32_t character_at(std::string_view text, std::size_t at, std::size_t& length) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t wanted = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    length = at + wanted > text.size() ? 1 : wanted;
    if (length == 1) {
        return lead;
    }
    constexpr unsigned heads[] = {0, 0, 0x1F, 0x0F, 0x07};
    char32_t code = lead & heads[length];
    for (std::size_t i = 1; i < length; ++i) {
        code = code << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    return code;
}

std::u32string to_characters(std::string_view text) {
    std::u32string result;
    for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
        result += character_at(text, at, length);
    }
    return result;
}

std::string from_characters(std::u32string_view text) {
    std::string result;
    const auto tail = [&](char32_t code, unsigned shift) {
        result += static_cast<char>(0x80U | (code >> shift & 0x3FU));
    };
    for (const auto code : text) {
        if (code < 0x80) {
            result += static_cast<char>(code);
        } else if (code < 0x800) {
            result += static_cast<char>(0xC0U | code >> 6U);
            tail(code, 0);
        } else if (code < 0x10000) {
            result += static_cast<char>(0xE0U | code >> 12U);
            tail(code, 6);
            tail(code, 0);
        } else {
            result += static_cast<char>(0xF0U | code >> 18U);
            tail(code, 12);
            tail(code, 6);
            tail(code, 0);
        }
    }
    return result;
}

bool is_running(char32_t code) {
    const auto within = [code](char32_t low, char32_t high) { return code >= low && code <= high; };
    return code == 0x3005 || code == 0x3007 || within(0x3400, 0x4DBF) || within(0x4E00, 0x9FFF) ||
           within(0xF900, 0xFAFF) || (within(0x3041, 0x30FF) && code != 0x30FB && code != 0x30A0) ||
           within(0xAC00, 0xD7AF) || within(0x20000, 0x3FFFF);
}

bool has_letters(std::string_view text) {
    for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
        const auto code = character_at(text, at, length);
        const auto within = [code](char32_t low, char32_t high) { return code >= low && code <= high; };
        if (within('0', '9') || within('a', 'z') || within('A', 'Z') || is_running(code)) {
            return true;
        }
        const bool mark = code < 0xC0 || code == 0xD7 || code == 0xF7 || within(0x2000, 0x206F) ||
                          within(0x20A0, 0x214F) || within(0x2190, 0x245F) || within(0x2500, 0x2BFF) ||
                          within(0x3000, 0x3040) || within(0x30A0, 0x30A0) || within(0x30FB, 0x30FB) ||
                          within(0xFE00, 0xFE6F) || within(0xFF00, 0xFF0F) || within(0xFF1A, 0xFF20) ||
                          within(0xFF3B, 0xFF40) || within(0xFF5B, 0xFFEF) || within(0xD800, 0xF8FF) ||
                          code >= 0xE0000;
        if (!mark) {
            return true;
        }
    }
    return false;
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t most) {
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (b.size() - a.size() > most) {
        return most + 1;
    }
    std::vector<std::size_t> before(a.size() + 1), last(a.size() + 1), now(a.size() + 1);
    for (std::size_t i = 0; i <= a.size(); ++i) {
        last[i] = i;
    }
    for (std::size_t j = 1; j <= b.size(); ++j) {
        now[0] = j;
        std::size_t least = j;
        for (std::size_t i = 1; i <= a.size(); ++i) {
            now[i] = std::min({last[i] + 1, now[i - 1] + 1, last[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                now[i] = std::min(now[i], before[i - 2] + 1);
            }
            least = std::min(least, now[i]);
        }
        if (least > most + 1) {
            return most + 1;
        }
        before.swap(last);
        last.swap(now);
    }
    return std::min(last[a.size()], most + 1);
}

} // namespace longmen::search
