// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar arithmetic on day numbers, and the date forms of patent exports.
#include <longmen/base/date.hpp>
#include <longmen/base/text.hpp>

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdlib>

namespace longmen {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int first_year = 1000;
constexpr int last_year = 9998;
/// A two-digit year below this is 20xx, else 19xx: patents are filed up to now, and before 1950 they have
/// four digits.
constexpr int two_digit_pivot = 50;

year_month_day civil(std::int32_t days) {
    return year_month_day{sys_days{std::chrono::days{days}}};
}

/// Up to three groups of digits with what stands between them.
struct Parts {
    std::array<int, 3> number{};
    std::array<int, 3> digits{};
    int count = 0;
    std::string_view rest; ///< what follows the third group
};

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Separators between parts: one of `-/.` and blanks around it, or 年 月 日.
std::size_t separator_length(std::string_view text) {
    for (const std::string_view word : {"年", "月", "日"}) {
        if (text.starts_with(word)) {
            return word.size();
        }
    }
    return !text.empty() && (text[0] == '-' || text[0] == '/' || text[0] == '.' || text[0] == ' ') ? 1 : 0;
}

std::optional<Parts> take_parts(std::string_view text) {
    Parts parts;
    while (parts.count < 3) {
        int value = 0;
        int digits = 0;
        while (!text.empty() && is_digit(text[0])) {
            value = digits < 8 ? value * 10 + (text[0] - '0') : value;
            ++digits;
            text.remove_prefix(1);
        }
        if (digits == 0) {
            break;
        }
        if (digits > 8) {
            return std::nullopt;
        }
        const auto slot = static_cast<std::size_t>(parts.count++);
        parts.number.at(slot) = value;
        parts.digits.at(slot) = digits;
        if (parts.count == 3) {
            break;
        }
        const bool word = text.starts_with("年") || text.starts_with("月");
        bool any = false;
        while (const auto length = separator_length(text)) {
            text.remove_prefix(length);
            any = true;
        }
        if (any && !word && text.empty()) {
            return std::nullopt; // `2019-` is a date cut short
        }
        if (!any) {
            break;
        }
    }
    while (const auto length = separator_length(text)) {
        if (text[0] == '-' || text[0] == '/') {
            break;
        }
        text.remove_prefix(length);
    }
    parts.rest = text;
    return parts;
}

/// A time of day after the date: `T00:00:00Z`, ` 00:00:00.0`, or nothing.
bool is_time_or_empty(std::string_view rest) {
    if (rest.empty()) {
        return true;
    }
    if (rest[0] == 'T') {
        rest.remove_prefix(1);
    }
    bool colon = false;
    for (const char c : rest) {
        colon = colon || c == ':';
        if (!is_digit(c) && c != ':' && c != '.' && c != 'Z' && c != '+' && c != ' ') {
            return false;
        }
    }
    return colon;
}

int full_year(int year, int digits) {
    return digits > 2 ? year : year < two_digit_pivot ? 2000 + year : 1900 + year;
}

std::optional<Date> of_three(const Parts& parts, const DateForms& forms) {
    auto [a, b, c] = parts.number;
    if (parts.digits[0] > 2) {
        return parts.digits[0] == 4 ? Date::from_ymd(a, b, c) : std::nullopt;
    }
    const int year = full_year(c, parts.digits[2]);
    if (parts.digits[2] != 4 && parts.digits[2] != 2) {
        return std::nullopt;
    }
    switch (forms.order) {
    case DateForms::Order::mdy:
        return Date::from_ymd(year, a, b);
    case DateForms::Order::dmy:
        return Date::from_ymd(year, b, a);
    case DateForms::Order::ymd:
        break;
    }
    // The year stands last with four digits: day first, as European and international files write it.
    if (parts.digits[2] == 4) {
        return Date::from_ymd(year, b, a);
    }
    return Date::from_ymd(full_year(a, parts.digits[0]), b, c);
}

std::optional<Date> of_one(const Parts& parts, const DateForms& forms) {
    const int number = parts.number[0];
    constexpr int smallest_serial = 10000;
    constexpr int largest_serial = 80000;
    if (parts.digits[0] == 8) {
        return Date::from_ymd(number / 10000, number / 100 % 100, number % 100);
    }
    if (forms.excel_serial && parts.digits[0] == 5 && number >= smallest_serial && number <= largest_serial) {
        // Day 1 of the 1900 system is 1900-01-01, and it counts a 29 February 1900 that never was.
        constexpr std::int32_t epoch_1900 = -25569;
        constexpr std::int32_t epoch_1904 = -24107;
        return Date::from_days((forms.epoch_1904 ? epoch_1904 : epoch_1900) + number);
    }
    if (parts.digits[0] == 6) {
        const auto month = Date::from_ymd(number / 100, number % 100, 1);
        return month ? std::optional{Date::from_days(month->days(), DatePrecision::month)} : std::nullopt;
    }
    if (parts.digits[0] == 4) {
        const auto year = Date::from_ymd(number, 1, 1);
        return year ? std::optional{Date::from_days(year->days(), DatePrecision::year)} : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

Date Date::from_days(std::int32_t days, DatePrecision precision) {
    Date date;
    date.days_ = days;
    date.precision_ = precision;
    return date;
}

std::optional<Date> Date::from_ymd(int year, int month, int day) {
    const year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                             std::chrono::day{static_cast<unsigned>(day)}};
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > 31 ||
        !ymd.ok()) {
        return std::nullopt;
    }
    return from_days(static_cast<std::int32_t>(sys_days{ymd}.time_since_epoch().count()));
}

std::optional<Date> Date::from_iso(std::string_view text) {
    const bool shape = text.size() == 4 || (text.size() == 7 && text[4] == '-') ||
                       (text.size() == 10 && text[4] == '-' && text[7] == '-');
    if (!shape) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i != 4 && i != 7 && !is_digit(text[i])) {
            return std::nullopt;
        }
    }
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        for (std::size_t i = at; i < at + length; ++i) {
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    const auto date =
        from_ymd(number(0, 4), text.size() > 4 ? number(5, 2) : 1, text.size() > 7 ? number(8, 2) : 1);
    const auto precision = text.size() == 4   ? DatePrecision::year
                           : text.size() == 7 ? DatePrecision::month
                                              : DatePrecision::day;
    return date ? std::optional{from_days(date->days(), precision)} : std::nullopt;
}

