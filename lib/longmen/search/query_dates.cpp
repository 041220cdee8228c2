// SPDX-License-Identifier: GPL-3.0-or-later
// Reads days and ranges of days.
#include <longmen/search/query_dates.hpp>

#include <longmen/base/date.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace longmen::search {
namespace {

/// Thrown within this file only.
struct Wrong {
    Sentence why;
};

int number_of(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) {
        value = value * 10 + (digit - '0');
    }
    return value;
}

bool only_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

[[noreturn]] void no_date(std::string_view text) {
    throw Wrong{sentence("“{}”不是日期，也不是年份；应写作 2018、2018-03、2018-03-05，或 2018..2021",
                         "`{}` is no date and no year; write 2018, 2018-03, 2018-03-05 or 2018..2021",
                         cut_to_width(text, 40))};
}

int days_of(int year, int month) {
    return Date::from_ymd(year, month, 1)->add_months(1).add_days(-1).day();
}

/// First and last day of a year, a month or a day.
QueryDays one(std::string_view text) {
    std::string plain;
    for (auto left = trim(text); !left.empty();) {
        const bool year_or_month = left.starts_with("年") || left.starts_with("月");
        const bool mark = year_or_month || left.starts_with("日");
        const auto last = left.size() == (mark ? 3U : 1U);
        if (!mark) {
            plain.push_back(left[0]);
        } else if (year_or_month && !last) {
            plain.push_back('-');
        } else if (!last) {
            no_date(text);
        }
        left.remove_prefix(mark ? 3 : 1);
    }
    std::ranges::replace_if(
        plain, [](char c) { return c == '/' || c == '.'; }, '-');
    std::vector<std::string> parts;
    if (only_digits(plain) && (plain.size() == 6 || plain.size() == 8)) {
        parts = {plain.substr(0, 4), plain.substr(4, 2)};
        if (plain.size() == 8) {
            parts.push_back(plain.substr(6));
        }
    } else {
        for (std::size_t begin = 0; begin <= plain.size();) {
            const auto end = std::min(plain.find('-', begin), plain.size());
            parts.push_back(plain.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    if (parts.size() > 3 || !std::ranges::all_of(parts, only_digits) || parts[0].size() != 4 ||
        std::ranges::any_of(parts.begin() + 1, parts.end(), [](const auto& p) { return p.size() > 2; })) {
        no_date(text);
    }
    const int year = number_of(parts[0]);
    constexpr int first_year = 1700;
    constexpr int last_year = 2199;
    if (year < first_year || year > last_year) {
        throw Wrong{
            sentence("“{}”：年份应在 1700 至 2199 之间", "`{}`: a year from 1700 to 2199 is expected", text)};
    }
    const int month = parts.size() > 1 ? number_of(parts[1]) : 0;
    if (parts.size() > 1 && (month < 1 || month > 12)) {
        throw Wrong{sentence("“{}”：没有 {} 月；月份为 01 至 12，如 {}-12",
                             "`{}`: there is no month {}; months are 01 to 12, as in {}-12", text, month,
                             year)};
    }
    const int day = parts.size() > 2 ? number_of(parts[2]) : 0;
    if (parts.size() > 2 && (day < 1 || day > days_of(year, month))) {
        const int last = days_of(year, month);
        throw Wrong{sentence("“{0}”：{1} 年 {2} 月只有 {3} 天；月末写作 {1}-{2:02}-{3}",
                             "`{0}`: month {2} of {1} has {3} days; its last is {1}-{2:02}-{3}", text, year,
                             month, last)};
    }
    const auto write = [&](int m, int d) { return fmt::format("{:04}{:02}{:02}", year, m, d); };
    return {write(month > 0 ? month : 1, day > 0 ? day : 1),
            write(month > 0 ? month : 12, day > 0 ? day : days_of(year, month > 0 ? month : 12))};
}

std::string neighbour(const std::string& day, int step) {
    const auto date = Date::from_ymd(number_of(std::string_view{day}.substr(0, 4)),
                                     number_of(std::string_view{day}.substr(4, 2)),
                                     number_of(std::string_view{day}.substr(6)))
                          ->add_days(step);
    return fmt::format("{:04}{:02}{:02}", date.year(), date.month(), date.day());
}

QueryDays between(std::string_view first, std::string_view last) {
    first = trim(first);
    last = trim(last);
    QueryDays days;
    if (!first.empty() && first != "*") {
        days.from = one(first).from;
    }
    if (!last.empty() && last != "*") {
        days.to = one(last).to;
    }
    if (days.from.empty() && days.to.empty()) {
        throw Wrong{Sentence{"日期范围两端不能都空着；应写作 2018..2021、2018.. 或 ..2021",
                             "a range of dates needs one end; write 2018..2021, 2018.. or ..2021"}};
    }
    if (!days.from.empty() && !days.to.empty() && days.from > days.to) {
        throw Wrong{sentence("起始日期晚于结束日期；应写作 {}..{}",
                             "the first date is later than the last; write {}..{}", last, first)};
    }
    return days;
}

QueryDays days_in(std::string_view text) {
    text = trim(text);
    if (text.starts_with('[')) {
        const auto inside = text.substr(1, text.size() - (text.ends_with(']') ? 2 : 1));
        const auto to = inside.find(" TO ");
        if (to == std::string_view::npos) {
            throw Wrong{Sentence{"方括号内应写作 [2018-01-01 TO 2020-12-31]",
                                 "write [2018-01-01 TO 2020-12-31] in square brackets"}};
        }
        return between(inside.substr(0, to), inside.substr(to + 4));
    }
    for (const std::string_view mark : {">=", "≥", "<=", "≤", ">", "<"}) {
        if (text.starts_with(mark)) {
            const auto days = one(text.substr(mark.size()));
            return mark == ">"                     ? QueryDays{neighbour(days.to, 1), {}}
                   : mark == "<"                   ? QueryDays{{}, neighbour(days.from, -1)}
                   : mark[0] == '>' || mark == "≥" ? QueryDays{days.from, {}}
                                                   : QueryDays{{}, days.to};
        }
    }
    for (const std::string_view mark : {"..", "~", "至", "到", "—"}) {
        if (const auto at = text.find(mark); at != std::string_view::npos) {
            auto last = text.substr(at + mark.size());
            if (last.starts_with('.')) { // `...`
                last.remove_prefix(1);
            }
            return between(text.substr(0, at), last);
        }
    }
    // One hyphen between two years or two whole days is a range: 2018-2021, 20180101-20181231.
    if (const auto at = text.find('-'); at != std::string_view::npos && (at == 4 || at == 8) &&
                                        only_digits(text.substr(0, at)) &&
                                        (text.size() == 2 * at + 1 || (at == 4 && text.size() == 5)) &&
                                        (text.size() == 5 || only_digits(text.substr(at + 1)))) {
        return between(text.substr(0, at), text.substr(at + 1));
    }
    return one(text);
}

} // namespace

std::variant<QueryDays, Sentence> read_days(std::string_view text) {
    try {
        return days_in(fold_width(text));
    } catch (const Wrong& wrong) {
        return wrong.why;
    }
}

} // namespace longmen::search
