// SPDX-License-Identifier: GPL-3.0-or-later
// Dates: calendar arithmetic against a slow day-by-day walk, and the written forms.
#include <longmen/base/date.hpp>

#include <catch2/catch.hpp>

using namespace longmen;

namespace {

bool leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}
std::string read(std::string_view text, const DateForms& forms = {}) {
    const auto date = parse_date(text, forms);
    return date ? date->iso() : "none";
}

} // namespace

TEST_CASE("date: day numbers agree with a walk over every day from 1970 to 2100") {
    constexpr int month_days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    std::int32_t day_number = 0;
    bool same = true;
    for (int year = 1970; year <= 2100; ++year) {
        for (int month = 1; month <= 12; ++month) {
            const int days = month_days[month - 1] + (month == 2 && leap(year) ? 1 : 0);
            for (int day = 1; day <= days; ++day, ++day_number) {
                const auto date = Date::from_ymd(year, month, day);
                same = same && date && date->days() == day_number && date->year() == year &&
                       date->month() == month && date->day() == day;
            }
            same = same && !Date::from_ymd(year, month, days + 1);
        }
    }
    CHECK(same);
}

TEST_CASE("date: the forms of exports are read") {
    for (const auto* text :
         {"20190503", "2019.05.03", "2019-5-3", "2019/5/3", "2019年5月3日", "03.05.2019",
          "2019-05-03T00:00:00Z", "2019-05-03 00:00:00", " 2019．05．03 ", "２０１９-05-03"}) {
        INFO(text);
        CHECK(read(text) == "2019-05-03");
    }
    CHECK(read("2019") == "2019");
    CHECK(read("2019-05") == "2019-05");
    CHECK(read("2019年5月") == "2019-05");
    CHECK(read("30/07/14", {DateForms::Order::dmy}) == "2014-07-30");
    CHECK(read("05/31/99", {DateForms::Order::mdy}) == "1999-05-31");
    CHECK(read("43588", {DateForms::Order::ymd, true, false}) == "2019-05-03");
    CHECK(read("42126", {DateForms::Order::ymd, true, true}) == "2019-05-03");
    CHECK(read("43588") == "none");
}

TEST_CASE("date: what is no date is refused") {
    for (const auto* text : {"", "-", "0000-00-00", "9999-12-31", "2021-02-30", "2021-13-01", "abc",
                             "2019-05-03x", "201905031", "2019--", "1.5"}) {
        INFO(text);
        CHECK(read(text) == "none");
    }
    CHECK(is_null_date("0000-00-00"));
    CHECK(is_null_date("99991231"));
    CHECK_FALSE(is_null_date("2021-02-30"));
}

TEST_CASE("date: adding years keeps the day, and 29 February falls back") {
    CHECK(Date::from_iso("2004-02-29")->add_years(1).iso() == "2005-02-28");
    CHECK(Date::from_iso("2004-02-29")->add_years(20).iso() == "2024-02-29");
    CHECK(Date::from_iso("2001-06-03")->add_years(-2).iso() == "1999-06-03");
    CHECK(Date::from_iso("2019-12-31")->add_days(1).iso() == "2020-01-01");
}

TEST_CASE("date: ISO text and nothing else") {
    CHECK(Date::from_iso("2019-05")->precision() == DatePrecision::month);
    CHECK_FALSE(Date::from_iso("2019-5-03"));
    CHECK_FALSE(Date::from_iso("2019/05/03"));
    CHECK_FALSE(Date::from_iso("20a9"));
}
