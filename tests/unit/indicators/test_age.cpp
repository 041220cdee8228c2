// SPDX-License-Identifier: GPL-3.0-or-later
// Age at the cut-off date.
#include "support/patents.hpp"

#include <longmen/indicators/age.hpp>

#include <catch2/catch.hpp>

namespace test_age {

using namespace longmen;
using indicators::age;
using test::day;

TEST_CASE("age: years from filing, or a reason") {
    auto p = test::invention("CN1A", "2016-02-29");
    CHECK(age(p, day("2020-02-29")).value() == 4);
    CHECK(age(p, day("2016-02-28")).reason() == Undefined::not_applicable);
    p.app_date.reset();
    CHECK(age(p, day("2020-02-29")).reason() == Undefined::no_data);
}

} // namespace test_age
