// SPDX-License-Identifier: GPL-3.0-or-later
// Characters of names: stepping through UTF-8, and which script a character belongs to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace longmen::resolve::detail {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
/// A map that is searched with a view.
template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

/// Bytes of the character that begins with `lead`; 1 for a stray byte.
[[nodiscard]] constexpr std::size_t character_length(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

[[nodiscard]] constexpr bool is_trailing_byte(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The character at `at`, which moves behind it. Bytes that end too early are taken as they are.
[[nodiscard]] inline char32_t next_character(std::string_view text, std::size_t& at) {
    const auto length = character_length(text[at]);
    const auto lead = static_cast<unsigned char>(text[at]);
    constexpr std::uint8_t lead_bits[] = {0xFF, 0xFF, 0x1F, 0x0F, 0x07};
    char32_t character = lead & lead_bits[length];
    for (std::size_t step = 1; step < length && at + step < text.size(); ++step) {
        character = (character << 6U) | (static_cast<unsigned char>(text[at + step]) & 0x3FU);
    }
    at += length;
    at = at < text.size() ? at : text.size();
    return character;
}

[[nodiscard]] constexpr bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFF) ||
           c == 0x3005 || c == 0x3007;
}
[[nodiscard]] constexpr bool is_kana(char32_t c) {
    return (c >= 0x3041 && c <= 0x30FA) || c == 0x30FC;
}
[[nodiscard]] constexpr bool is_hangul(char32_t c) {
    return c >= 0xAC00 && c <= 0xD7A3;
}
[[nodiscard]] constexpr bool is_cjk(char32_t c) {
    return is_han(c) || is_kana(c) || is_hangul(c);
}
[[nodiscard]] inline bool has_cjk(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_cjk(next_character(text, at))) {
            return true;
        }
    }
    return false;
}
/// Punctuation, symbols and blanks beyond ASCII; all else there counts as a letter.
[[nodiscard]] constexpr bool is_mark(char32_t c) {
    return (c >= 0x80 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 || c == 0xF7 ||
           (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3030) ||
           c == 0x30FB || (c >= 0xFE30 && c <= 0xFE4F) || c == 0xFFFD;
}
[[nodiscard]] constexpr bool is_ascii_letter(char c) {
    return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace longmen::resolve::detail
