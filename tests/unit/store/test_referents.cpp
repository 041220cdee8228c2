// SPDX-License-Identifier: GPL-3.0-or-later
// Persons and places behind ids: kept, filled by several tables, merged like records.
#include "support/workspace.hpp"

#include <longmen/store/detail/sqlite.hpp>

#include <catch2/catch.hpp>

namespace test_referents {

using namespace longmen;
using namespace longmen::test;

namespace {

ReferentRow person(const std::string& id, std::vector<std::pair<ReferentField, std::string>> values) {
    ReferentRow row;
    row.row = 2;
    row.space = "db:person";
    row.id = id;
    for (auto& [field, value] : values) {
        row.values[static_cast<std::size_t>(field)] = std::move(value);
    }
    return row;
}

store::ImportCounts import_persons(store::Workspace& workspace, const std::vector<ReferentRow>& rows,
                                   std::optional<Date> cutoff = std::nullopt) {
    store::ImportSession session(workspace, {"p.tsv", "sum", cutoff, "tester", "2022-01-01T00:00:00Z"});
    session.begin_table();
    for (const auto& row : rows) {
        session.referent(row);
    }
    session.end_table({"", "db_person", "referents", {}, {}});
    return session.commit().at(0);
}

ReferentValues known(store::Workspace& workspace, const std::string& id) {
    store::ImportSession session(workspace, {"q.tsv", "sum", std::nullopt, "tester", "2022-01-01T00:00:00Z"});
    return session.find_referent("db:person", id).value();
}

} // namespace

TEST_CASE("referents: two tables fill one person, whichever comes first", "[store]") {
    const auto names = person("7", {{ReferentField::han_name, "Li, Ao"}, {ReferentField::country, "CN"}});
    const auto places = person("7", {{ReferentField::psn_name, "LI AO"}, {ReferentField::city, "taiyuan"}});
    for (const bool names_first : {true, false}) {
        const Folder folder;
        auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
        CHECK(import_persons(workspace, {names_first ? names : places}).added == 1);
        CHECK(import_persons(workspace, {names_first ? places : names}).updated == 1);
        const auto generation = workspace.generation();
        CHECK(import_persons(workspace, {names, places}).unchanged == 1);
        CHECK(workspace.generation() == generation);
        const auto values = known(workspace, "7");
        CHECK(values[static_cast<std::size_t>(ReferentField::han_name)] == "Li, Ao");
        CHECK(values[static_cast<std::size_t>(ReferentField::psn_name)] == "LI AO");
        CHECK(values[static_cast<std::size_t>(ReferentField::country)] == "CN");
        CHECK(values[static_cast<std::size_t>(ReferentField::city)] == "taiyuan");
    }
}

TEST_CASE("referents: the newer edition stands, the older value is kept", "[store]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    import_persons(workspace, {person("7", {{ReferentField::name, "New"}})}, Date::from_ymd(2023, 10, 1));
    import_persons(workspace, {person("7", {{ReferentField::name, "Old"}})}, Date::from_ymd(2019, 10, 1));
    CHECK(known(workspace, "7")[static_cast<std::size_t>(ReferentField::name)] == "New");
    auto other = workspace.database().prepare("SELECT value FROM other_value WHERE subject = 'referent'");
    REQUIRE(other.step());
    CHECK(other.text(0) == "Old");
}

TEST_CASE("referents: known by space, of this import and earlier ones", "[store]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    {
        store::ImportSession session(workspace, {"p.tsv", "s", std::nullopt, "t", "2022-01-01T00:00:00Z"});
        session.begin_table();
        CHECK_FALSE(session.knows_space("db:person"));
        session.referent(person("7", {{ReferentField::name, "A"}}));
        CHECK(session.knows_space("db:person"));
        CHECK_FALSE(session.knows_space("db:place"));
        CHECK(session.find_referent("db:person", "7"));
        CHECK_FALSE(session.find_referent("db:person", "8"));
        CHECK_FALSE(session.find_referent("db:place", "7"));
    } // not committed
    store::ImportSession session(workspace, {"q.tsv", "s", std::nullopt, "t", "2022-01-01T00:00:00Z"});
    CHECK_FALSE(session.knows_space("db:person"));
}

} // namespace test_referents
