// SPDX-License-Identifier: GPL-3.0-or-later
// Family size by the vendor and by offices.
#include "support/patents.hpp"

#include <longmen/indicators/family_size.hpp>

#include <catch2/catch.hpp>

namespace test_family_size {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("family size: the vendor's count as it is") {
    auto p = test::invention("CN1A", "2010-01-01");
    CHECK(vendor_family_size(p, {}).reason() == Undefined::no_data);
    p.vendor_family_size = 4;
    CHECK(vendor_family_size(p, {}).value() == 4);
    p.vendor_family_size = -4;
    CHECK(vendor_family_size(p, {}).reason() == Undefined::impossible_value);
}

TEST_CASE("family size: offices are distinct, the patent's own counts, WO does not") {
    auto p = test::invention("CN1A", "2010-01-01");
    CHECK(family_offices(p, {}).reason() == Undefined::no_data);
    p.family_members = {"CN1A", "CN1B", "WO2010123456A1", "EP2000000A1", "US8000000B2", "US2010000001A1"};
    CHECK(family_offices(p, {}).value() == 3);
    p.office = "WO";
    p.family_members = {"WO2010123456A1"};
    CHECK(family_offices(p, {}).reason() == Undefined::not_applicable);
}

} // namespace test_family_size
