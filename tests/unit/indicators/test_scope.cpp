// SPDX-License-Identifier: GPL-3.0-or-later
// Distinct subclasses.
#include "support/patents.hpp"

#include <longmen/indicators/scope.hpp>

#include <catch2/catch.hpp>

namespace test_scope {

using namespace longmen;
using indicators::scope;

TEST_CASE("scope: groups of one subclass count once") {
    auto p = test::invention("CN1A", "2010-01-01");
    p.ipc = {"A61K31/00", "A61K 9/00", "C07D401/00", "unreadable"};
    CHECK(scope(p, {}).value() == 2);
}

TEST_CASE("scope: no readable class is undefined") {
    auto p = test::invention("CN1A", "2010-01-01");
    p.ipc = {"14-03"};
    CHECK(scope(p, {}).reason() == Undefined::no_classes);
    p.ipc.clear();
    p.cpc = {"A61K31/00"};
    CHECK(scope(p, {}).reason() == Undefined::no_classes);
}

} // namespace test_scope
