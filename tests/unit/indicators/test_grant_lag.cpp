// SPDX-License-Identifier: GPL-3.0-or-later
// Days from filing to grant, and every reason for having none.
#include "support/patents.hpp"

#include <longmen/indicators/grant_lag.hpp>

#include <catch2/catch.hpp>

namespace test_grant_lag {

using namespace longmen;
using indicators::grant_lag;
using test::day;

TEST_CASE("grant lag: days between the two dates") {
    auto p = test::invention("CN1B", "2016-02-28");
    p.grant_date = day("2016-03-01");
    CHECK(grant_lag(p, day("2020-01-01")).value() == 2);
    CHECK(grant_lag(p, day("2016-02-29")).reason() == Undefined::not_granted);
}

TEST_CASE("grant lag: pending is undefined, granted at an unknown date is missing data") {
    auto p = test::invention("CN1A", "2016-02-28");
    CHECK(grant_lag(p, day("2020-01-01")).reason() == Undefined::no_data);
    p.status = LegalState::examination;
    CHECK(grant_lag(p, day("2020-01-01")).reason() == Undefined::not_granted);
    p.status = LegalState::deemed_withdrawn;
    CHECK(grant_lag(p, day("2020-01-01")).reason() == Undefined::not_granted);
    p.status = LegalState::unknown;
    CHECK(grant_lag(p, day("2020-01-01")).reason() == Undefined::no_data);
}

TEST_CASE("grant lag: a grant before the filing or after the longest term is impossible") {
    auto p = test::invention("CN1B", "2000-02-28");
    p.grant_date = day("2000-02-27");
    CHECK(grant_lag(p, day("2040-01-01")).reason() == Undefined::impossible_value);
    p.grant_date = day("2020-02-29");
    CHECK(grant_lag(p, day("2040-01-01")).reason() == Undefined::impossible_value);
    p.grant_date = day("2020-02-28");
    CHECK(grant_lag(p, day("2040-01-01")).defined());
}

TEST_CASE("grant lag: dates known to the month or year give no number of days") {
    auto p = test::invention("CN1B", "2000");
    p.grant_date = day("2003-02-27");
    CHECK(grant_lag(p, day("2040-01-01")).reason() == Undefined::no_data);
    p.app_date.reset();
    CHECK(grant_lag(p, day("2040-01-01")).reason() == Undefined::no_data);
}

} // namespace test_grant_lag
