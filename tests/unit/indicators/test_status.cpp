// SPDX-License-Identifier: GPL-3.0-or-later
// Validity as of a date.
#include "support/patents.hpp"

#include <longmen/indicators/status.hpp>

#include <catch2/catch.hpp>

namespace test_status {

using namespace longmen;
using indicators::status;
using indicators::validity_at;
using test::day;

TEST_CASE("status: three categories, unknown is undefined") {
    auto p = test::invention("CN1B", "2010-01-01");
    const auto at = day("2020-01-01");
    CHECK(status(p, at).value() == 2);
    p.status = LegalState::examination;
    CHECK(status(p, at).value() == 1);
    p.status = LegalState::fee_lapsed;
    CHECK(status(p, at).value() == 0);
    p.status = LegalState::unknown;
    CHECK(status(p, at).reason() == Undefined::no_data);
    CHECK(status(p, day("2009-01-01")).reason() == Undefined::not_applicable);
}

TEST_CASE("status: grant and end of term move with the cut-off date") {
    auto p = test::invention("CN1B", "2000-05-10");
    p.grant_date = day("2003-01-01");
    CHECK(validity_at(p, day("2002-12-31")) == Validity::pending);
    CHECK(validity_at(p, day("2003-01-01")) == Validity::in_force);
    CHECK(validity_at(p, day("2020-05-09")) == Validity::in_force);
    CHECK(validity_at(p, day("2020-05-10")) == Validity::dead);
}

} // namespace test_status
