// SPDX-License-Identifier: GPL-3.0-or-later
// Classification symbols in the spacings exports use.
#include <longmen/indicators/ipc.hpp>

#include <catch2/catch.hpp>

namespace test_ipc {

using longmen::indicators::parse_ipc;

TEST_CASE("ipc: spacing, case, zero padding and version do not matter") {
    for (const auto* text : {"A61K31/00", "A61K 31/00", "a61k0031/00", " A61K  31/00(2006.01)I"}) {
        const auto symbol = parse_ipc(text);
        REQUIRE(symbol.has_value());
        CHECK(symbol->subclass == "A61K");
        CHECK(symbol->group == 31);
    }
    CHECK(parse_ipc("Y02E")->group == 0);
}

TEST_CASE("ipc: what is no symbol gives nothing") {
    for (const auto* text : {"", "A61", "I01B1/00", "AX1K1/00", "14-03", "发明专利"}) {
        CHECK_FALSE(parse_ipc(text).has_value());
    }
    CHECK(parse_ipc("A61K99999999999999999999/00").has_value());
}

} // namespace test_ipc
