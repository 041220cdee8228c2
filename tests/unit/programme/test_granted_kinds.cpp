// SPDX-License-Identifier: GPL-3.0-or-later
// Which numbers are granted rights abroad.
#include <longmen/programme/granted_kinds.hpp>

#include <catch2/catch.hpp>

namespace test_granted_kinds {

using namespace longmen;
using namespace longmen::programme;
using Catch::Matchers::Contains;

TEST_CASE("granted kinds: by office, and nothing where the number does not tell") {
    const auto kinds = GrantedKinds::read_folder(std::string{LONGMEN_SOURCE_DIR} + "/models");
    for (const auto* number : {"US7131597B2", "US5123456A", "EP1234567B1", "JP4567890B2", "KR101195773B1"}) {
        CAPTURE(number);
        CHECK(kinds.granted(number) == true);
    }
    for (const auto* number : {"US20040123456A1", "EP1234567A1", "WO2011080640A1"}) {
        CAPTURE(number);
        CHECK(kinds.granted(number) == false);
    }
    for (const auto* number : {"US7131597", "PCT/CN2011/080640", "nothing", ""}) {
        CAPTURE(number);
        CHECK_FALSE(kinds.granted(number).has_value());
    }
}

TEST_CASE("granted kinds: the file is read strictly") {
    const auto read = [](const std::string& text) {
        return GrantedKinds::read(
            Config::parse("source = \"s\"\nsource_date = 2026-01-01\n" + text, "k.toml"));
    };
    CHECK(read("elsewhere = [\"B*\"]\n").granted("US7131597B2") == true);
    CHECK(read("elsewhere = [\"C\"]\n").granted("US7131597B2") == false);
    CHECK_THROWS_WITH(read("elsewhere = [\"b\"]\n"), Contains("k.toml:3"));
    CHECK_THROWS_WITH(read("elsewhere = []\n[[office]]\ncode = \"USA\"\ngranted = []\n"), Contains("USA"));
    CHECK_THROWS_WITH(read("elsewhere = []\nother = 1\n"), Contains("other"));
}

} // namespace test_granted_kinds
