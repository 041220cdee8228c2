// SPDX-License-Identifier: GPL-3.0-or-later
// Corrections by hand survive imports and can be undone.
#include <longmen/base/errors.hpp>
#include <longmen/store/fixes.hpp>
#include <longmen/store/load.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

namespace test_fixes {

using namespace longmen;
using namespace longmen::store;
using test::import_rows;
using test::patent_row;
using test::terms;

namespace {

std::vector<PatentRow> row(const char* title) {
    return {patent_row(
        2, {{Field::app_no, "CN201710601862.3"}, {Field::app_date, "2017-07-21"}, {Field::title, title}})};
}
std::string title_of(const Workspace& workspace) {
    return load_corpus(workspace, terms()).patents.at(0).title;
}

} // namespace

TEST_CASE("fixes: a pinned value survives every later import and comes back by undo") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    import_rows(workspace, row("旧"), Date::from_iso("2018-01-01"));
    const auto made = fix(workspace, "201710601862.3", "title", " 对 ", "与公报核对", "张三", "2022-01-01");
    CHECK(made.former == "旧");
    CHECK(title_of(workspace) == "对");
    CHECK(import_rows(workspace, row("新"), Date::from_iso("2020-01-01")).updated == 0);
    CHECK(title_of(workspace) == "对");
    const auto undone = undo_fix(workspace, "CN201710601862.3", "title", "2022-02-02");
    CHECK(undone.undone_at == "2022-02-02");
    CHECK(title_of(workspace) == "新"); // the newest of the imports, also of those made while it was pinned
    CHECK(import_rows(workspace, row("更新"), Date::from_iso("2021-01-01")).updated == 1);
    CHECK(title_of(workspace) == "更新");
    CHECK(list_fixes(workspace).size() == 1);
    CHECK_THROWS_AS(undo_fix(workspace, "CN201710601862.3", "title", "x"), UsageError);
}

TEST_CASE("fixes: a value no import gave is emptied by undo and filled by the next import") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    import_rows(workspace, row("甲"));
    fix(workspace, "CN201710601862.3", "n_claims", "7", "数过", "李四", "t");
    CHECK(load_corpus(workspace, terms()).patents.at(0).n_claims == 7);
    undo_fix(workspace, "CN201710601862.3", "n_claims", "t");
    CHECK_FALSE(load_corpus(workspace, terms()).patents.at(0).n_claims);
    auto rows = row("甲");
    rows[0].values.push_back({Field::n_claims, "9", 0});
    import_rows(workspace, rows);
    CHECK(load_corpus(workspace, terms()).patents.at(0).n_claims == 9);
}

TEST_CASE("fixes: wrong field, value, subject or no reason is refused in words") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    import_rows(workspace, row("甲"));
    const auto attempt = [&](const char* who, const char* field, const char* value, const char* reason) {
        fix(workspace, who, field, value, reason, "", "");
    };
    using Catch::Matchers::Contains;
    CHECK_THROWS_WITH(attempt("CN201710601862.3", "titel", "x", "r"),
                      Contains("there are:") && Contains("title"));
    CHECK_THROWS_WITH(attempt("CN201710601862.3", "pub_no", "CN109876543A", "r"),
                      Contains("no field that can be corrected"));
    CHECK_THROWS_WITH(attempt("CN201710601862.3", "app_date", "2021-02-30", "r"), Contains("a date"));
    CHECK_THROWS_WITH(attempt("CN201710601862.3", "n_claims", "-1", "r"), Contains("whole number"));
    CHECK_THROWS_WITH(attempt("CN201710601862.3", "status", "gone", "r"), Contains("a state"));
    CHECK_THROWS_WITH(attempt("没有的公司", "name", "x", "r"),
                      Contains("neither a number nor an enterprise"));
    CHECK_THROWS_WITH(attempt("CN201710601862.3", "title", "x", " "), Contains("reason"));
    CHECK(list_fixes(workspace).empty());
}

} // namespace test_fixes
