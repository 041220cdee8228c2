// SPDX-License-Identifier: GPL-3.0-or-later
// Every indicator has its dating, and what is dated keeps its value when later things are added.
#include "support/patents.hpp"

#include <longmen/indicators/columns.hpp>
#include <longmen/indicators/dating.hpp>
#include <longmen/indicators/registry.hpp>
#include <longmen/record/set_back.hpp>

#include <catch2/catch.hpp>

namespace test_dating {

using namespace longmen;
using namespace longmen::indicators;
using test::day;

TEST_CASE("dating: every indicator of documents is told") {
    for (const auto& one : column_indicators()) {
        INFO(one.info.key);
        CHECK(dating_told(one.info.key));
        CHECK(dating_told(one.example));
    }
    CHECK_FALSE(dating_told("nothing"));
    CHECK(dating_of("nothing") == Dating::undated);
    CHECK(dating_of("forward_citations_7y") == Dating::dated);
    CHECK(dating_of("claims") == Dating::settled);
}

TEST_CASE("dating: a dated value of a record does not know what came later") {
    const auto as_of = day("2014-06-30");
    auto then = test::invention("CN1", "2010-03-01");
    then.grant_date = day("2013-05-01");
    then.pub_date = day("2011-09-01");
    then.inventors = {"a", "b"};
    then.n_claims = 8;
    std::size_t changed_undated = 0;
    for (int later = 0; later < 3; ++later) {
        auto now = then;
        std::optional<Date> ended;
        now.vendor_forward_citations = 50;
        now.vendor_backward_citations = 5;
        now.vendor_family_size = 12;
        now.family_members = {"US1", "EP1", "JP1"};
        now.transfers = now.licences = now.pledges = now.litigations = 2;
        if (later == 1) {
            now.status = LegalState::fee_lapsed;
            ended = day("2017-03-01");
        } else if (later == 2) {
            now.status = LegalState::invalidated;
            ended = day("2018-03-01");
        }
        for (const auto& one : all_indicators()) {
            INFO(one.info.key);
            const auto before = one.compute(set_back(then, as_of, {}), as_of);
            const auto after = one.compute(set_back(now, as_of, ended), as_of);
            REQUIRE(before.defined() == after.defined());
            if (before.defined()) {
                CHECK(before.value() == after.value());
            } else {
                CHECK(dating_of(one.info.key) == Dating::undated); // this record has all that is dated
            }
            const auto plain = one.compute(now, as_of), earlier = one.compute(then, as_of);
            const bool moved =
                plain.defined() != earlier.defined() || (plain.defined() && plain.value() != earlier.value());
            changed_undated += moved && dating_of(one.info.key) == Dating::undated ? 1 : 0;
            if (moved) { // not set back, status and what rests on it would know
                CHECK((dating_of(one.info.key) == Dating::undated || one.info.key == "status" ||
                       one.info.key == "remaining_life"));
            }
        }
    }
    CHECK(changed_undated > 0);
}

} // namespace test_dating
