// SPDX-License-Identifier: GPL-3.0-or-later
// Japanese and Korean numbers.
#include <longmen/record/detail/number_text.hpp>

#include <string>

namespace longmen::detail {
namespace {

constexpr std::size_t serial_width = 6;
constexpr int first_era_b_year = 38; // S38: earliest examined publication seen in two-digit form
constexpr int last_showa_year = 64;
constexpr int last_heisei_year = 12; // four-digit years follow

/// Era letter, two digits of the year, six of the serial.
std::optional<std::string> era_number(char era, std::string_view digits, std::size_t joint) {
    const std::size_t cut = joint == 1 ? 1 : 2;
    if (digits.size() <= cut) {
        return std::nullopt;
    }
    const auto serial = without_leading_zeros(digits.substr(cut));
    if (serial.size() > serial_width) {
        return std::nullopt;
    }
    std::string result(1, era);
    result += zero_padded(digits.substr(0, cut), 2);
    result += zero_padded(serial, serial_width);
    return result;
}

/// Era of a number that is written with a bare two-digit year; 0 when it is none.
char era_of_bare(std::string_view digits, std::string_view kind) {
    const int year = value_of(digits.substr(0, 2));
    if (year >= first_era_b_year && year <= last_showa_year) {
        return 'S';
    }
    const bool examined = !kind.empty() && kind[0] == 'B';
    const bool padded = digits[0] == '0'; // without a kind, or of a grant: rather a filled number
    return year >= 1 && year <= last_heisei_year && !examined && (!padded || !kind.empty()) ? 'H' : char{0};
}

} // namespace

std::optional<DocNumber> read_jp(const NumberText& text, NumberHint hint) {
    auto [stem, kind] = split_kind(text.view());
    const std::string_view word(&text.japanese_kind, text.japanese_kind != 0 ? 1 : 0);
    if (kind.empty()) {
        kind = word;
    }
    const bool asked = hint == NumberHint::application;
    const auto result = [&](std::string body) {
        return asked ? application("JP", std::move(body)) : publication("JP", std::move(body), kind);
    };
    if (stem.size() < 2) {
        return std::nullopt;
    }
    if (is_letter(stem[0]) && is_digit(stem[1])) { // H10123456, S58-80387
        constexpr std::string_view eras = "MTSHR";
        const auto digits = stem.substr(1);
        if (eras.find(stem[0]) == std::string_view::npos || !all_digits(digits)) {
            return std::nullopt;
        }
        const auto joint = text.joint();
        auto number = era_number(stem[0], digits, joint == NumberText::nowhere ? joint : joint - 1);
        return number ? std::optional{result(std::move(*number))} : std::nullopt;
    }
    if (stem.starts_with("WO") && all_digits(stem.substr(2))) { // JPWO2016181426: republished
        return result(std::string(stem));
    }
    if (!all_digits(stem) || stem.size() > 12) {
        return std::nullopt;
    }
    if (text.joint() == 4 && stem.size() <= 10) { // 2004-12345
        std::string body(stem.substr(0, 4));
        body += zero_padded(stem.substr(4), serial_width);
        return result(std::move(body));
    }
    if (asked) {
        return result(std::string(stem));
    }
    if (stem.size() == 8) {
        if (const char era = era_of_bare(stem, kind); era != 0) {
            return result(*era_number(era, stem, NumberText::nowhere));
        }
        return result(std::string(without_leading_zeros(stem)));
    }
    const bool laid_open = !kind.empty() && (kind[0] == 'A' || (kind[0] == 'U' && stem[0] != '3'));
    if (stem.size() == 7 && laid_open && stem[0] != '0') { // 6064592A: the zero of H06 is missing
        return result(*era_number('H', "0" + std::string(stem), NumberText::nowhere));
    }
    return result(std::string(stem));
}

std::optional<DocNumber> read_kr(const NumberText& text, NumberHint hint) {
    constexpr std::size_t grant_width = 7;
    const auto [stem, kind] = split_kind(text.view());
    if (!all_digits(stem) || stem.size() > 13) {
        return std::nullopt;
    }
    const auto result = [&](std::string body) {
        return hint == NumberHint::application ? application("KR", std::move(body))
                                               : publication("KR", std::move(body), kind);
    };
    const bool model = !kind.empty() && (kind[0] == 'U' || kind[0] == 'Y');
    const auto year_at = [&](std::size_t at) {
        const int year = value_of(stem.substr(at, 4));
        return year >= 1948 && year <= 2099;
    };
    if (stem.size() == 13 && year_at(2)) { // 10-2019-0012345; 20 are utility models, 30 designs
        return result(std::string(stem.starts_with("10") ? stem.substr(2) : stem));
    }
    if ((stem.size() == 11 || stem.size() == 10) && year_at(0)) {
        std::string body = model ? "20" : "";
        body += stem.substr(0, 4);
        body += zero_padded(stem.substr(4), grant_width);
        return result(std::move(body));
    }
    if (stem.size() <= grant_width && !kind.empty() && (kind[0] == 'B' || kind[0] == 'Y')) {
        return result((model ? "20" : "10") + zero_padded(stem, grant_width));
    }
    return result(std::string(stem));
}

} // namespace longmen::detail
