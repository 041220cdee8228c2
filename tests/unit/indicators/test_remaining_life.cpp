// SPDX-License-Identifier: GPL-3.0-or-later
// Legal term left.
#include "support/patents.hpp"

#include <longmen/indicators/remaining_life.hpp>

#include <catch2/catch.hpp>

namespace test_remaining_life {

using namespace longmen;
using namespace longmen::indicators;
using test::day;

TEST_CASE("remaining life: years to the end of the term, none where it is not known") {
    auto p = test::invention("CN1B", "2010-01-01");
    CHECK(remaining_life(p, day("2020-01-01")).value() == 10);
    p.type = PatentType::utility_model;
    p = test::with_term(p);
    CHECK(remaining_life(p, day("2019-01-01")).value() == 1);
    CHECK(remaining_life(p, day("2020-01-01")).reason() == Undefined::not_in_force);
    p.expiry_date.reset();
    CHECK(remaining_life(p, day("2019-01-01")).reason() == Undefined::no_data);
}

TEST_CASE("remaining life: the source's own expiry date goes first") {
    auto p = test::invention("CN1B", "2010-01-01");
    p.expiry_date = day("2031-01-01");
    CHECK(remaining_life(p, day("2020-01-01")).value() == 11);
    p.expiry_date = day("2009-01-01");
    CHECK(remaining_life(p, day("2020-01-01")).reason() == Undefined::impossible_value);
}

TEST_CASE("remaining life: dead, unknown and not yet filed give reasons, never zero") {
    auto p = test::invention("CN1B", "2010-01-01");
    p.status = LegalState::invalidated;
    CHECK(remaining_life(p, day("2020-01-01")).reason() == Undefined::not_in_force);
    p.status = LegalState::unknown;
    CHECK(remaining_life(p, day("2020-01-01")).reason() == Undefined::no_data);
    CHECK(remaining_life(p, day("2009-12-31")).reason() == Undefined::not_applicable);
    p.status = LegalState::examination;
    CHECK(remaining_life(p, day("2020-01-01")).value() == 10);
}

} // namespace test_remaining_life
