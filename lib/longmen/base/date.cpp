// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar arithmetic and the date forms of patent exports.
#include <longmen/base/date.hpp>

#include <longmen/base/text.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace longmen {
namespace {

struct Civil {
    int year, month, day;
};

constexpr bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr int days_in_month(int year, int month) {
    constexpr std::array lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

constexpr int days_per_era = 146097; // 400 years
constexpr int days_to_1970 = 719468; // from 0000-03-01
constexpr int years_per_era = 400;

/// Counts years from March, so that the leap day is the last of its year.
constexpr std::int32_t days_of(int year, int month, int day) {
    const int y = month <= 2 ? year - 1 : year;
    const int era = (y >= 0 ? y : y - (years_per_era - 1)) / years_per_era;
    const int year_of_era = y - era * years_per_era;
    const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * days_per_era + day_of_era - days_to_1970;
}

constexpr Civil civil_of(std::int32_t days) {
    const int shifted = days + days_to_1970;
    const int era = (shifted >= 0 ? shifted : shifted - (days_per_era - 1)) / days_per_era;
    const int day_of_era = shifted - era * days_per_era;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int march_month = (5 * day_of_year + 2) / 153;
    const int month = march_month < 10 ? march_month + 3 : march_month - 9;
    return {year_of_era + era * years_per_era + (month <= 2 ? 1 : 0), month,
            day_of_year - (153 * march_month + 2) / 5 + 1};
}

constexpr bool is_civil(int year, int month, int day) {
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= days_in_month(year, month);
}

// What an export may plausibly mean: the oldest patents to the last expiry.
constexpr int first_year = 1700;
constexpr int last_year = 2199;
// Two-digit years: 00-29 are 2000-2029, 30-99 are 1930-1999.
constexpr int pivot = 30;

constexpr std::int32_t excel_epoch_1900 = days_of(1899, 12, 30); // serial 61 is 1900-03-01
constexpr std::int32_t excel_epoch_1904 = days_of(1904, 1, 1);
constexpr int first_serial = 10000;
constexpr int last_serial = 80000;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A date whose month, or day, may be 0 where the source does not know it.
std::optional<Date> date_of(int year, int month, int day) {
    if (year < first_year || year > last_year) {
        return std::nullopt;
    }
    if (day != 0) {
        return Date::from_ymd(year, month, day);
    }
    if (month != 0) {
        return is_civil(year, month, 1)
                   ? std::optional{Date::from_days(days_of(year, month, 1), DatePrecision::month)}
                   : std::nullopt;
    }
    return Date::from_days(days_of(year, 1, 1), DatePrecision::year);
}

struct Group {
    int value = 0;
    int digits = 0;
};

/// Up to three groups of digits and what stands between them; `rest` is what follows.
struct Scan {
    std::array<Group, 3> groups{};
    std::array<char, 3> after{}; // separator behind each group: - / . or Y M D for 年月日, 0 for none
    std::size_t count = 0;
    std::string_view rest;
};

char take_separator(std::string_view& text) {
    if (text.empty()) {
        return 0;
    }
    if (const char c = text.front(); c == '-' || c == '/' || c == '.') {
        text.remove_prefix(1);
        return c;
    }
    constexpr std::array<std::pair<std::string_view, char>, 4> marks{
        {{"年", 'Y'}, {"月", 'M'}, {"日", 'D'}, {"号", 'D'}}};
    for (const auto& [mark, code] : marks) {
        if (text.starts_with(mark)) {
            text.remove_prefix(mark.size());
            return code;
        }
    }
    return 0;
}

void skip_blanks(std::string_view& text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
}

Scan scan(std::string_view text) {
    Scan result;
    while (result.count < 3 && !text.empty() && is_digit(text.front())) {
        Group group;
        while (!text.empty() && is_digit(text.front()) && group.digits < 9) {
            group.value = group.value * 10 + (text.front() - '0');
            ++group.digits;
            text.remove_prefix(1);
        }
        auto ahead = text;
        skip_blanks(ahead);
        const char separator = take_separator(ahead);
        if (separator != 0) {
            skip_blanks(ahead);
            text = ahead;
        }
        result.groups[result.count] = group;
        result.after[result.count] = separator;
        ++result.count;
        if (separator == 0 || separator == 'D') {
            break;
        }
    }
    result.rest = text;
    return result;
}

/// A time of day behind a date: `T12:30:00Z`, ` 0:00`, ` 12:00:00 AM`, `+08:00`.
bool is_time(std::string_view text) {
    if (text.empty()) {
        return true;
    }
    if (text.front() != 'T' && text.front() != ' ') {
        return false;
    }
    text.remove_prefix(1);
    skip_blanks(text);
    if (text.empty() || !is_digit(text.front()) || text.find(':') > 2) {
        return false;
    }
    return text.find_first_not_of("0123456789:.+-Z APM") == std::string_view::npos;
}

std::optional<Date> one_group(Group group) {
    switch (group.digits) {
    case 8:
        return date_of(group.value / 10000, group.value / 100 % 100, group.value % 100);
    case 6:
        return group.value % 100 == 0 ? std::nullopt : date_of(group.value / 100, group.value % 100, 0);
    case 4:
        return date_of(group.value, 0, 0);
    default:
        return std::nullopt;
    }
}

int full_year(Group group) {
    return group.digits == 2 ? group.value + (group.value < pivot ? 2000 : 1900) : group.value;
}

std::optional<Date> three_groups(const Scan& found, DateForms::Order order) {
    const auto& [a, b, c] = found.groups;
    using enum DateForms::Order;
    if (a.digits == 4) {
        return b.digits <= 2 && c.digits <= 2 ? date_of(a.value, b.value, c.value) : std::nullopt;
    }
    if (a.digits > 2 || b.digits > 2 || (c.digits != 4 && c.digits > 2)) {
        return std::nullopt;
    }
    if (c.digits == 4) {
        const bool month_first = order == mdy && found.after[0] != '.';
        const auto month = month_first ? a : b;
        const auto day = month_first ? b : a;
        return day.value == 0 ? std::nullopt : date_of(c.value, month.value, day.value);
    }
    if (found.after[0] == 'Y') {
        order = ymd;
    }
    const auto year = order == ymd ? a : c;
    const auto month = order == mdy ? a : b;
    const auto day = order == ymd ? c : order == dmy ? a : b;
    if (year.digits != 2 || month.value == 0 || day.value == 0) {
        return std::nullopt;
    }
    return date_of(full_year(year), month.value, day.value);
}

std::optional<Date> serial(const Scan& found, bool epoch_1904) {
    const auto day = found.groups[0];
    if (day.digits != 5 || day.value < first_serial || day.value > last_serial) {
        return std::nullopt;
    }
    return Date::from_days((epoch_1904 ? excel_epoch_1904 : excel_epoch_1900) + day.value);
}

std::optional<Date> parse_folded(std::string_view text, const DateForms& forms) {
    const auto found = scan(text);
    const bool ends_open =
        found.count > 0 && (found.after[found.count - 1] == '-' || found.after[found.count - 1] == '/' ||
                            found.after[found.count - 1] == '.');
    if (found.count == 0 || ends_open || !is_time(found.rest)) {
        return std::nullopt;
    }
    const auto& [a, b, c] = found.groups;
    if (found.count == 1) {
        if (a.digits == 5 && forms.excel_serial && found.rest.empty()) {
            return serial(found, forms.epoch_1904);
        }
        return found.rest.empty() ? one_group(a) : a.digits == 8 ? one_group(a) : std::nullopt;
    }
    if (found.count == 3) {
        return three_groups(found, forms.order);
    }
    if (found.after[0] == '.' && found.rest.empty()) { // numbers of a spreadsheet: 43831.5, 20190304.0
        if (a.digits == 5 && forms.excel_serial) {
            return serial(found, forms.epoch_1904);
        }
        if (a.digits == 8 && b.value == 0) {
            return one_group(a);
        }
    }
    if (!found.rest.empty()) {
        return std::nullopt;
    }
    if (a.digits == 4 && b.digits <= 2) {
        return date_of(a.value, b.value, 0);
    }
    if (b.digits == 4 && a.digits <= 2 && a.value != 0) {
        return date_of(b.value, a.value, 0);
    }
    return std::nullopt;
}

bool needs_folding(std::string_view text) {
    for (const char c : text) {
        const auto lead = static_cast<unsigned char>(c);
        if (lead == 0xEF || lead == 0xC2 || lead == 0xE2) { // full-width forms, odd blanks
            return true;
        }
    }
    return false;
}

} // namespace

Date Date::from_days(std::int32_t days, DatePrecision precision) {
    Date result;
    result.precision_ = precision;
    result.days_ = days;
    if (precision != DatePrecision::day) {
        const auto civil = civil_of(days);
        result.days_ = days_of(civil.year, precision == DatePrecision::month ? civil.month : 1, 1);
    }
    return result;
}

std::optional<Date> Date::from_ymd(int year, int month, int day) {
    if (!is_civil(year, month, day)) {
        return std::nullopt;
    }
    return from_days(days_of(year, month, day));
}

std::optional<Date> Date::from_iso(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) {
        return std::nullopt;
    }
    std::array<int, 3> parts{0, 1, 1};
    for (std::size_t at = 0, part = 0; at < text.size(); ++at) {
        if (at == 4 || at == 7) {
            if (text[at] != '-') {
                return std::nullopt;
            }
            parts[++part] = 0;
        } else if (!is_digit(text[at])) {
            return std::nullopt;
        } else {
            parts[part] = parts[part] * 10 + (text[at] - '0');
        }
    }
    if (!is_civil(parts[0], parts[1], parts[2])) {
        return std::nullopt;
    }
    return from_days(days_of(parts[0], parts[1], parts[2]), text.size() == 4   ? DatePrecision::year
                                                            : text.size() == 7 ? DatePrecision::month
                                                                               : DatePrecision::day);
}

