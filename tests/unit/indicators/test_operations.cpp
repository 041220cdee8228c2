// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of what was done with a right: each its own field, none for another.
#include "support/patents.hpp"

#include <longmen/indicators/operations.hpp>

#include <catch2/catch.hpp>

namespace test_operations {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("operations: the count given, or no data") {
    const auto as_of = test::day("2020-01-01");
    auto p = test::invention("CN1A", "2016-02-29");
    p.transfers = 1;
    p.licences = 2;
    p.pledges = 3;
    p.litigations = 0;
    CHECK(transfers(p, as_of).value() == 1);
    CHECK(licences(p, as_of).value() == 2);
    CHECK(pledges(p, as_of).value() == 3);
    CHECK(litigations(p, as_of).value() == 0);
    p.transfers.reset();
    p.litigations = -1;
    CHECK(transfers(p, as_of).reason() == Undefined::no_data);
    CHECK(litigations(p, as_of).reason() == Undefined::impossible_value);
}

} // namespace test_operations
