// SPDX-License-Identifier: GPL-3.0-or-later
// Records set back: what is later or undated is gone, states follow their dates.
#include "support/patents.hpp"

#include <longmen/record/set_back.hpp>

#include <catch2/catch.hpp>

namespace test_set_back {

using namespace longmen;
using test::day;

TEST_CASE("set back: counts and lists of the export are taken away, later dates too") {
    auto patent = test::invention("CN1", "2010-03-01");
    patent.grant_date = day("2013-05-01");
    patent.pub_date = day("2011-09-01");
    patent.vendor_forward_citations = 7;
    patent.vendor_backward_citations = 3;
    patent.vendor_family_size = 4;
    patent.transfers = patent.licences = patent.pledges = patent.litigations = 1;
    patent.family_members = {"US1"};
    patent.n_claims = 9;
    const auto back = set_back(patent, day("2012-01-01"), {});
    CHECK_FALSE(back.grant_date);
    CHECK(back.pub_date == patent.pub_date);
    CHECK_FALSE(back.vendor_forward_citations);
    CHECK_FALSE(back.vendor_backward_citations);
    CHECK_FALSE(back.vendor_family_size);
    CHECK_FALSE((back.transfers || back.licences || back.pledges || back.litigations));
    CHECK(back.family_members.empty());
    CHECK(back.n_claims == patent.n_claims);
    CHECK(back.status == LegalState::pending);
    CHECK(set_back(patent, day("2013-05-01"), {}).status == LegalState::in_force);
    CHECK_FALSE(set_back(patent, day("2011-08-31"), {}).pub_date);
}

TEST_CASE("set back: a right dead by now was alive until its end") {
    auto patent = test::invention("CN1", "2010-03-01");
    patent.status = LegalState::fee_lapsed;
    patent.grant_date = day("2013-05-01");
    const auto state = [&](const char* on, std::optional<Date> ended) {
        return set_back(patent, day(on), ended).status;
    };
    CHECK(state("2012-01-01", day("2016-03-01")) == LegalState::pending);
    CHECK(state("2016-02-29", day("2016-03-01")) == LegalState::in_force);
    CHECK(state("2016-03-01", day("2016-03-01")) == LegalState::fee_lapsed);
    CHECK(state("2016-02-29", {}) == LegalState::unknown);
    CHECK(state("2016-06-01", day("2016")) == LegalState::unknown); // somewhere in the year
    CHECK(state("2016-12-31", day("2016")) == LegalState::fee_lapsed);
    patent.grant_date.reset();
    CHECK(state("2016-02-29", day("2016-03-01")) == LegalState::unknown);
    patent.status = LegalState::rejected; // never granted
    CHECK(state("2016-02-29", day("2016-03-01")) == LegalState::pending);
    patent.status = LegalState::in_force;
    CHECK(state("2016-02-29", {}) == LegalState::unknown); // granted nobody knows when
}

TEST_CASE("set back: last day of a date") {
    CHECK(last_day_of(day("2016")).iso() == "2016-12-31");
    CHECK(last_day_of(day("2016-02")).iso() == "2016-02-29");
    CHECK(last_day_of(day("2016-02-03")).iso() == "2016-02-03");
}

} // namespace test_set_back
