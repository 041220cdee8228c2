// SPDX-License-Identifier: GPL-3.0-or-later
// The relational part of profiles: what is read, and what is refused with its line.
#include "recording.hpp"

#include <longmen/ingest/profile.hpp>
#include <longmen/ingest/relation.hpp>

namespace test_relation {

using namespace longmen;
using namespace longmen::ingest;
using Catch::Matchers::Contains;

namespace {

std::vector<Profile> profiles(const std::string& tables, const std::string& shared = "") {
    return read_profiles(Config::parse("id = \"db\"\n" + shared + tables, "some.toml"));
}

constexpr auto head = "[[table]]\nid = \"db_a\"\nkind = \"patents\"\nrecognise = [\"key\"]\n";

} // namespace

TEST_CASE("relation: composed texts with conditions, and the headings they use", "[ingest]") {
    const auto read = profiles(std::string{head} +
                               "[table.composed]\n"
                               "source_ids = \"db:a:{Key}\"\n"
                               "app_no = [{ text = \"{auth}{nr}\", only = { kind = [\"A\", \"u\"] }, "
                               "positive = \"nr\" }, { text = \"{nr}\", except = { kind = [\"D\"] } }]\n");
    REQUIRE(read.size() == 1);
    const auto& relation = read[0].relation;
    REQUIRE(relation.composed.size() == 2);
    CHECK(relation.composed[0].texts[0].pieces[0].literal == "db:a:");
    CHECK(relation.composed[0].texts[0].pieces[0].heading == "key");
    const auto& texts = relation.composed[1].texts;
    REQUIRE(texts.size() == 2);
    CHECK(texts[0].words == std::vector<std::string>{"a", "u"});
    CHECK(texts[0].positive == "nr");
    CHECK(texts[1].except);
    CHECK(relation.used == std::set<std::string>{"key", "auth", "nr", "kind"});
}

TEST_CASE("relation: rules of gathered tables", "[ingest]") {
    const auto read =
        profiles(std::string{head} + "gathered = true\norder = \"seq\"\n[table.composed]\nsource_ids = "
                                     "\"db:a:{key}\"\n[[table.gather]]\nfield = \"applicants\"\ntext = "
                                     "\"{person}\"\nreferent = \"db:person\"\ntake = [\"name\", "
                                     "\"han_name\"]\ntable = \"persons\"\norder = \"seq\"\n",
                 "[origins]\nSEA = \"search\"\n");
    const auto& relation = read.at(0).relation;
    CHECK(relation.gathered);
    REQUIRE(relation.gather.size() == 1);
    CHECK(relation.gather[0].field == Field::applicants);
    CHECK(relation.gather[0].take ==
          std::vector<ReferentField>{ReferentField::name, ReferentField::han_name});
    CHECK(relation.gather[0].unknown == UnknownReferent::refuse);
    CHECK(relation.origins.at("sea") == "search");
}

TEST_CASE("relation: what is refused, with its line", "[ingest]") {
    const auto refused = [](const std::string& rest, const std::string& why) {
        INFO(rest);
        CHECK_THROWS_WITH(profiles(head + rest), Contains("some.toml:") && Contains(why));
    };
    refused("[table.composed]\nshoe = \"{key}\"\n", "shoe");
    refused("[table.composed]\nsource_ids = \"{key\"\n", "without its");
    refused("[table.composed]\nsource_ids = { text = \"{key}\", onyl = \"x\" }\n", "onyl");
    refused("gathered = true\n[table.composed]\ntitle = \"{key}\"\n", "exactly one");
    refused("[[table.gather]]\nfield = \"cpc\"\ntext = \"{c}\"\n", "gathered = true");
    refused("gathered = true\n[table.composed]\nsource_ids = \"x:y:{key}\"\n[[table.gather]]\nfield = "
            "\"cpc\"\ntext = \"{c}\"\nreferent = \"a:b\"\ntake = [\"shoe\"]\n",
            "shoe");
    CHECK_THROWS_WITH(profiles("[[table]]\nid = \"other\"\nkind = \"patents\"\nrecognise = [\"key\"]\n"),
                      Contains("begin with `db_`"));
    CHECK_THROWS_WITH(profiles(head, "[origins]\nSEA = \"somebody\"\n"), Contains("somebody"));
}

} // namespace test_relation
