// SPDX-License-Identifier: GPL-3.0-or-later
// Parts in a mixed base; the product of their sizes stays below 2^64.
#include <longmen/record/packed_number.hpp>

#include <algorithm>
#include <array>

namespace longmen {
namespace {

constexpr std::uint64_t letters = 26;
constexpr std::uint64_t offices = 1 + letters * letters;
constexpr std::uint64_t kinds = 1 + letters * 11; ///< a letter alone, or with one of ten digits
constexpr std::size_t most_digits = 13;
constexpr std::array<std::string_view, 7> prefixes{"", "D", "H", "PP", "RE", "T", "X"};

/// Texts of fewer digits than `length`.
constexpr std::uint64_t shorter(std::size_t length) {
    std::uint64_t all = 0;
    std::uint64_t of_length = 1;
    for (std::size_t i = 1; i < length; ++i) {
        of_length *= 10;
        all += of_length;
    }
    return all;
}
constexpr std::uint64_t digit_texts = shorter(most_digits + 1);
constexpr std::uint64_t all = offices * prefixes.size() * kinds * digit_texts;
static_assert(all / digit_texts == offices * prefixes.size() * kinds, "fits in 64 bits");

constexpr bool is_letter(char c) {
    return c >= 'A' && c <= 'Z';
}
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr std::uint64_t letter(char c) {
    return static_cast<std::uint64_t>(c - 'A');
}

} // namespace

PackedNumber first_unpacked() {
    return all;
}

std::optional<PackedNumber> pack_number(std::string_view text) {
    std::uint64_t office = 0;
    if (text.size() > 2 && is_letter(text[0]) && is_letter(text[1])) {
        office = office_number(text.substr(0, 2));
        text.remove_prefix(2);
    }
    std::size_t begin = 0;
    while (begin < text.size() && is_letter(text[begin])) {
        ++begin;
    }
    const auto prefix = std::ranges::find(prefixes, text.substr(0, begin));
    if (prefix == prefixes.end()) {
        return std::nullopt;
    }
    text.remove_prefix(begin);
    std::uint64_t value = 0;
    std::size_t length = 0;
    while (length < text.size() && length <= most_digits && is_digit(text[length])) {
        value = value * 10 + static_cast<std::uint64_t>(text[length] - '0');
        ++length;
    }
    if (length == 0 || length > most_digits) {
        return std::nullopt;
    }
    text.remove_prefix(length);
    std::uint64_t kind = 0;
    if (!text.empty()) {
        if (text.size() > 2 || !is_letter(text[0]) || (text.size() == 2 && !is_digit(text[1]))) {
            return std::nullopt;
        }
        kind =
            1 + letter(text[0]) * 11 + (text.size() == 2 ? 1 + static_cast<std::uint64_t>(text[1] - '0') : 0);
    }
    return ((office * prefixes.size() + static_cast<std::uint64_t>(prefix - prefixes.begin())) * digit_texts +
            shorter(length) + value) *
               kinds +
           kind;
}

std::string unpack_number(PackedNumber number) {
    const auto kind = number % kinds;
    number /= kinds;
    auto value = number % digit_texts;
    number /= digit_texts;
    const auto prefix = number % prefixes.size();
    const auto office = number / prefixes.size();
    auto text = office_text(static_cast<std::uint32_t>(office));
    text += prefixes.at(prefix);
    std::size_t length = 1;
    while (value >= shorter(length + 1)) {
        ++length;
    }
    value -= shorter(length);
    const auto begin = text.size();
    text.append(length, '0');
    for (auto at = begin + length; at-- > begin; value /= 10) {
        text[at] = static_cast<char>('0' + value % 10);
    }
    if (kind > 0) {
        text += static_cast<char>('A' + (kind - 1) / 11);
        if (const auto digit = (kind - 1) % 11; digit > 0) {
            text += static_cast<char>('0' + digit - 1);
        }
    }
    return text;
}

std::uint32_t office_of(PackedNumber number) {
    return number >= first_unpacked()
               ? 0
               : static_cast<std::uint32_t>(number / kinds / digit_texts / prefixes.size());
}

std::uint32_t office_number(std::string_view text) {
    return text.size() == 2 && is_letter(text[0]) && is_letter(text[1])
               ? static_cast<std::uint32_t>(1 + letter(text[0]) * letters + letter(text[1]))
               : 0;
}

std::string office_text(std::uint32_t office) {
    return office == 0 ? std::string{}
                       : std::string{static_cast<char>('A' + (office - 1) / letters),
                                     static_cast<char>('A' + (office - 1) % letters)};
}

} // namespace longmen
