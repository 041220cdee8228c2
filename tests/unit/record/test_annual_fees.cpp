// SPDX-License-Identifier: GPL-3.0-or-later
// Annual fees: due dates, reductions, grace, states.
#include <longmen/base/errors.hpp>
#include <longmen/record/annual_fees.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

namespace test_annual_fees {

using namespace longmen;
using enum PatentType;

namespace {

const FeeRules& rules() {
    static const auto read = FeeRules::read_folder(LONGMEN_SOURCE_DIR "/models");
    return read;
}

Date day(std::string_view iso) {
    return *Date::from_iso(iso);
}

/// Example of the guidelines: filed 1999-06-03, granted 2001-08-01.
FeeCase guideline(std::string_view as_of) {
    return {.type = invention,
            .filed = day("1999-06-03"),
            .granted = day("2001-08-01"),
            .term_end = day("2019-06-03"),
            .reduction = {},
            .as_of = day(as_of),
            .payments = {}};
}

std::vector<FeeYear> fees_of(const FeeCase& right) {
    return annual_fees(right, rules()).value();
}

FeeYear year(const FeeCase& right, int wanted) {
    const auto fees = fees_of(right);
    const auto found = std::ranges::find(fees, wanted, &FeeYear::year);
    REQUIRE(found != fees.end());
    return *found;
}

} // namespace

TEST_CASE("annual fees: the example of the guidelines") {
    const auto fees = fees_of(guideline("2001-08-01"));
    REQUIRE(fees.size() == 18); // years 3 to 20
    CHECK(fees[0].year == 3);
    CHECK(fees[0].state == FeeState::paid_with_grant);
    CHECK_FALSE(fees[0].grace_end);
    CHECK(fees[1].year == 4);
    CHECK(fees[1].due.iso() == "2002-06-03");
    CHECK(fees[1].grace_end->iso() == "2002-12-03");
    CHECK(fees[1].full->fen == 120'000);
    CHECK(fees[1].state == FeeState::due);
    CHECK(fees.back().year == 20);
    CHECK(fees.back().due.iso() == "2018-06-03");
}

TEST_CASE("annual fees: the surcharge grows month by month on the full fee, and ends with the grace") {
    auto right = guideline("2002-01-01");
    const auto fee = year(right, 4);
    const auto on = [&](std::string_view paid) {
        const auto extra = surcharge(fee, rules(), day(paid));
        return extra ? extra->fen / 100 : -1;
    };
    CHECK(on("2002-06-03") == -1);
    CHECK(on("2002-06-04") == 0);
    CHECK(on("2002-07-03") == 0);
    CHECK(on("2002-07-04") == 60);
    CHECK(on("2002-08-04") == 120);
    CHECK(on("2002-09-04") == 180);
    CHECK(on("2002-10-04") == 240);
    CHECK(on("2002-11-04") == 300);
    CHECK(on("2002-12-03") == 300);
    CHECK(on("2002-12-04") == -1);
    right = {.type = invention,
             .filed = day("2018-03-15"),
             .granted = day("2020-05-01"),
             .term_end = day("2038-03-15"),
             .reduction = "85",
             .as_of = day("2022-05-01"),
             .payments = {}};
    CHECK(year(right, 5).reduced->fen == 18'000);
    CHECK(surcharge(year(right, 5), rules(), day("2022-04-20"))->fen == 6'000); // 5 % of 1200, not of 180
}

TEST_CASE("annual fees: a grant on an anniversary belongs to the year that begins") {
    auto right = guideline("2010-01-01");
    right.granted = day("2001-06-03");
    CHECK(fees_of(right)[0].year == 3);
    right.granted = day("2001-06-02");
    CHECK(fees_of(right)[0].year == 2);
    CHECK(fees_of(right)[1].due.iso() == "2001-06-03");
    right.granted = right.filed;
    CHECK(fees_of(right)[0].year == 1);
}

TEST_CASE("annual fees: a reduction covers ten years from that of the grant, of old rights from 2018 on") {
    FeeCase right{.type = invention,
                  .filed = day("2009-10-10"),
                  .granted = day("2012-03-01"),
                  .term_end = day("2029-10-10"),
                  .reduction = "70",
                  .as_of = day("2022-05-01"),
                  .payments = {}};
    // Granted in year 3: years 3 to 8 under the rule of 2016, 3 to 12 under that of 2018.
    CHECK_FALSE(year(right, 7).reduced);            // due 2015-10-10, no rule on file
    CHECK(year(right, 8).reduced->fen == 60'000);   // due 2016-10-10
    CHECK_FALSE(year(right, 9).reduced);            // due 2017-10-10: six years are over
    CHECK(year(right, 10).reduced->fen == 120'000); // due 2018-10-10: resumed
    CHECK(year(right, 12).reduced->fen == 120'000);
    CHECK_FALSE(year(right, 13).reduced);
    CHECK(year(right, 13).payable()->fen == 600'000);
    right.reduction = "99";
    CHECK_THROWS_WITH(annual_fees(right, rules()), Catch::Matchers::Contains("none, 85, 70"));
}

TEST_CASE("annual fees: without data of payments what is late is unknown, not lapsed") {
    CHECK(year(guideline("2002-06-03"), 4).state == FeeState::due);
    const auto late = year(guideline("2002-08-04"), 4);
    CHECK(late.state == FeeState::unknown);
    CHECK(late.grace_month == 3);
    CHECK(year(guideline("2003-01-01"), 4).state == FeeState::unknown);
    CHECK(year(guideline("2003-01-01"), 4).grace_month == 0);
}

TEST_CASE("annual fees: payments told up to the day decide between paid, grace and lapsed") {
    auto right = guideline("2002-08-04");
    right.payments = FeePayments{{}, day("2002-08-04")};
    CHECK(year(right, 4).state == FeeState::grace);
    right.payments->known_to = day("2002-08-03"); // told up to the day before only
    CHECK(year(right, 4).state == FeeState::unknown);
    right = guideline("2003-07-01");
    right.payments = FeePayments{{{day("2002-07-20"), 4}}, day("2003-07-01")};
    CHECK(year(right, 4).state == FeeState::paid);
    CHECK(year(right, 5).state == FeeState::grace);
    right.as_of = right.payments->known_to = day("2004-01-01");
    CHECK(year(right, 5).state == FeeState::lapsed);
}

TEST_CASE(
    "annual fees: a payment that names no year pays the earliest one open, one with the grant none of them") {
    auto right = guideline("2004-01-01");
    right.payments = FeePayments{{{day("2003-05-20"), {}}, {day("2001-07-15"), {}}, {day("2002-11-30"), {}}},
                                 day("2004-01-01")};
    CHECK(year(right, 3).state == FeeState::paid_with_grant);
    CHECK(year(right, 4).state == FeeState::paid);
    CHECK(year(right, 5).state == FeeState::paid);
    CHECK(year(right, 6).state == FeeState::due);
    right.as_of = day("2003-01-01"); // what is paid later is not paid yet
    CHECK(year(right, 5).state == FeeState::due);
}

TEST_CASE("annual fees: what is not known is a reason, not a guess") {
    auto right = guideline("2010-01-01");
    right.type = unknown;
    CHECK(annual_fees(right, rules()).reason() == Undefined::no_data);
    right = guideline("2010-01-01");
    right.filed = Date::from_iso("1999");
    CHECK(annual_fees(right, rules()).reason() == Undefined::no_data);
    right.filed.reset();
    CHECK(annual_fees(right, rules()).reason() == Undefined::no_data);
    right = guideline("2001-07-31");
    CHECK(annual_fees(right, rules()).reason() == Undefined::not_granted);
    right = guideline("2010-01-01");
    right.granted = day("1999-06-02");
    CHECK(annual_fees(right, rules()).reason() == Undefined::impossible_value);
}

TEST_CASE("annual fees: years end with the term and with the schedule") {
    auto right = guideline("2010-01-01");
    right.term_end = day("2016-06-03");
    CHECK(fees_of(right).back().year == 17);
    right.term_end = day("2021-01-01"); // compensated: beyond the schedule
    CHECK(fees_of(right).back().year == 20);
    right.term_end.reset();
    CHECK(fees_of(right).back().year == 20);
    CHECK_FALSE(fees_of(FeeCase{.type = invention,
                                .filed = day("1995-01-01"),
                                .granted = day("1998-01-01"),
                                .term_end = {},
                                .reduction = {},
                                .as_of = day("2010-01-01"),
                                .payments = {}})[0]
                    .full); // before the schedule on file
}

TEST_CASE("annual fees: the year of fee is read from words") {
    CHECK(fee_year_in("发明专利第5年年费") == 5);
    CHECK(fee_year_in("第 10 年年费") == 10);
    CHECK(fee_year_in("第二十二届第3年") == 3);
    CHECK_FALSE(fee_year_in("年费"));
    CHECK_FALSE(fee_year_in("第年年费"));
}

} // namespace test_annual_fees
