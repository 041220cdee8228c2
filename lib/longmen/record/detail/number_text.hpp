// SPDX-License-Identifier: GPL-3.0-or-later
// A document number reduced to letters and digits, with the places where separators stood.
#pragma once

#include <longmen/record/number.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace longmen::detail {

/// Upper-case half-width letters and digits of a number.
struct NumberText {
    static constexpr std::size_t capacity = 40;
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    std::array<char, capacity> buffer{};
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t joint_at = nowhere; ///< in `buffer`: where `/` or `-` stood between two digits, the last one
    std::size_t dot_at = nowhere;   ///< in `buffer`: where the last dot stood
    bool granted_words = false;     ///< 专利号 and the like
    bool japanese = false;          ///< 特開, 平 and the like
    char japanese_kind = 0;         ///< kind those words tell, 0 if none

    [[nodiscard]] std::string_view view() const { return {buffer.data() + begin, end - begin}; }
    /// Position of the joint in `view()`; `nowhere` without one.
    [[nodiscard]] std::size_t joint() const { return joint_at == nowhere ? nowhere : joint_at - begin; }
    /// True when the last character of the text stood behind a dot: `201811234567.X`.
    [[nodiscard]] bool dot_before_last() const { return dot_at != nowhere && dot_at + 1 == end; }
};

/// Nothing for characters that no number has, and for texts too long to be one.
std::optional<NumberText> fold_number(std::string_view text);

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
inline bool is_letter(char c) {
    return c >= 'A' && c <= 'Z';
}
inline bool all_digits(std::string_view text) {
    for (const char c : text) {
        if (!is_digit(c)) {
            return false;
        }
    }
    return !text.empty();
}
/// Value of at most nine digits.
inline int value_of(std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
        value = value * 10 + (c - '0');
    }
    return value;
}

/// `7131597B2` -> `7131597`, `B2`. A kind is a letter, or a letter and a digit, behind at least one digit.
struct StemKind {
    std::string_view stem;
    std::string_view kind;
};
StemKind split_kind(std::string_view text);

/// Office code of WIPO ST.3.
bool is_office(std::string_view code);

std::string_view without_leading_zeros(std::string_view digits);
std::string zero_padded(std::string_view digits, std::size_t width);

DocNumber publication(std::string_view office, std::string digits, std::string_view kind);
DocNumber application(std::string_view office, std::string digits);

// One reader per family of offices; `text` has lost its office. Nothing when the number has no known form.
/// `bare`: written without `CN` or `ZL`.
std::optional<DocNumber> read_cn(const NumberText& text, NumberHint hint, bool bare, bool granted);
std::optional<DocNumber> read_us(const NumberText& text, NumberHint hint);
std::optional<DocNumber> read_ep(const NumberText& text, NumberHint hint);
std::optional<DocNumber> read_wo(const NumberText& text);
std::optional<DocNumber> read_jp(const NumberText& text, NumberHint hint);
std::optional<DocNumber> read_kr(const NumberText& text, NumberHint hint);
std::optional<DocNumber> read_other(std::string_view office, const NumberText& text, NumberHint hint);
/// `CN2011080640`, `CN0300123`: receiving office, year, serial of an international application.
std::optional<DocNumber> read_pct(std::string_view office, std::string_view digits, std::size_t joint);

} // namespace longmen::detail
