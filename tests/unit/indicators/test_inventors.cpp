// SPDX-License-Identifier: GPL-3.0-or-later
// Number of inventors.
#include "support/patents.hpp"

#include <longmen/indicators/inventors.hpp>

#include <catch2/catch.hpp>

namespace test_inventors {

using namespace longmen;
using indicators::inventors;

TEST_CASE("inventors: different names, or no data") {
    auto p = test::invention("CN1A", "2016-02-29");
    p.inventors.clear();
    CHECK(inventors(p, test::day("2020-01-01")).reason() == Undefined::no_data);
    p.inventors = {"", ""};
    CHECK(inventors(p, test::day("2020-01-01")).reason() == Undefined::no_data);
    p.inventors = {"李明", "王芳", "李明"};
    CHECK(inventors(p, test::day("2020-01-01")).value() == 2);
}

} // namespace test_inventors
