// SPDX-License-Identifier: GPL-3.0-or-later
// Words that mean the same.
#include <longmen/search/query_print.hpp>
#include <longmen/search/synonyms.hpp>

#include <catch2/catch.hpp>

namespace test_synonyms {

using namespace longmen;
using namespace longmen::search;
using Catch::Matchers::Contains;

namespace {

Synonyms small() {
    return Synonyms::read(Config::parse(
        "groups = [\n[\"无人机\", \"UAV\", \"unmanned aerial vehicle\"],\n[\"电池\", \"battery\"],\n"
        "[\"电池\", \"电芯\"]]\n",
        "s.toml"));
}

std::string expanded(std::string_view query) {
    return print_query(expand_synonyms(parse_query(query), small()).query);
}

} // namespace

TEST_CASE("synonyms: words become any of their groups, and what was added is listed", "[search]") {
    CHECK(small().of("uav") == std::vector<std::string>{"无人机", "unmanned aerial vehicle"});
    CHECK(small().of("电池") == std::vector<std::string>{"battery", "电芯"});
    CHECK(expanded("uav") == "uav OR 无人机 OR \"unmanned aerial vehicle\"");
    CHECK(expanded("title:电池^2 x") == "(title:电池^2 OR title:battery^2 OR title:电芯^2) AND x");
    CHECK(expanded("电芯 NEAR/5 y") == "(电芯 OR 电池) NEAR/5 y");
    CHECK(expanded("(电芯 OR z) NEAR/5 y") == "(电芯 OR 电池 OR z) NEAR/5 y");
    const auto done = expand_synonyms(parse_query("battery UAV battery"), small());
    REQUIRE(done.added.size() == 2);
    CHECK(done.added[0].word == "battery");
    CHECK(done.added[0].synonyms == std::vector<std::string>{"电池"});
}

TEST_CASE("synonyms: exact words, names, and what is excluded stay", "[search]") {
    for (const auto* query : {"\"电池\"", "applicant:电池", "x AND NOT 电池", "锂电池"}) {
        CHECK(expanded(query) == query);
        CHECK(expand_synonyms(parse_query(query), small()).added.empty());
    }
}

TEST_CASE("synonyms: the shipped table reads; mistakes name the line", "[search]") {
    const auto shipped =
        Synonyms::read(Config::read(std::string{LONGMEN_SOURCE_DIR} + "/models/search/synonyms.toml"));
    CHECK(shipped.size() > 100);
    CHECK_FALSE(shipped.of("coke oven").empty());
    CHECK_THROWS_WITH(Synonyms::read(Config::parse("groups = [\n[\"a\", \"b\"],\n[\"c\"]]\n", "s.toml")),
                      Contains("s.toml:3") && Contains("two words"));
    CHECK_THROWS_WITH(Synonyms::read(Config::parse("groups = [\n[\"a\", \"Ａ\"]]\n", "s.toml")),
                      Contains("s.toml:2") && Contains("twice"));
    CHECK_THROWS_WITH(Synonyms::read(Config::parse("colour = 1\n", "s.toml")), Contains("colour"));
}

} // namespace test_synonyms
