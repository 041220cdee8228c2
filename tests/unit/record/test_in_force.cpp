// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a right was in force on a day, and when a record cannot tell.
#include <longmen/record/in_force.hpp>

#include <catch2/catch.hpp>

namespace test_in_force {

using namespace longmen;

namespace {

Date day(std::string_view iso) {
    return *Date::from_iso(iso);
}

Patent right(LegalState status) {
    Patent patent;
    patent.office = "CN";
    patent.type = PatentType::invention;
    patent.status = status;
    patent.app_date = day("2010-05-01");
    patent.grant_date = day("2013-05-01");
    patent.expiry_date = day("2030-05-01");
    return patent;
}

const Date data_date = day("2022-12-31");

} // namespace

TEST_CASE("in force: between grant and the end of the term") {
    const Patent granted = right(LegalState::granted);
    CHECK(in_force_on(granted, data_date, data_date) == true);
    CHECK(in_force_on(granted, day("2013-04-30"), data_date) == false);
    CHECK(in_force_on(granted, day("2013-05-01"), data_date) == true);
    CHECK(in_force_on(granted, day("2030-04-30"), data_date) == true);
    CHECK(in_force_on(granted, day("2030-05-01"), data_date) == false);
}

TEST_CASE("in force: a right dead today is open on an earlier day, unless it never lived or ran its term") {
    CHECK(in_force_on(right(LegalState::fee_lapsed), data_date, data_date) == false);
    CHECK_FALSE(in_force_on(right(LegalState::fee_lapsed), day("2020-01-01"), data_date));
    CHECK(in_force_on(right(LegalState::fee_lapsed), day("2012-01-01"), data_date) == false);
    CHECK(in_force_on(right(LegalState::rejected), day("2020-01-01"), data_date) == false);
    CHECK(in_force_on(right(LegalState::invalidated), day("2020-01-01"), data_date) == false);
    Patent expired = right(LegalState::expired);
    expired.expiry_date = day("2022-05-01");
    CHECK(in_force_on(expired, day("2022-04-30"), data_date) == true);
    CHECK(in_force_on(expired, day("2022-05-01"), data_date) == false);
}

TEST_CASE("in force: unknown stays unknown, except where dates alone decide") {
    CHECK_FALSE(in_force_on(right(LegalState::unknown), data_date, data_date));
    CHECK(in_force_on(right(LegalState::unknown), day("2031-01-01"), data_date) == false);
    Patent undated = right(LegalState::granted);
    undated.grant_date.reset();
    CHECK(in_force_on(undated, data_date, data_date) == true);
    CHECK_FALSE(in_force_on(undated, day("2012-01-01"), data_date));
    CHECK(in_force_on(right(LegalState::examination), data_date, data_date) == false);
}

} // namespace test_in_force
