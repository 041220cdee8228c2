// SPDX-License-Identifier: GPL-3.0-or-later
// Shares by hand, and their reasons.
#include <longmen/indicators/literature_share.hpp>

#include <catch2/catch.hpp>

namespace test_literature_share {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("literature share: literature among all that is cited") {
    CHECK(literature_share(3, 1).value() == 0.75);
    CHECK(literature_share(0, 4).value() == 0);
    CHECK(literature_share(2, 0).value() == 1);
}

TEST_CASE("literature share: reasons") {
    CHECK(literature_share(std::nullopt, 4).reason() == Undefined::no_data);
    CHECK(literature_share(-1, 4).reason() == Undefined::impossible_value);
    CHECK(literature_share(0, 0).reason() == Undefined::no_citations);
}

} // namespace test_literature_share
