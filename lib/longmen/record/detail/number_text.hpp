// SPDX-License-Identifier: GPL-3.0-or-later
// Small pieces that number parsers share: digits, letters, kind codes at the end.
#pragma once

#include <algorithm>
#include <string_view>
#include <utility>

namespace longmen::detail {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
    return c >= 'A' && c <= 'Z';
}
constexpr bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

/// Precondition: at most nine digits.
constexpr int to_int(std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
        value = value * 10 + (c - '0');
    }
    return value;
}

/// `109876543B` -> {109876543, B}; `7131597B2` -> {7131597, B2}; without a kind the second part is empty.
constexpr std::pair<std::string_view, std::string_view> split_kind(std::string_view text) {
    std::size_t length = 0;
    if (text.size() > 1 && is_letter(text.back())) {
        length = 1;
    } else if (text.size() > 2 && is_digit(text.back()) && is_letter(text[text.size() - 2])) {
        length = 2;
    }
    return {text.substr(0, text.size() - length), text.substr(text.size() - length)};
}

} // namespace longmen::detail