int Date::year() const {
    return static_cast<int>(civil(days_).year());
}
int Date::month() const {
    return static_cast<int>(static_cast<unsigned>(civil(days_).month()));
}
int Date::day() const {
    return static_cast<int>(static_cast<unsigned>(civil(days_).day()));
}

Date Date::add_years(int years) const {
    auto ymd = civil(days_);
    ymd = (ymd.year() + std::chrono::years{years}) / ymd.month() / ymd.day();
    if (!ymd.ok()) {
        ymd = ymd.year() / std::chrono::February / std::chrono::day{28};
    }
    return from_days(static_cast<std::int32_t>(sys_days{ymd}.time_since_epoch().count()), precision_);
}

Date Date::add_days(int days) const {
    return from_days(days_ + days, precision_);
}

std::string Date::iso() const {
    const auto ymd = civil(days_);
    const int year_number = static_cast<int>(ymd.year());
    const auto month_number = static_cast<unsigned>(ymd.month());
    switch (precision_) {
    case DatePrecision::year:
        return fmt::format("{:04}", year_number);
    case DatePrecision::month:
        return fmt::format("{:04}-{:02}", year_number, month_number);
    case DatePrecision::day:
        break;
    }
    return fmt::format("{:04}-{:02}-{:02}", year_number, month_number, static_cast<unsigned>(ymd.day()));
}

std::optional<Date> parse_date(std::string_view text, const DateForms& forms) {
    text = trim(text);
    std::string folded;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            folded = fold_width(text);
            text = folded;
            break;
        }
    }
    if (is_null_date(text)) {
        return std::nullopt;
    }
    const auto parts = take_parts(text);
    if (!parts || !is_time_or_empty(parts->rest)) {
        return std::nullopt;
    }
    switch (parts->count) {
    case 3:
        return of_three(*parts, forms);
    case 2: {
        if (parts->digits[0] != 4 || parts->digits[1] > 2) {
            return std::nullopt;
        }
        const auto month = Date::from_ymd(parts->number[0], parts->number[1], 1);
        return month ? std::optional{Date::from_days(month->days(), DatePrecision::month)} : std::nullopt;
    }
    case 1:
        return of_one(*parts, forms);
    default:
        return std::nullopt;
    }
}

bool is_null_date(std::string_view text) {
    text = trim(text);
    constexpr std::array<std::string_view, 10> nulls{"",           "-",          "--",         "0000-00-00",
                                                     "9999-12-31", "0000/00/00", "9999/12/31", "00000000",
                                                     "99991231",   "0000.00.00"};
    for (const auto null : nulls) {
        if (text == null) {
            return true;
        }
    }
    return false;
}

} // namespace longmen
