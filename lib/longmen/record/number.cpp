// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a number: fold, find the office, hand over to its reader; canonical form and key.
#include <longmen/record/detail/number_text.hpp>
#include <longmen/record/source_id.hpp>

namespace longmen {
namespace {

using detail::is_digit;
using detail::is_letter;
using detail::NumberText;
using detail::value_of;

bool is_international_application(const DocNumber& number) {
    return number.office == "WO" && number.number_kind == NumberKind::application;
}

/// `US15360203A 2016-11-23`, `FR 1301861 A 20130802`: a date behind a number that ends with a kind.
std::string_view without_date(std::string_view text) {
    for (const std::size_t length : {std::size_t{10}, std::size_t{8}}) {
        if (text.size() < length + 5 || text[text.size() - length - 1] != ' ') {
            continue;
        }
        const auto date = text.substr(text.size() - length);
        const auto before = text.substr(0, text.size() - length - 1);
        bool dated = true;
        for (std::size_t at = 0; at < length; ++at) {
            const bool hyphen = length == 10 && (at == 4 || at == 7);
            dated = dated && (hyphen ? date[at] == '-' : is_digit(date[at]));
        }
        const char last = before.back();
        const bool kind = is_letter(last) || (is_digit(last) && is_letter(before[before.size() - 2]));
        if (dated && kind && before.find_first_of("0123456789") != std::string_view::npos) {
            return before;
        }
    }
    return text;
}

std::optional<DocNumber> read_under(std::string_view office, const NumberText& text, NumberHint hint) {
    if (office == "CN") {
        const bool granted = text.view().starts_with("ZL");
        auto rest = text;
        rest.begin += granted ? 2 : 0;
        const auto body = rest.view();
        if (body.size() == 11 && body.back() == 'W' && detail::all_digits(body.substr(0, 10))) {
            return detail::read_pct(office, body.substr(0, 10), NumberText::nowhere);
        }
        return detail::read_cn(rest, hint, false, granted || text.granted_words);
    }
    const auto body = text.view();
    if (body.size() > 1 && body.back() == 'W' && detail::all_digits(body.substr(0, body.size() - 1))) {
        return detail::read_pct(office, body.substr(0, body.size() - 1), text.joint());
    }
    if (office == "US") {
        return detail::read_us(text, hint);
    }
    if (office == "EP") {
        return detail::read_ep(text, hint);
    }
    if (office == "WO") {
        return detail::read_wo(text);
    }
    if (office == "JP") {
        return detail::read_jp(text, hint);
    }
    if (office == "KR") {
        return detail::read_kr(text, hint);
    }
    return detail::read_other(office, text, hint);
}

/// Twelve or thirteen digits of which a display left six, sixteen or more of which a spreadsheet keeps
/// fifteen.
bool is_filled_with_zeros(std::string_view text) {
    constexpr std::size_t shown = 6;
    constexpr std::size_t kept = 15;
    const bool application = text.size() == 12 || text.size() == 13;
    const auto left = application ? shown : kept;
    return (application || text.size() > kept) && detail::all_digits(text) &&
           text.find_first_not_of('0', left) == std::string_view::npos;
}

} // namespace

std::string DocNumber::canonical() const {
    std::string result;
    if (is_international_application(*this)) {
        result = "PCT/" + digits.substr(0, 6) + "/" + digits.substr(6);
        return result;
    }
    result.reserve(office.size() + digits.size() + 2);
    result += office;
    result += digits;
    if (number_kind == NumberKind::publication) {
        result += kind;
    } else if (check != 0) {
        result += '.';
        result += check;
    }
    return result;
}

std::string DocNumber::key() const {
    std::string result(number_kind == NumberKind::application ? "a:" : "p:");
    result += office;
    result +=
        office == "CN" || office == "WO" ? std::string_view(digits) : detail::without_leading_zeros(digits);
    return result;
}

std::optional<int> DocNumber::year() const {
    const std::string_view all = digits;
    const auto four_at = [&](std::size_t at) -> std::optional<int> {
        const int year = detail::all_digits(all.substr(at, 4)) ? value_of(all.substr(at, 4)) : 0;
        return year >= 1900 && year <= 2099 ? std::optional{year} : std::nullopt;
    };
    if (office == "CN") {
        if (number_kind == NumberKind::publication) {
            return std::nullopt;
        }
        if (all.size() == 12) {
            return four_at(0);
        }
        const int year = value_of(all.substr(0, 2));
        return year + (year >= 85 ? 1900 : 2000);
    }
    if (office == "WO") {
        return number_kind == NumberKind::application ? four_at(2)
               : all.size() == 10                     ? four_at(0)
                                                      : std::nullopt;
    }
    if (office == "JP" && all.size() == 9 && is_letter(all[0])) {
        const int year = value_of(all.substr(1, 2));
        switch (all[0]) {
        case 'M':
            return 1867 + year;
        case 'T':
            return 1911 + year;
        case 'S':
            return 1925 + year;
        case 'H':
            return 1988 + year;
        default:
            return 2018 + year;
        }
    }
    if (office == "JP" && all.size() == 10) {
        return four_at(0);
    }
    if (office == "KR" && (all.size() == 11 || all.size() == 13)) {
        return four_at(all.size() - 11);
    }
    return std::nullopt;
}

PatentType DocNumber::type() const {
    if (office != "CN" || digits.size() < 7) {
        return PatentType::unknown;
    }
    const bool short_form = digits.size() == 8;
    const bool long_form = digits.size() == 12;
    switch (digits[short_form ? 2 : long_form ? 4 : 0]) {
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

std::optional<DocNumber> parse_number(std::string_view raw, NumberHint hint, std::string_view office) {
    while (!raw.empty() && raw.back() == ' ') {
        raw.remove_suffix(1);
    }
    if (is_source_id(raw)) {
        return std::nullopt;
    }
    const auto folded = detail::fold_number(without_date(raw));
    if (!folded || folded->begin == folded->end) {
        return std::nullopt;
    }
    auto text = *folded;
    const auto all = text.view();
    if (all.starts_with("PCT")) {
        const auto body = detail::split_kind(all.substr(3)).stem;
        if (body.size() < 3) {
            return std::nullopt;
        }
        const auto joint = text.joint();
        return detail::read_pct(body.substr(0, 2), body.substr(2),
                                joint == NumberText::nowhere ? joint : joint - 5);
    }
    const auto first = all.substr(0, 2);
    if (first == "ZL") {
        return read_under("CN", text, hint);
    }
    if (first == "WO" && all.substr(2).starts_with("PCT")) { // WOPCT/CN2013/089443
        const auto code = raw.find("PCT") != std::string_view::npos ? raw.find("PCT") : raw.find("pct");
        return code == std::string_view::npos ? std::nullopt : parse_number(raw.substr(code), hint, office);
    }
    const bool own =
        detail::is_office(first) && all.size() > 2 && (office.empty() || office == first || is_digit(all[2]));
    if (own) {
        text.begin += 2;
        return read_under(first, text, hint);
    }
    if (!office.empty()) {
        return read_under(office, text, hint);
    }
    if (text.japanese) {
        return read_under("JP", text, hint);
    }
    return detail::read_cn(text, hint, !text.granted_words, text.granted_words);
}

bool is_damaged_number(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    if (is_filled_with_zeros(text)) {
        return true;
    }
    for (const std::string_view prefix : {"CN", "ZL"}) {
        if (text.starts_with(prefix)) {
            text.remove_prefix(prefix.size());
        }
    }
    const auto exponent = text.find_first_of("eE");
    if (exponent == std::string_view::npos) {
        return false;
    }
    auto mantissa = text.substr(0, exponent);
    auto power = text.substr(exponent + 1);
    if (const auto dot = mantissa.find('.'); dot != std::string_view::npos) {
        if (dot + 1 < mantissa.size() && !detail::all_digits(mantissa.substr(dot + 1))) {
            return false;
        }
        mantissa = mantissa.substr(0, dot);
    } else if (power.size() < 2) {
        return false; // 97101765E5 might be a number with a kind
    }
    if (!power.empty() && power.front() == '+') {
        power.remove_prefix(1);
    }
    return detail::all_digits(mantissa) && power.size() <= 2 && detail::all_digits(power);
}

} // namespace longmen
