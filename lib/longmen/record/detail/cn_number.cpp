// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese application and publication numbers (ZC 0006-2003 and the series before it).
#include <longmen/record/detail/number_text.hpp>

#include <string>

namespace longmen {

char cn_check_digit(std::string_view digits) {
    int sum = 0;
    int weight = 2;
    for (const char c : digits) {
        sum += weight * (c - '0');
        weight = weight == 9 ? 2 : weight + 1;
    }
    const int check = sum % 11;
    return check == 10 ? 'X' : static_cast<char>('0' + check);
}

namespace detail {
namespace {

constexpr std::size_t short_digits = 8; // YYTNNNNN, to 2003-09-30
constexpr std::size_t long_digits = 12; // YYYYTNNNNNNN, from 2003-10-01
constexpr int first_long_year = 2003;
constexpr int last_long_year = 2099;

bool is_type_digit(char c) {
    return c == '1' || c == '2' || c == '3' || c == '8' || c == '9';
}

bool is_short_application(std::string_view digits) {
    const int year = value_of(digits.substr(0, 2));
    return (year >= 85 || year <= 3) && is_type_digit(digits[2]);
}

bool has_no_check(std::string_view digits) {
    return digits.size() == short_digits && digits[0] == '8' && digits[1] >= '5' && digits[1] <= '8';
}

bool is_long_application(std::string_view digits) {
    const int year = value_of(digits.substr(0, 4));
    return year >= first_long_year && year <= last_long_year && is_type_digit(digits[4]);
}

/// Series of published documents: 1 inventions, 2 utility models, 3 designs.
bool is_series_digit(char c) {
    return c >= '1' && c <= '3';
}

DocNumber cn_application(std::string_view digits, char given, bool granted) {
    auto number = application("CN", std::string(digits));
    const char computed = cn_check_digit(digits);
    number.check_given = given != 0;
    number.check_ok = given == 0 || given == computed;
    number.check = has_no_check(digits) ? char{0} : given != 0 ? given : computed;
    number.granted_prefix = granted;
    return number;
}

/// PATENTSCOPE writes some applications as type (10, 20, 30; 11 and 21 for national phases of PCT), year and
/// nine digits of which the first two are filling: `102008000146977` is 200810146977.
std::optional<DocNumber> read_wide_form(std::string_view digits, bool granted) {
    const auto kind = digits.substr(0, 2);
    const char type = kind == "10"   ? '1'
                      : kind == "20" ? '2'
                      : kind == "30" ? '3'
                      : kind == "11" ? '8'
                      : kind == "21" ? '9'
                                     : '0';
    std::string narrow(digits.substr(2, 4));
    narrow += type;
    narrow += digits.substr(8);
    if (digits.substr(6, 2) != "00" || !is_long_application(narrow)) {
        return std::nullopt;
    }
    return cn_application(narrow, 0, granted);
}

/// A spreadsheet ate the leading zero of a number of 2000-2003; believed only when the check digit agrees.
std::optional<DocNumber> read_without_zero(std::string_view digits, char given, bool granted) {
    std::string whole = "0";
    whole += digits;
    if (!is_short_application(whole) || cn_check_digit(whole) != given) {
        return std::nullopt;
    }
    return cn_application(whole, given, granted);
}

} // namespace

std::optional<DocNumber> read_cn(const NumberText& text, NumberHint hint, bool bare, bool granted) {
    const auto all = text.view();
    std::size_t count = 0;
    while (count < all.size() && is_digit(all[count])) {
        ++count;
    }
    auto digits = all.substr(0, count);
    auto tail = all.substr(count);
    if (count == short_digits + 2 && has_no_check(digits.substr(2)) && digits.starts_with("19") &&
        is_type_digit(digits[4])) { // 1985109565: 1985-88 with the century
        digits.remove_prefix(2);
        count = short_digits;
    }
    char given = 0;
    if (!tail.empty() && tail.front() == 'X') {
        given = 'X';
        tail.remove_prefix(1);
    }
    constexpr std::string_view kinds = "ABCDEFSUY"; // F: designs, behind application numbers
    const bool kind_ok = tail.empty() || (kinds.find(tail[0]) != std::string_view::npos &&
                                          (tail.size() == 1 || (tail.size() == 2 && is_digit(tail[1]))));
    if (!kind_ok) {
        return std::nullopt;
    }
    const bool dotted = text.dot_before_last();
    const bool may_be_publication = given == 0 && (!bare || hint == NumberHint::publication);
    const auto as_publication = [&](std::string_view body) {
        auto number = publication("CN", std::string(body), tail);
        number.granted_prefix = granted;
        return number;
    };
    switch (count) {
    case 15:
        return given == 0 ? read_wide_form(digits, granted) : std::nullopt;
    case long_digits + 1:
        return given == 0 && is_long_application(digits)
                   ? std::optional{cn_application(digits.substr(0, long_digits), digits.back(), granted)}
                   : std::nullopt;
    case long_digits:
        return is_long_application(digits) ? std::optional{cn_application(digits, given, granted)}
                                           : std::nullopt;
    case 10: // 109876543.0 of a spreadsheet
        return dotted && digits.back() == '0' && is_series_digit(digits[0]) && may_be_publication
                   ? std::optional{as_publication(digits.substr(0, 9))}
                   : std::nullopt;
    case short_digits + 1:
        if (given == 0 && is_short_application(digits)) {
            const auto body = digits.substr(0, short_digits);
            return cn_application(body, digits.back(), granted);
        }
        return !dotted && is_series_digit(digits[0]) && may_be_publication
                   ? std::optional{as_publication(digits)}
                   : std::nullopt;
    case short_digits:
        if (dotted && given == 0) {
            const auto body = digits.substr(0, short_digits - 1);
            if (digits.back() == '0' && is_series_digit(digits[0]) && hint == NumberHint::publication) {
                return as_publication(body);
            }
            return read_without_zero(body, digits.back(), granted);
        }
        if (!is_short_application(digits)) {
            return std::nullopt;
        }
        if (has_no_check(digits) && given == 0 &&
            (hint == NumberHint::publication || (!tail.empty() && hint != NumberHint::application))) {
            return as_publication(digits); // 1985-88: one number for everything
        }
        return cn_application(digits, given, granted);
    case 7:
        if (given != 0) {
            return read_without_zero(digits, given, granted);
        }
        return is_series_digit(digits[0]) && may_be_publication ? std::optional{as_publication(digits)}
                                                                : std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace detail
} // namespace longmen
