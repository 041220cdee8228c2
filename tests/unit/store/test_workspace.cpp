// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, versions, transactions.
#include <longmen/base/errors.hpp>
#include <longmen/store/detail/schema.hpp>
#include <longmen/store/detail/sqlite.hpp>
#include <longmen/store/workspace.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace test_workspace {

using namespace longmen;
using namespace longmen::store;
using Catch::Matchers::Contains;

TEST_CASE("workspace: a folder without database is refused unless it may be made") {
    const test::Folder folder;
    CHECK_THROWS_WITH(Workspace::open(folder.path("w"), OpenMode::existing), Contains("is no workspace"));
    CHECK(Workspace::open(folder.path("w"), OpenMode::create).generation() == 0);
    CHECK(Workspace::open(folder.path("w"), OpenMode::read_only).generation() == 0);
}

TEST_CASE("workspace: a trial works on what is there, and makes nothing where nothing is") {
    const test::Folder folder;
    const auto row = test::patent_row(2, {{Field::app_no, "CN201710601862.3"}});
    {
        auto trial = Workspace::open(folder.path("w"), OpenMode::trial);
        CHECK(test::import_rows(trial, {row}).added == 1);
    }
    CHECK_FALSE(std::filesystem::exists(folder.path("w")));
    auto real = Workspace::open(folder.path("w"), OpenMode::create);
    test::import_rows(real, {row});
    CHECK(Workspace::open(folder.path("w"), OpenMode::trial).generation() == 1);
}

TEST_CASE("workspace: a file that is no database, and a newer schema, are refused in a sentence") {
    const test::Folder folder;
    std::ofstream(folder.path("workspace.db")) << std::string(5000, 'x');
    CHECK_THROWS_WITH(Workspace::open(folder.path(), OpenMode::existing),
                      Contains("no sound workspace database"));
    std::filesystem::remove(folder.path("workspace.db"));
    Workspace::open(folder.path(), OpenMode::create).database().run("PRAGMA user_version = 99");
    CHECK_THROWS_WITH(Workspace::open(folder.path(), OpenMode::existing),
                      Contains("newer version of longmen"));
    CHECK_THROWS_WITH(Workspace::open(folder.path(), OpenMode::read_only),
                      Contains("newer version of longmen"));
}

TEST_CASE("workspace: a change that is dropped leaves no trace, a committed one raises the generation") {
    const test::Folder folder;
    const auto workspace = Workspace::open(folder.path(), OpenMode::create);
    {
        Change change{workspace};
        workspace.database().run("INSERT INTO removed VALUES('x', 1)");
    }
    CHECK(workspace.generation() == 0);
    auto count = workspace.database().prepare("SELECT count(*) FROM removed");
    count.step();
    CHECK(count.integer(0) == 0);
    count.reset();
    Change change{workspace};
    change.commit();
    CHECK(workspace.generation() == 1);
}

TEST_CASE("workspace: foreign keys are on and tables strict") {
    const test::Folder folder;
    const auto workspace = Workspace::open(folder.path(), OpenMode::create);
    CHECK_THROWS_AS(workspace.database().run("INSERT INTO alias VALUES('a:CN1', 77)"), DataError);
    CHECK_THROWS_AS(workspace.database().run("INSERT INTO removed VALUES('x', 'not a number')"), DataError);
}

TEST_CASE("workspace: one of an older schema gets the fields that joined the dictionary") {
    const test::Folder folder;
    {
        const auto old = Workspace::open(folder.path(), OpenMode::create);
        old.database().run(
            "ALTER TABLE patent DROP COLUMN pta_days; DROP TABLE asset; DROP TABLE referent; "
            "DROP TABLE expert_score; DROP TABLE expert_sheet; DROP TABLE saved_search; "
            "DROP TABLE watch_record; DROP TABLE watch_change; DROP TABLE watch_look; DROP TABLE watch; "
            "DROP TABLE judged_sample_record; DROP TABLE judged_sample; DROP TABLE judgement; "
            "DROP TABLE reference_record; DROP TABLE reference_set; "
            "ALTER TABLE search_log DROP COLUMN canonical; ALTER TABLE search_log DROP COLUMN scope; "
            "ALTER TABLE search_log DROP COLUMN publications; "
            "INSERT INTO search_log(at, person, query, as_of, generation, hits, families) VALUES('t', "
            "'', 'q', '', 1, 3, 2); "
            "PRAGMA user_version = 3");
    }
    const auto workspace = Workspace::open(folder.path(), OpenMode::read_only);
    auto query = workspace.database().prepare("SELECT pta_days, pte_days, source_ids FROM patent");
    CHECK_FALSE(query.step());
    auto log = workspace.database().prepare("SELECT query, hits, canonical, publications FROM search_log");
    REQUIRE(log.step()); // what was logged before stays
    CHECK(log.text(0) == "q");
    CHECK(log.integer(1) == 3);
    CHECK(log.text(2).empty());
    CHECK(log.is_null(3));
}

TEST_CASE("workspace: a first import that was cut off after its pages went to the file is taken back by "
          "whoever reads") {
    const test::Folder folder;
    { auto made = Workspace::open(folder.path(), OpenMode::create); }
    const auto database = folder.path("workspace.db");
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) { // ends like a killed program, with pages in the file and the old ones in the journal
        detail::Database open{database, 1};
        open.run("PRAGMA cache_size = 2; BEGIN;"
                 "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                 " INSERT INTO meta SELECT 'half ' || i, 'done' FROM n");
        _exit(0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(std::filesystem::file_size(database + "-journal") > 512);
    const auto workspace = Workspace::open(folder.path(), OpenMode::read_only);
    auto left = workspace.database().prepare("SELECT count(*) FROM meta WHERE key LIKE 'half %'");
    REQUIRE(left.step());
    CHECK(left.integer(0) == 0);
}

} // namespace test_workspace
