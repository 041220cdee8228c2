// SPDX-License-Identifier: GPL-3.0-or-later
// Settings of the ranking.
#include <longmen/search/settings.hpp>

#include <catch2/catch.hpp>

using namespace longmen;
using Catch::Matchers::Contains;

TEST_CASE("settings: the shipped file reads, mistakes name file and line", "[search]") {
    const std::string path = std::string{LONGMEN_SOURCE_DIR} + "/models/search/default.toml";
    CHECK(search::read_settings(Config::read(path)).title > 1);
    const std::string fields = "[fields]\ntitle = 5\nabstract = 2\nclaims = 1\napplicants = 2\ninventors = ";
    CHECK_THROWS_WITH(
        search::read_settings(Config::parse("[bm25]\nk1 = 1\nb = 2\n" + fields + "1\n", "s.toml")),
        Contains("s.toml:3"));
    CHECK_THROWS_WITH(
        search::read_settings(Config::parse("[bm25]\nk1 = 1\nb = 1\n" + fields + "0\n", "s.toml")),
        Contains("1 to 100"));
    CHECK_THROWS_WITH(search::read_settings(Config::parse("colour = 1\n", "s.toml")), Contains("colour"));
}
