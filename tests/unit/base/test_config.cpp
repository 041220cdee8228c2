// SPDX-License-Identifier: GPL-3.0-or-later
// Model files: lines, kinds, refusal of unknown keys.
#include <longmen/base/config.hpp>
#include <longmen/base/errors.hpp>

#include <catch2/catch.hpp>

namespace test_config {

using namespace longmen;
using Catch::Matchers::Contains;

TEST_CASE("config: an unknown key is refused with file, line and the allowed names") {
    const auto config = Config::parse("id = 'a'\n\nwieght = 3\n", "m.toml");
    CHECK_THROWS_WITH(config.root().allow({"id", "weight"}),
                      Contains("m.toml:3") && Contains("wieght") && Contains("id, weight"));
}

TEST_CASE("config: values keep their kind and keys their order") {
    const auto config =
        Config::parse("z = 1\na = [ 'x', 'y' ]\nd = 2020-04-02\nr = 0.5\n[[t]]\nk = true\n", "m.toml");
    const auto& root = config.root();
    CHECK(root.keys() == std::vector<std::string>{"z", "a", "d", "r", "t"});
    CHECK(root.at("a").strings() == std::vector<std::string>{"x", "y"});
    CHECK(root.at("d").date() == "2020-04-02");
    CHECK(root.at("z").real() == 1.0);
    CHECK(root.real_or("r", 0) == 0.5);
    CHECK(root.tables("t").at(0)->boolean_or("k", false));
    CHECK_THROWS_AS(root.at("z").string(), DataError);
    CHECK_THROWS_WITH(root.at("missing"), Contains("missing"));
}

TEST_CASE("config: broken TOML names its line") {
    CHECK_THROWS_WITH(Config::parse("a = 1\nb = \n", "m.toml"), Contains("m.toml:2"));
    CHECK_THROWS_WITH(Config::parse("a = 1\na = 2\n", "m.toml"), Contains("m.toml:2"));
}

} // namespace test_config
