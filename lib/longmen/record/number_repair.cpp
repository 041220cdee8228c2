// SPDX-License-Identifier: GPL-3.0-or-later
// Undoes scientific notation by the digits that are left and the check digit.
#include <longmen/record/number_repair.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/detail/number_text.hpp>

#include <string>

namespace longmen {
namespace {

constexpr std::size_t long_digits = 12; // year, type, serial
constexpr std::size_t short_digits = 8; // the same before 2003-10
constexpr char half = '5';              // a last digit above this is rounded up, below it down

/// `2.017106018623E+12`: the digits shown, and how many stood before the point.
struct Scientific {
    std::string digits;
    std::size_t whole = 0;
};

std::optional<Scientific> read_scientific(std::string_view text) {
    text = trim(text);
    if (text.starts_with("CN") || text.starts_with("ZL")) {
        text.remove_prefix(2);
    }
    const auto exponent = text.find_first_of("eE");
    if (exponent == std::string_view::npos || text.substr(0, exponent).find('.') != 1) {
        return std::nullopt;
    }
    auto power = text.substr(exponent + 1);
    power.remove_prefix(power.starts_with('+') ? 1 : 0);
    Scientific number{std::string{text.substr(0, 1)}.append(text.substr(2, exponent - 2)), 0};
    if (!detail::all_digits(number.digits) || !detail::all_digits(power) || power.size() > 2) {
        return std::nullopt;
    }
    number.whole = static_cast<std::size_t>(detail::value_of(power)) + 1;
    return number;
}

std::optional<DocNumber> application_of(std::string_view digits) {
    auto number = parse_number(digits, NumberHint::application);
    const bool right = number && number->office == "CN" && number->check_ok &&
                       number->number_kind == NumberKind::application;
    return right ? number : std::nullopt;
}

/// `digits` with their check digit, when a spreadsheet would have rounded it away `up` or down; a check digit
/// of five may have gone either way, and `X` is never part of a number.
std::optional<DocNumber> rounded(const std::string& digits, bool up) {
    const char check = cn_check_digit(digits);
    const bool possible = check != 'X' && (check == half || (check > half) == up);
    return possible ? application_of(digits + check) : std::nullopt;
}

} // namespace

std::optional<DocNumber> repair_number(std::string_view text) {
    const auto shown = read_scientific(text);
    if (!shown) {
        return std::nullopt;
    }
    const auto& digits = shown->digits;
    for (const auto stem : {long_digits, short_digits}) { // the check digit stands before or behind the point
        if (digits.size() == stem + 1 && (shown->whole == stem || shown->whole == stem + 1)) {
            return application_of(digits);
        }
    }
    if (digits.size() != long_digits || (shown->whole != long_digits && shown->whole != long_digits + 1)) {
        return std::nullopt;
    }
    const auto above = rounded(digits, false);
    const auto below = rounded(std::to_string(std::stoll(digits) - 1), true);
    // Twelve digits before the point may also be all there was: the number without its check digit.
    const auto plain = shown->whole == long_digits ? application_of(digits) : above;
    return below ? (plain ? std::nullopt : below) : plain;
}

} // namespace longmen
