// SPDX-License-Identifier: GPL-3.0-or-later
// What was searched, and what was saved, stays.
#include "support/workspace.hpp"

#include <longmen/store/detail/sqlite.hpp>
#include <longmen/store/searches.hpp>

#include <catch2/catch.hpp>

namespace test_searches {

using namespace longmen;
using namespace longmen::store;

TEST_CASE("searches: runs are numbered and kept as they were", "[store]") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path("w"), OpenMode::create);
    LoggedSearch run;
    run.at = "2026-11-28T10:00:00";
    run.person = "王五";
    run.query = "液压 密封";
    run.canonical = "液压 AND 密封";
    run.scope = "synonyms";
    run.as_of = "2022-01-01";
    run.hits = 3;
    run.publications = 4;
    run.families = 2;
    CHECK(log_search(workspace, run) == 1);
    run.publications.reset();
    CHECK(log_search(workspace, run) == 2);
    CHECK(workspace.generation() == 0); // nothing derived becomes stale
    const auto runs = logged_searches(workspace);
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].publications == 4);
    CHECK_FALSE(runs[1].publications);
    const auto first = logged_search(workspace, 1);
    REQUIRE(first);
    CHECK(first->query == "液压 密封");
    CHECK(first->canonical == "液压 AND 密封");
    CHECK(first->scope == "synonyms");
    CHECK(first->families == 2);
    CHECK_FALSE(logged_search(workspace, 3));
}

TEST_CASE("searches: the latest under a name counts, the others stay in the history", "[store]") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path("w"), OpenMode::create);
    save_search(workspace, {"乙", "阀", "t1", "甲"});
    save_search(workspace, {"seals", "密封", "t1", "甲"});
    save_search(workspace, {"seals", "密封圈", "t2", "丙"});
    REQUIRE(saved_search(workspace, "seals"));
    CHECK(saved_search(workspace, "seals")->query == "密封圈");
    CHECK(saved_searches(workspace).size() == 2);
    save_search(workspace, {"seals", "", "t3", "丙"});
    CHECK_FALSE(saved_search(workspace, "seals"));
    CHECK(saved_searches(workspace).size() == 1);
    auto query = workspace.database().prepare("SELECT count(*) FROM saved_search WHERE name = 'seals'");
    query.step();
    CHECK(query.integer(0) == 3);
}

TEST_CASE("searches: publications of records", "[store]") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path("w"), OpenMode::create);
    test::import_rows(workspace,
                      {test::patent_row(2, {{Field::pub_no, "CN109876543A"}, {Field::title, "阀"}}),
                       test::patent_row(3, {{Field::pub_no, "CN109876544A"}, {Field::title, "泵"}})});
    CHECK(count_publications(workspace, {1, 2}) == 2);
    CHECK(count_publications(workspace, {2}) == 1);
    CHECK(count_publications(workspace, {}) == 0);
}

} // namespace test_searches
