// SPDX-License-Identifier: GPL-3.0-or-later
// Ids of sources: their form, and that they are never taken for numbers.
#include <longmen/record/number.hpp>
#include <longmen/record/source_id.hpp>

#include <catch2/catch.hpp>

namespace test_source_id {

using namespace longmen;

TEST_CASE("source id: two words and an id", "[record]") {
    for (const auto* good : {"patstat:appln:53568634", "patstat:publn:0", "a:b:C-1_2"}) {
        CHECK(is_source_id(good));
    }
    for (const auto* bad : {"", "patstat", "patstat:appln", "patstat:appln:", ":appln:1", "patstat::1",
                            "Patstat:appln:1", "patstat:appln:1 2", "patstat:appln:1:2", "US:10/123:4.5"}) {
        CHECK_FALSE(is_source_id(bad));
    }
    CHECK(source_id_key("patstat:appln:7") == "s:patstat:appln:7");
}

TEST_CASE("source id: no document number", "[record]") {
    for (const auto hint : {NumberHint::any, NumberHint::application, NumberHint::publication}) {
        CHECK_FALSE(parse_number("patstat:appln:53568634", hint));
        CHECK_FALSE(parse_number("patstat:publn:53568634", hint, "US"));
    }
}

TEST_CASE("source id: found among the members of a list", "[record]") {
    CHECK(holds_source_id("CN201110012345.5\npatstat:appln:3"));
    CHECK(holds_source_id("patstat:appln:3"));
    CHECK_FALSE(holds_source_id("CN201110012345.5\nUS13345678"));
    CHECK_FALSE(holds_source_id(""));
}

} // namespace test_source_id
