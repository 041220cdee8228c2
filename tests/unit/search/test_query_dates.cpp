// SPDX-License-Identifier: GPL-3.0-or-later
// Days and ranges of days.
#include <longmen/base/date.hpp>
#include <longmen/search/query_dates.hpp>

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace test_query_dates {

using namespace longmen;
using namespace longmen::search;

namespace {

std::string days(std::string_view text) {
    const auto read = read_days(text);
    const auto* found = std::get_if<QueryDays>(&read);
    return found != nullptr ? found->from + ".." + found->to : "no: " + std::get<Sentence>(read).en;
}

} // namespace

TEST_CASE("query_dates: the forms searchers type", "[search]") {
    CHECK(days("2018") == "20180101..20181231");
    CHECK(days("2020-02") == "20200201..20200229");
    CHECK(days("201802") == "20180201..20180228");
    for (const auto* text :
         {"2018-03-05", "2018/3/5", "2018.03.05", "20180305", "2018年3月5日", "２０１８-03-05"}) {
        CHECK(days(text) == "20180305..20180305");
    }
    CHECK(days("2018年") == "20180101..20181231");
    CHECK(days("2018年3月") == "20180301..20180331");
    for (const auto* text : {"2018..2020", "2018-2020", "2018~2020", "2018至2020", "[2018 TO 2020]",
                             "20180101-20201231", "2018-01..2020-12"}) {
        CHECK(days(text) == "20180101..20201231");
    }
    CHECK(days("2018-03..") == "20180301..");
    CHECK(days("2018-") == "20180101..");
    CHECK(days("..2018-03") == "..20180331");
    CHECK(days("[* TO 2018]") == "..20181231");
    CHECK(days(">=2018") == "20180101..");
    CHECK(days(">2018") == "20190101..");
    CHECK(days("≤2018-02") == "..20180228");
    CHECK(days("<2018-03") == "..20180228");
}

TEST_CASE("query_dates: what is no date says what to type", "[search]") {
    using Catch::Matchers::Contains;
    CHECK_THAT(days("2018-13"), Contains("no month 13"));
    CHECK_THAT(days("2018-00"), Contains("no month 0"));
    CHECK_THAT(days("2019-02-29"), Contains("its last is 2019-02-28"));
    CHECK_THAT(days("2020..2018"), Contains("write 2018..2020"));
    CHECK_THAT(days(".."), Contains("one end"));
    CHECK_THAT(days("1066"), Contains("1700"));
    for (const auto* text : {"", "18", "2018-1-1-1", "2018日3", "abc", "2018--3", "[2018", "2018-123"}) {
        CHECK_THAT(days(text), Contains("no: "));
    }
}

TEST_CASE("query_dates: every day of forty years is itself", "[search]") {
    for (auto date = *Date::from_ymd(1985, 1, 1); date.year() < 2025; date = date.add_days(1)) {
        const auto key = fmt::format("{:04}{:02}{:02}", date.year(), date.month(), date.day());
        REQUIRE(days(date.iso()) == key + ".." + key);
        REQUIRE(days(">=" + date.iso()) == key + "..");
    }
}

} // namespace test_query_dates
