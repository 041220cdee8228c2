// SPDX-License-Identifier: GPL-3.0-or-later
// Years by anniversaries, worked by hand.
#include <longmen/indicators/years.hpp>

#include <catch2/catch.hpp>

namespace test_years {

using longmen::Date;
using longmen::indicators::years_between;

namespace {
double years(const char* from, const char* to) {
    return years_between(Date::from_iso(from).value(), Date::from_iso(to).value());
}
} // namespace

TEST_CASE("years: anniversaries are whole whatever the leap days") {
    CHECK(years("2010-03-01", "2020-03-01") == 10);
    CHECK(years("2016-02-29", "2017-02-28") == 1);
    CHECK(years("2016-02-29", "2020-02-29") == 4);
    CHECK(years("2020-01-01", "2020-01-01") == 0);
}

TEST_CASE("years: the running year counts by its own days") {
    CHECK(years("2019-01-01", "2019-07-02") == Approx(182.0 / 365));
    CHECK(years("2020-01-01", "2020-07-02") == Approx(183.0 / 366));
    CHECK(years("2021-07-02", "2019-01-01") == Approx(-(2 + 182.0 / 365)));
}

TEST_CASE("years: a date known to the year gives whole years") {
    CHECK(years("2010", "2020-11-30") == 10);
    CHECK(years("2010-06-30", "2020") == 10);
}

} // namespace test_years
