// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 text character by character, and how far two words are apart.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace longmen::search {

/// The character at byte `at` and its length in bytes; a byte that begins no character stands for itself.
[[nodiscard]] char32_t character_at(std::string_view text, std::size_t at, std::size_t& length);
[[nodiscard]] std::u32string to_characters(std::string_view text);
[[nodiscard]] std::string from_characters(std::u32string_view text);
/// True for Chinese, Japanese and Korean characters, which are written without blanks.
[[nodiscard]] bool is_running(char32_t code);
/// True when some character is a letter, a digit or a sign of a script.
[[nodiscard]] bool has_letters(std::string_view text);
/// Insertions, deletions, substitutions and swaps of neighbours (each character is touched once: the
/// restricted distance) that turn one into the other; `most + 1` when there are more than `most`.
[[nodiscard]] std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t most);

} // namespace longmen::search
