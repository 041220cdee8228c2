// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar arithmetic against a day-by-day walk, and every date form.
#include <longmen/base/date.hpp>

#include <catch2/catch.hpp>

namespace test_date {

using namespace longmen;

namespace {

std::string read(std::string_view text, DateForms forms = {}) {
    const auto date = parse_date(text, forms);
    return date ? date->iso() : "none";
}

constexpr DateForms dmy{DateForms::Order::dmy, false, false};
constexpr DateForms mdy{DateForms::Order::mdy, false, false};
constexpr DateForms serials{DateForms::Order::ymd, true, false};
constexpr DateForms serials_1904{DateForms::Order::ymd, true, true};

} // namespace

TEST_CASE("date: counting days agrees with walking the calendar from 1970 to 2110 and back to 1840") {
    constexpr int lengths[]{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const auto length = [&](int year, int month) {
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        return month == 2 && leap ? 29 : lengths[month - 1];
    };
    int wrong = 0;
    std::int32_t days = 0;
    for (int year = 1970; year <= 2110; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int day = 1; day <= length(year, month); ++day, ++days) {
                const auto date = Date::from_ymd(year, month, day);
                wrong += !date || date->days() != days || date->year() != year || date->month() != month ||
                         date->day() != day;
            }
            wrong += Date::from_ymd(year, month, length(year, month) + 1).has_value();
        }
    }
    days = 0;
    for (int year = 1969; year >= 1840; --year) {
        for (int month = 12; month >= 1; --month) {
            for (int day = length(year, month); day >= 1; --day) {
                const auto date = Date::from_days(--days);
                wrong += date.year() != year || date.month() != month || date.day() != day;
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("date: a triple that is no day gives nothing") {
    CHECK_FALSE(Date::from_ymd(2021, 2, 30));
    CHECK_FALSE(Date::from_ymd(1900, 2, 29));
    CHECK(Date::from_ymd(2000, 2, 29));
    CHECK_FALSE(Date::from_ymd(2021, 13, 1));
    CHECK_FALSE(Date::from_ymd(2021, 0, 1));
    CHECK_FALSE(Date::from_ymd(0, 1, 1));
}

TEST_CASE("date: the ISO form keeps its precision both ways") {
    for (const auto* text : {"2019-03-04", "2019-03", "2019", "1985-04-01", "0001-01-01", "9999-12-31"}) {
        const auto date = Date::from_iso(text);
        REQUIRE(date);
        CHECK(date->iso() == text);
    }
    CHECK(Date::from_iso("2019-03")->precision() == DatePrecision::month);
    CHECK(Date::from_iso("2019")->precision() == DatePrecision::year);
    CHECK(Date::from_iso("2019")->days() == Date::from_ymd(2019, 1, 1)->days());
    for (const auto* text :
         {"", "2019-3-4", "20190304", "2019-02-30", "2019-00", "2019-03-04 ", "2019/03/04", "201"}) {
        CHECK_FALSE(Date::from_iso(text));
    }
}

TEST_CASE("date: a missing day or month is stored as the first") {
    const auto inside = Date::from_ymd(2019, 7, 20)->days();
    CHECK(Date::from_days(inside, DatePrecision::month) == *Date::from_iso("2019-07"));
    CHECK(Date::from_days(inside, DatePrecision::year) == *Date::from_iso("2019"));
    CHECK(*Date::from_iso("2019-01") != *Date::from_iso("2019"));
}

TEST_CASE("date: years are added by the calendar") {
    CHECK(Date::from_iso("2004-02-29")->add_years(10).iso() == "2014-02-28");
    CHECK(Date::from_iso("2004-02-29")->add_years(20).iso() == "2024-02-29");
    CHECK(Date::from_iso("1999-06-03")->add_years(20).iso() == "2019-06-03");
    CHECK(Date::from_iso("2019")->add_years(-5).iso() == "2014");
    CHECK(Date::from_iso("2002-06-03")->add_months(6).iso() == "2002-12-03");
    CHECK(Date::from_iso("2021-08-31")->add_months(6).iso() == "2022-02-28");
    CHECK(Date::from_iso("2021-12-31")->add_months(2).iso() == "2022-02-28");
    CHECK(Date::from_iso("2022-01-31")->add_months(-2).iso() == "2021-11-30");
    CHECK(Date::from_iso("2022-03-15")->add_months(0).iso() == "2022-03-15");
    CHECK(Date::from_iso("2019-12-31")->add_days(1).iso() == "2020-01-01");
    CHECK(Date::from_iso("2020-03-01")->add_days(-1).iso() == "2020-02-29");
}

TEST_CASE("date: the written forms of exports are read") {
    for (const auto* text :
         {"20190304", "2019.03.04", "2019-3-4", "2019/3/4", "2019年3月4日", "2019 年 03 月 04 日",
          "04.03.2019", "4.3.2019", " 2019-03-04 ", "２０１９－０３－０４", "２０１９年３月４日",
          "2019-03-04T00:00:00Z", "2019-03-04T12:30:00.000+08:00", "2019-03-04 00:00:00", "2019/3/4 0:00",
          "20190304.0", "　2019-03-04", "2019年03月04号"}) {
        INFO(text);
        CHECK(read(text) == "2019-03-04");
    }
}

TEST_CASE("date: years, months and unknown parts keep their precision") {
    CHECK(read("2019") == "2019");
    CHECK(read("2019年") == "2019");
    CHECK(read("201903") == "2019-03");
    CHECK(read("2019-03") == "2019-03");
    CHECK(read("2019年3月") == "2019-03");
    CHECK(read("03/2019") == "2019-03");
    CHECK(read("20190300") == "2019-03");
    CHECK(read("20190000") == "2019");
    CHECK(read("2019-00-00") == "2019");
}

TEST_CASE("date: the order decides where a form is ambiguous") {
    CHECK(read("03/04/2019", dmy) == "2019-04-03");
    CHECK(read("03/04/2019", mdy) == "2019-03-04");
    CHECK(read("03/04/2019") == "2019-04-03"); // the year stands last, so it is no ymd
    CHECK(read("03/14/2019", mdy) == "2019-03-14");
    CHECK(read("03/14/2019", dmy) == "none"); // never the other way round in one column
    CHECK(read("30/07/14", dmy) == "2014-07-30");
    CHECK(read("07/30/14", mdy) == "2014-07-30");
    CHECK(read("14/07/30") == "2014-07-30");
    CHECK(read("04.03.2019", mdy) == "2019-03-04"); // dots are written day first everywhere
}

TEST_CASE("date: two-digit years turn at 30") {
    CHECK(read("01/01/29", dmy) == "2029-01-01");
    CHECK(read("01/01/30", dmy) == "1930-01-01");
    CHECK(read("31/12/99", dmy) == "1999-12-31");
    CHECK(read("01/01/00", dmy) == "2000-01-01");
    CHECK(read("21/09/48", dmy) == "1948-09-21"); // the oldest publication of a real export
}

TEST_CASE("date: serial numbers of spreadsheets count from their epoch, only where allowed") {
    CHECK(read("43528", serials) == "2019-03-04");
    CHECK(read("43528.75", serials) == "2019-03-04");
    CHECK(read("42066", serials_1904) == "2019-03-04"); // 1462 days less
    CHECK(read("43528") == "none");
    CHECK(read("9999", serials) == "none");
    CHECK(read("80001", serials) == "none");
    CHECK(read("20190304", serials) == "2019-03-04");
}

TEST_CASE("date: what is no date gives nothing") {
    for (const auto* text : {"",
                             " ",
                             "-",
                             "--",
                             "0000-00-00",
                             "00000000",
                             "9999-12-31",
                             "99991231",
                             "2021-02-30",
                             "20210230",
                             "2019-13-01",
                             "2019-00-04",
                             "201900",
                             "201913",
                             "1234-05-06",
                             "abc",
                             "2019-",
                             "2019-03-",
                             "2019-03-04-05",
                             "201905031",
                             "1.5",
                             "2019--",
                             "2019-03-04x",
                             "12",
                             "123",
                             "12345678901",
                             "2019-03-04T",
                             "Loading...",
                             "03-04",
                             "0/0/2019",
                             "2019年13月",
                             "年月日"}) {
        INFO(text);
        CHECK(read(text) == "none");
        CHECK(read(text, dmy) == "none");
    }
}

TEST_CASE("date: the ways to write no date are known") {
    for (const auto* text :
         {"", " ", "-", "--", "0000-00-00", "00000000", "9999-12-31", "99991231", "0000/00/00"}) {
        INFO(text);
        CHECK(is_null_date(text));
    }
    for (const auto* text : {"2021-02-30", "20190304", "无", "0", "x", "----", "000000000"}) {
        INFO(text);
        CHECK_FALSE(is_null_date(text));
    }
}

} // namespace test_date
