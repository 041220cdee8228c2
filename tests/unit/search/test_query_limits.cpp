// SPDX-License-Identifier: GPL-3.0-or-later
// The file of limits.
#include <longmen/search/query_limits.hpp>

#include <catch2/catch.hpp>

namespace test_query_limits {

using namespace longmen;
using namespace longmen::search;
using Catch::Matchers::Contains;

TEST_CASE("query_limits: the shipped file gives what programs without it use", "[search]") {
    const auto read =
        read_query_limits(Config::read(std::string{LONGMEN_SOURCE_DIR} + "/models/search/limits.toml"));
    const QueryLimits without;
    CHECK(read.characters == without.characters);
    CHECK(read.parts == without.parts);
    CHECK(read.numbers == without.numbers);
    CHECK(read.nesting == without.nesting);
    CHECK(read.distance == without.distance);
    CHECK(read.near_words == without.near_words);
    CHECK(read.adjacent_words == without.adjacent_words);
    CHECK(read.gap == without.gap);
    CHECK(read.weight == without.weight);
    CHECK_THROWS_WITH(read_query_limits(Config::parse("[query]\ncharacters = 0\n", "l.toml")),
                      Contains("l.toml:2"));
    CHECK_THROWS_WITH(read_query_limits(Config::parse("colour = 1\n", "l.toml")), Contains("colour"));
}

} // namespace test_query_limits
