// SPDX-License-Identifier: GPL-3.0-or-later
// Document numbers: folding, the rules of CN, and the canonical and key forms.
#include <longmen/base/text.hpp>
#include <longmen/record/detail/foreign_number.hpp>
#include <longmen/record/detail/number_text.hpp>
#include <longmen/record/number.hpp>

#include <algorithm>
#include <cctype>

namespace longmen {
namespace {

using detail::all_digits;
using detail::is_digit;
using detail::is_letter;

/// Check digits came with the numbers filed from 1989 on.
constexpr int first_year_with_check = 1989;
/// Numbers of 12 digits began on 2003-10-01.
constexpr int first_long_year = 2003;
constexpr int last_year = 2099;

/// Upper case, half width, without blanks, dots, commas, hyphens, slashes.
std::string compact(std::string_view text) {
    std::string folded;
    if (std::ranges::any_of(text, [](unsigned char c) { return c >= 0x80; })) {
        folded = fold_width(text);
        text = folded;
    }
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        if (c >= 'a' && c <= 'z') {
            result += static_cast<char>(c - 32);
        } else if (static_cast<unsigned char>(c) > ' ' && c != '.' && c != ',' && c != '-' && c != '/' &&
                   c != '_' && c != '(' && c != ')') {
            result += c;
        }
    }
    return result;
}

bool is_type_digit(char c) {
    return c == '1' || c == '2' || c == '3' || c == '8' || c == '9';
}

/// Year of a CN application number without check digit, nothing when it is none.
std::optional<int> cn_application_year(std::string_view digits) {
    if (digits.size() == 12 && is_type_digit(digits[4])) {
        const int year = detail::to_int(digits.substr(0, 4));
        return year >= first_long_year && year <= last_year ? std::optional{year} : std::nullopt;
    }
    if (digits.size() == 8 && is_type_digit(digits[2])) {
        const int two = detail::to_int(digits.substr(0, 2));
        if (two >= 85) {
            return 1900 + two;
        }
        return two <= 3 ? std::optional{2000 + two} : std::nullopt;
    }
    return std::nullopt;
}

std::optional<DocNumber> cn_application(std::string_view text) {
    // A kind letter behind twelve digits is the office's way to mark an application of that kind; it names no
    // document.
    if (text.size() == 13 && all_digits(text.substr(0, 12)) && is_letter(text[12]) && text[12] != 'X') {
        text.remove_suffix(1);
    }
    const std::size_t length = text.size() >= 12 ? 12 : 8;
    if (text.size() < length || text.size() > length + 1 || !all_digits(text.substr(0, length))) {
        return std::nullopt;
    }
    const auto digits = text.substr(0, length);
    const auto year = cn_application_year(digits);
    if (!year) {
        return std::nullopt;
    }
    DocNumber number;
    number.office = "CN";
    number.number_kind = NumberKind::application;
    number.digits = digits;
    const char computed = cn_check_digit(digits);
    if (text.size() > length) {
        const char given = text[length];
        if (!is_digit(given) && given != 'X') {
            return std::nullopt;
        }
        number.check_given = true;
        number.check_ok = given == computed;
        number.check = *year < first_year_with_check ? '\0' : given;
    } else {
        number.check = *year < first_year_with_check ? '\0' : computed;
    }
    return number;
}

/// `109876543B`, `1030001A`, `85100001A`; without a kind only the seven- and nine-digit series.
std::optional<DocNumber> cn_publication(std::string_view text) {
    const auto [digits, kind] = detail::split_kind(text);
    if (!all_digits(digits) ||
        (!kind.empty() && std::string_view{"ABCDSUYE"}.find(kind[0]) == std::string_view::npos)) {
        return std::nullopt;
    }
    const bool own_series =
        (digits.size() == 7 || digits.size() == 9) && digits[0] >= '1' && digits[0] <= '3';
    // 1985-88: the publication carries the application number.
    const bool application_form =
        digits.size() == 8 && digits[0] == '8' && !kind.empty() && cn_application_year(digits);
    if (!own_series && !application_form) {
        return std::nullopt;
    }
    DocNumber number;
    number.office = "CN";
    number.number_kind = NumberKind::publication;
    number.digits = digits;
    number.kind = kind;
    return number;
}

std::optional<DocNumber> cn_number(std::string_view text, NumberHint hint) {
    if (hint == NumberHint::publication) {
        if (auto number = cn_publication(text)) {
            return number;
        }
        return cn_application(text);
    }
    if (auto number = cn_application(text)) {
        return number;
    }
    return cn_publication(text);
}

} // namespace

std::optional<DocNumber> parse_number(std::string_view text, NumberHint hint) {
    const auto folded = compact(text);
    std::string_view rest = folded;
    if (rest.size() < 5 || rest.size() > 40) {
        return std::nullopt;
    }
    if (rest.starts_with("ZL")) {
        rest.remove_prefix(rest.substr(2).starts_with("CN") ? 4 : 2);
        auto number = cn_application(rest);
        if (number) {
            number->granted_prefix = true;
        }
        return number;
    }
    if (rest.starts_with("CN") || is_digit(rest[0])) {
        return cn_number(rest.starts_with("CN") ? rest.substr(2) : rest, hint);
    }
    return detail::foreign_number(rest, hint);
}

std::string DocNumber::canonical() const {
    if (office == "CN" && number_kind == NumberKind::application) {
        std::string result = "CN" + digits;
        if (check) {
            result += '.';
            result += check;
        }
        return result;
    }
    return office + digits + kind;
}

std::string DocNumber::key() const {
    return (number_kind == NumberKind::application ? "a:" : "p:") + office + digits;
}

std::optional<int> DocNumber::year() const {
    if (office == "CN") {
        return number_kind == NumberKind::application ? cn_application_year(digits) : std::nullopt;
    }
    return detail::foreign_year(office, digits);
}

PatentType DocNumber::type() const {
    if (office != "CN") {
        return PatentType::unknown;
    }
    char digit = digits[0];
    if (number_kind == NumberKind::application || digits.size() == 8) {
        digit = digits[digits.size() == 12 ? 4 : 2];
    }
    switch (digit) {
    case '1':
    case '8':
        return PatentType::invention;
    case '2':
    case '9':
        return PatentType::utility_model;
    case '3':
        return PatentType::design;
    default:
        return PatentType::unknown;
    }
}

bool is_damaged_number(std::string_view text) {
    text = trim(text);
    const auto e = text.find_first_of("Ee");
    if (e == std::string_view::npos || e == 0 || e + 2 >= text.size() + 1) {
        return false;
    }
    const auto mantissa = text.substr(0, e);
    auto exponent = text.substr(e + 1);
    if (exponent.starts_with('+')) {
        exponent.remove_prefix(1);
    }
    return !exponent.empty() && exponent.size() <= 2 && all_digits(exponent) &&
           mantissa.find_first_not_of("0123456789.") == std::string_view::npos && is_digit(mantissa[0]);
}

char cn_check_digit(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        sum += (digits[i] - '0') * static_cast<int>(2 + i % 8);
    }
    const int remainder = sum % 11;
    return remainder == 10 ? 'X' : static_cast<char>('0' + remainder);
}

} // namespace longmen