int Date::year() const {
    return civil_of(days_).year;
}

int Date::month() const {
    return civil_of(days_).month;
}

int Date::day() const {
    return civil_of(days_).day;
}

Date Date::add_years(int years) const {
    const auto civil = civil_of(days_);
    const int year = civil.year + years;
    const int day = civil.day > days_in_month(year, civil.month) ? 28 : civil.day;
    return from_days(days_of(year, civil.month, day), precision_);
}

Date Date::add_months(int months) const {
    constexpr int in_a_year = 12;
    const auto civil = civil_of(days_);
    const int counted = civil.year * in_a_year + civil.month - 1 + months;
    const int year = counted / in_a_year;
    const int month = counted % in_a_year + 1;
    return from_days(days_of(year, month, std::min(civil.day, days_in_month(year, month))), precision_);
}

Date Date::add_days(int days) const {
    return from_days(days_ + days);
}

std::string Date::iso() const {
    const auto civil = civil_of(days_);
    std::string text = "0000-00-00";
    const auto put = [&](std::size_t end, int value) {
        for (; value > 0 && end-- > 0 && text[end] != '-'; value /= 10) {
            text[end] = static_cast<char>('0' + value % 10);
        }
    };
    put(4, civil.year);
    put(7, civil.month);
    put(10, civil.day);
    text.resize(precision_ == DatePrecision::year ? 4 : precision_ == DatePrecision::month ? 7 : 10);
    return text;
}

std::optional<Date> parse_date(std::string_view text, const DateForms& forms) {
    if (needs_folding(text)) {
        const auto folded = fold_width(text);
        return parse_folded(trim(folded), forms);
    }
    return parse_folded(trim(text), forms);
}

bool is_null_date(std::string_view text) {
    const auto trimmed = trim(text);
    std::array<char, 8> digits{};
    std::size_t count = 0;
    for (const char c : trimmed) {
        if (c == '-' || c == '/' || c == '.') {
            continue;
        }
        if (!is_digit(c) || count == digits.size()) {
            return false;
        }
        digits[count++] = c;
    }
    const std::string_view all(digits.data(), count);
    return all.empty() ? trimmed.size() <= 2 : all == "00000000" || all == "99991231";
}

} // namespace longmen
