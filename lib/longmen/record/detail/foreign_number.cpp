// SPDX-License-Identifier: GPL-3.0-or-later
// One normal form per office, so that zero padding and two-digit years do not make two documents of one.
#include <longmen/record/detail/foreign_number.hpp>
#include <longmen/record/detail/number_text.hpp>

#include <array>

namespace longmen::detail {
namespace {

bool is_year(std::string_view digits) {
    const int year = to_int(digits);
    return year >= 1900 && year <= 2099;
}

std::string without_leading_zeros(std::string_view digits) {
    const auto first = digits.find_first_not_of('0');
    return std::string{first == std::string_view::npos ? "0" : digits.substr(first)};
}

std::string padded(std::string_view digits, std::size_t width) {
    auto bare = without_leading_zeros(digits);
    return bare.size() < width ? std::string(width - bare.size(), '0') + bare : bare;
}

/// Applications published in the US since 2001: four digits of year and seven of serial; DOCDB writes six.
std::string us_digits(std::string_view digits) {
    if ((digits.size() == 10 || digits.size() == 11) && is_year(digits.substr(0, 4))) {
        return std::string{digits.substr(0, 4)} + padded(digits.substr(4), 7);
    }
    return without_leading_zeros(digits);
}

/// Four digits of year and six of serial, out of 2+5, 2+6, 4+5, 4+6.
std::string wo_digits(std::string_view digits) {
    constexpr int first_two_digit_year = 78; // the first international applications were published in 1978
    if ((digits.size() == 9 || digits.size() == 10) && is_year(digits.substr(0, 4))) {
        return std::string{digits.substr(0, 4)} + padded(digits.substr(4), 6);
    }
    if (digits.size() == 7 || digits.size() == 8) {
        const auto century = to_int(digits.substr(0, 2)) >= first_two_digit_year ? "19" : "20";
        return century + std::string{digits.substr(0, 2)} + padded(digits.substr(2), 6);
    }
    return std::string{digits};
}

/// The class prefix 10 (invention) or 20 (utility model) before a four-digit year is left out.
std::string kr_digits(std::string_view digits) {
    if (digits.size() == 13 && (digits.starts_with("10") || digits.starts_with("20")) &&
        is_year(digits.substr(2, 4))) {
        digits.remove_prefix(2);
    }
    return std::string{digits};
}

/// Words of Japanese gazettes before the number: 特開平10-123456 is JPH10123456.
struct JapaneseWord {
    std::string_view word;
    std::string_view becomes;
};
constexpr auto japanese_words = std::to_array<JapaneseWord>({{"特開", ""},
                                                             {"特开", ""},
                                                             {"特願", ""},
                                                             {"特愿", ""},
                                                             {"特許", ""},
                                                             {"特许", ""},
                                                             {"実開", ""},
                                                             {"实开", ""},
                                                             {"第", ""},
                                                             {"号", ""},
                                                             {"平", "H"},
                                                             {"昭", "S"}});

std::string without_japanese_words(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        bool found = false;
        for (const auto& [word, becomes] : japanese_words) {
            if (text.starts_with(word)) {
                result += becomes;
                text.remove_prefix(word.size());
                found = true;
                break;
            }
        }
        if (!found) {
            result += text[0];
            text.remove_prefix(1);
        }
    }
    return result;
}

std::string normal_digits(std::string_view office, std::string_view digits) {
    if (!all_digits(digits)) {
        return std::string{digits};
    }
    if (office == "US") {
        return us_digits(digits);
    }
    if (office == "WO") {
        return wo_digits(digits);
    }
    if (office == "EP") {
        return padded(digits, 7);
    }
    return office == "KR" ? kr_digits(digits) : std::string{digits};
}

} // namespace

std::optional<DocNumber> foreign_number(std::string_view folded, NumberHint hint) {
    DocNumber number;
    if (folded.starts_with("PCT")) {
        number.office = "PCT";
        number.number_kind = NumberKind::application;
        number.digits = folded.substr(3);
        const bool shape = number.digits.size() >= 9 && is_letter(number.digits[0]) &&
                           is_letter(number.digits[1]) &&
                           all_digits(std::string_view{number.digits}.substr(2));
        return shape ? std::optional{number} : std::nullopt;
    }
    if (!is_letter(folded[0]) || !is_letter(folded[1])) {
        return std::nullopt;
    }
    number.office = folded.substr(0, 2);
    const auto rest =
        number.office == "JP" ? without_japanese_words(folded.substr(2)) : std::string{folded.substr(2)};
    // Up to two letters may stand before the digits: RE, PP, D (US), H and S (JP).
    std::string_view body = rest;
    std::size_t letters = 0;
    while (letters < body.size() && letters < 3 && is_letter(body[letters])) {
        ++letters;
    }
    if (letters > 2 || letters == body.size()) {
        return std::nullopt;
    }
    auto [digits, kind] = split_kind(body);
    if (digits.size() < letters + 3 || !all_digits(digits.substr(letters))) {
        return std::nullopt;
    }
    number.number_kind = hint == NumberHint::application ? NumberKind::application : NumberKind::publication;
    if (number.number_kind == NumberKind::application) {
        number.digits = digits;
        return number;
    }
    number.digits =
        std::string{digits.substr(0, letters)} +
        (letters == 0 ? normal_digits(number.office, digits) : std::string{digits.substr(letters)});
    number.kind = kind;
    return number;
}

std::optional<int> foreign_year(std::string_view office, std::string_view digits) {
    if (digits.size() >= 9 && all_digits(digits.substr(0, 4)) && is_year(digits.substr(0, 4)) &&
        (office == "WO" || office == "JP" || office == "KR" || (office == "US" && digits.size() == 11))) {
        return to_int(digits.substr(0, 4));
    }
    if (office == "PCT" && digits.size() >= 8) {
        const auto four = digits.substr(2, 4);
        return all_digits(four) && is_year(four) ? std::optional{to_int(four)} : std::nullopt;
    }
    return std::nullopt;
}

} // namespace longmen::detail
