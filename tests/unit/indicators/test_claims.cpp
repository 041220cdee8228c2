// SPDX-License-Identifier: GPL-3.0-or-later
// Number of claims.
#include "support/patents.hpp"

#include <longmen/indicators/claims.hpp>

#include <catch2/catch.hpp>

namespace test_claims {

using namespace longmen;
using indicators::claims;

TEST_CASE("claims: a count of at least one, or a reason") {
    auto p = test::invention("CN1A", "2010-01-01");
    CHECK(claims(p, {}).reason() == Undefined::no_data);
    p.n_claims = 10;
    CHECK(claims(p, {}).value() == 10);
    p.n_claims = 0;
    CHECK(claims(p, {}).reason() == Undefined::impossible_value);
    p.type = PatentType::design;
    CHECK(claims(p, {}).reason() == Undefined::not_applicable);
}

} // namespace test_claims
