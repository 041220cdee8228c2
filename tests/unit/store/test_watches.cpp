// SPDX-License-Identifier: GPL-3.0-or-later
// Watches keep what each look told and what is known since.
#include "support/workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/store/detail/sqlite.hpp>
#include <longmen/store/searches.hpp>
#include <longmen/store/watches.hpp>

#include <catch2/catch.hpp>

namespace test_watches {

using namespace longmen;
using namespace longmen::store;

namespace {

WatchLook look(Workspace& workspace, std::int64_t place, std::vector<WatchedRecord> changes) {
    LoggedSearch search;
    search.query = search.canonical = "seal";
    WatchLook look;
    look.place = place;
    look.run = log_search(workspace, search);
    look.query = "seal";
    look.records = 7;
    look.last_row = 5;
    look.at = "t" + std::to_string(place);
    look.changes = std::move(changes);
    return look;
}

} // namespace

TEST_CASE("watches: what matched at the last look is what matched before, with the changes", "[store]") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    keep_look(workspace, "seals",
              look(workspace, 1,
                   {{"CN3", WatchChange::first}, {"CN1", WatchChange::first}, {"CN2", WatchChange::first}}));
    const auto watch = watch_of(workspace, "seals").value();
    CHECK(watch.at == "t1");
    CHECK(watched_numbers(workspace, watch.id) == std::vector<std::string>{"CN1", "CN2", "CN3"});
    keep_look(workspace, "seals",
              look(workspace, 2,
                   {{"CN9", WatchChange::added},
                    {"CN4", WatchChange::changed},
                    {"CN1", WatchChange::gone},
                    {"CN3", WatchChange::joined}}));
    CHECK(watched_numbers(workspace, watch.id) == std::vector<std::string>{"CN2", "CN4", "CN9"});
    CHECK(looks_of(workspace, watch.id).size() == 2);
    const auto second = look_of(workspace, watch.id, 2).value();
    REQUIRE(second.changes.size() == 4);
    CHECK(second.changes[0].number == "CN9");
    CHECK(second.changes[3].change == WatchChange::joined);
    CHECK(second.records == 7);
    CHECK(second.last_row == 5);
    CHECK_FALSE(look_of(workspace, watch.id, 3));
    CHECK(workspace.generation() == 0); // nothing derived becomes stale
}

TEST_CASE("watches: of two who look at once the second is told; nothing of his look is left", "[store]") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    keep_look(workspace, "seals", look(workspace, 1, {{"CN1", WatchChange::first}}));
    const auto mine = look(workspace, 2, {{"CN2", WatchChange::added}});
    keep_look(workspace, "seals", look(workspace, 2, {{"CN3", WatchChange::added}}));
    CHECK_THROWS_AS(keep_look(workspace, "seals", mine), UsageError);
    const auto watch = watch_of(workspace, "seals").value();
    CHECK(watched_numbers(workspace, watch.id) == std::vector<std::string>{"CN1", "CN3"});
    // All or none: the run of this one does not exist.
    auto lost = look(workspace, 3, {{"CN8", WatchChange::added}});
    lost.run = 99;
    CHECK_THROWS_AS(keep_look(workspace, "seals", lost), DataError);
    CHECK(watched_numbers(workspace, watch.id).size() == 2);
    CHECK(looks_of(workspace, watch.id).size() == 2);
}

TEST_CASE("watches: one that was ended keeps its looks; another of the name begins anew", "[store]") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    CHECK_FALSE(end_watch(workspace, "seals", "t"));
    keep_look(workspace, "seals", look(workspace, 1, {{"CN1", WatchChange::first}}));
    keep_look(workspace, "gears", look(workspace, 1, {{"CN1", WatchChange::first}}));
    const auto ended = watch_of(workspace, "seals").value();
    CHECK(end_watch(workspace, "seals", "t9"));
    CHECK_FALSE(watch_of(workspace, "seals"));
    CHECK(watches(workspace).size() == 1);
    keep_look(workspace, "seals", look(workspace, 1, {}));
    const auto again = watch_of(workspace, "seals").value();
    CHECK(again.id != ended.id);
    CHECK(watched_numbers(workspace, again.id).empty());
    CHECK(looks_of(workspace, ended.id).size() == 1);
}

TEST_CASE("watches: fields that changed between two generations, and the highest row", "[store]") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path("w"), OpenMode::create);
    CHECK(last_row(workspace) == 0);
    int month = 1;
    const auto take = [&](const std::string& title, const std::string& applicants) {
        ++month;
        test::import_rows(workspace,
                          {test::patent_row(2, {{Field::pub_no, "CN109876543A"},
                                                {Field::title, title},
                                                {Field::applicants, applicants}})},
                          Date::from_ymd(2022, month, 1), std::to_string(month) + ".csv");
        return workspace.generation();
    };
    const auto first = take("阀", "甲公司");
    CHECK(last_row(workspace) == 1);
    const auto second = take("球阀", "甲公司");
    const auto third = take("球阀", "乙公司");
    CHECK(fields_changed(workspace, 1, first, second) == std::vector<std::string>{"title"});
    CHECK(fields_changed(workspace, 1, second, third) == std::vector<std::string>{"applicants"});
    CHECK(fields_changed(workspace, 1, first, third).size() == 2);
    CHECK(fields_changed(workspace, 1, third, third + 9).empty());
}

TEST_CASE("watches: a workspace of the schema before is brought forward", "[store]") {
    const test::Folder folder;
    {
        const auto old = Workspace::open(folder.path(), OpenMode::create);
        old.database().run("DROP TABLE watch_record; DROP TABLE watch_change; DROP TABLE watch_look; DROP "
                           "TABLE watch; PRAGMA user_version = 9");
    }
    CHECK(watches(Workspace::open(folder.path(), OpenMode::existing)).empty());
}

} // namespace test_watches
