// SPDX-License-Identifier: GPL-3.0-or-later
// A calendar date with its precision (day, month, year). Nothing here reads a clock.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace longmen {

enum class DatePrecision : std::uint8_t { year, month, day };

/// A proleptic Gregorian date. A missing day or month is stored as the first.
class Date {
    std::int32_t days_ = 0; // since 1970-01-01
    DatePrecision precision_ = DatePrecision::day;

public:
    constexpr Date() = default;
    /// Days since 1970-01-01; set back to the first of the month or year at that precision.
    static Date from_days(std::int32_t days, DatePrecision precision = DatePrecision::day);
    /// Nothing when the triple is no calendar date (2021-02-30).
    static std::optional<Date> from_ymd(int year, int month, int day);
    /// The ISO form `YYYY-MM-DD`, `YYYY-MM` or `YYYY` and nothing else.
    static std::optional<Date> from_iso(std::string_view text);

    [[nodiscard]] std::int32_t days() const { return days_; }
    [[nodiscard]] DatePrecision precision() const { return precision_; }
    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const;
    [[nodiscard]] int day() const;
    /// The same day `years` later; 29 February becomes 28 February in a common year.
    [[nodiscard]] Date add_years(int years) const;
    /// The same day `months` later; a day the month does not have becomes its last.
    [[nodiscard]] Date add_months(int months) const;
    /// Counted from the stored day; the result is a day.
    [[nodiscard]] Date add_days(int days) const;
    /// ISO form, cut to the precision.
    [[nodiscard]] std::string iso() const;

    friend auto operator<=>(const Date& a, const Date& b) = default;
};

/// Options of `parse_date`.
struct DateForms {
    /// Order of the parts where a form is ambiguous (`03/04/2019`, `30/07/14`).
    enum class Order : std::uint8_t { ymd, dmy, mdy } order = Order::ymd;
    bool excel_serial = false; ///< accept a bare day number 10000-80000 as an Excel serial
    bool epoch_1904 = false;   ///< Excel serials count from 1904-01-01
};

/// Reads the date forms of patent exports: `YYYYMMDD`, `YYYY.MM.DD`, `YYYY-M-D`, `YYYY/M/D`, `YYYY年M月D日`,
/// `DD.MM.YYYY`, `DD/MM/YY` by `order`, ISO date-times, years and year-months; width is folded by the caller
/// or here. Two-digit years are 2000-2029, then 1930-1999. With a four-digit year at the end, dots always
/// mean day first, and so do slashes and hyphens under `ymd`. A day of 00, or a month and day of 00, is a
/// date of less precision. Years before 1700 and after 2199 are no dates of a patent. Returns nothing when
/// the text is no date: empty, `0000-00-00`, `9999-12-31` (see `is_null_date`), `2021-02-30`.
std::optional<Date> parse_date(std::string_view text, const DateForms& forms = {});

/// True for the texts sources write when there is no date: empty, `-`, `--`, `0000-00-00`, `9999-12-31`,
/// `00000000`, `99991231`. `0000-00-00` is null only where a profile says so; callers decide whether to warn.
bool is_null_date(std::string_view text);

} // namespace longmen
