// SPDX-License-Identifier: GPL-3.0-or-later
// A document's number in 64 bits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace longmen {

/// Orders by office, prefix, number of digits, digits, kind; plain numbers come first, in the order of
/// numbers of equal length.
using PackedNumber = std::uint64_t;

/// Packs what has the form `[office][prefix]digits[kind]`: an office of two capital letters or none, a prefix
/// of American documents (D, RE, PP, H, T, X) or none, 1 to 13 digits, a kind of a letter and at most one
/// digit or none. Nothing for every other text. What is packed unpacks to the same text, leading zeros and
/// all.
[[nodiscard]] std::optional<PackedNumber> pack_number(std::string_view text);
[[nodiscard]] std::string unpack_number(PackedNumber number);

/// Number of the office, 0 for none and for what does not pack; `office_text` has its two letters.
[[nodiscard]] std::uint32_t office_of(PackedNumber number);
[[nodiscard]] std::string office_text(std::uint32_t office);
/// Number of an office by its letters; 0 when these are not two capitals.
[[nodiscard]] std::uint32_t office_number(std::string_view text);

/// Plain numbers (no office, prefix or kind) are multiples of this, at most `plain_place` of 13 digits.
inline constexpr PackedNumber plain_step = 1 + std::uint64_t{26} * 11;
inline constexpr std::size_t most_plain_digits = 13;
/// Place of a plain number among them: `pack_number("0012")` is `plain_step * plain_place(12, 4)`.
[[nodiscard]] constexpr std::uint64_t plain_place(std::uint64_t value, std::size_t digits) {
    constexpr std::array<std::uint64_t, most_plain_digits + 1> shorter{
        0,       0,        10,        110,        1110,        11110,        111110,
        1111110, 11111110, 111111110, 1111111110, 11111111110, 111111111110, 1111111111110};
    return shorter.at(digits) + value;
}

/// Numbers from here on are given out by no text: free for what does not pack.
[[nodiscard]] PackedNumber first_unpacked();

} // namespace longmen
