// SPDX-License-Identifier: GPL-3.0-or-later
// Frozen books do not move; two of them differ by what changed.
#include <longmen/base/errors.hpp>
#include <longmen/store/books.hpp>
#include <longmen/store/fixes.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

namespace test_books {

using namespace longmen;
using namespace longmen::store;
using test::import_rows;
using test::patent_row;

TEST_CASE("books: what is frozen stays; added, gone and changed are told apart") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    import_rows(workspace, {patent_row(2, {{Field::app_no, "CN95115608.X"},
                                           {Field::app_date, "1995-09-01"},
                                           {Field::title, "甲"}}),
                            patent_row(3, {{Field::app_no, "CN201710601862.3"},
                                           {Field::app_date, "2017-07-21"},
                                           {Field::title, "乙"}})});
    const auto early = freeze_book(workspace, "1999年末", *Date::from_iso("1999-12-31"), "", "某人", "t");
    CHECK(early.patents == 1);
    const auto late = freeze_book(workspace, "2017年末", *Date::from_iso("2017-12-31"), "备注", "某人", "t");
    CHECK(late.patents == 2);
    CHECK(late.note == "备注");
    const auto between = compare_books(workspace, "1999年末", "2017年末");
    REQUIRE(between.size() == 1);
    CHECK(between[0].change == "added");
    CHECK(between[0].name == "CN201710601862.3");
    CHECK(compare_books(workspace, "2017年末", "1999年末").at(0).change == "gone");
    CHECK(compare_books(workspace, "2017年末", "").empty());
    fix(workspace, "CN95115608.X", "title", "丙", "r", "p", "t");
    const auto changed = compare_books(workspace, "2017年末", "");
    REQUIRE(changed.size() == 1);
    CHECK(changed[0].field == "title");
    CHECK(changed[0].before == "甲");
    CHECK(changed[0].after == "丙");
    CHECK_THROWS_WITH(freeze_book(workspace, "2017年末", Date{}, "", "", ""),
                      Catch::Matchers::Contains("never changes"));
    CHECK_THROWS_WITH(compare_books(workspace, "没有", ""), Catch::Matchers::Contains("1999年末, 2017年末"));
}

TEST_CASE("books: sheets of experts are frozen with the records they are on") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path("w"), OpenMode::create);
    import_rows(workspace,
                {patent_row(1, {{Field::app_no, "CN201811234567.X"}, {Field::app_date, "2018-10-22"}}),
                 patent_row(2, {{Field::app_no, "CN201220249767.4"}, {Field::app_date, "2012-05-30"}})});
    const auto take = [&](const std::string& number, const std::string& score, const std::string& date) {
        ImportSession session(
            workspace, {"sheet.xlsx", "sum" + score, std::nullopt, "tester", "2026-11-28T00:00:00Z", true});
        session.begin_table();
        ExpertScoreRow row;
        row.row = 9;
        row.number = number;
        row.rule = "gbt-42748";
        row.indicator = "T1.3";
        row.scorer = "甲";
        row.date = date;
        row.score = score;
        row.reason = "理由";
        session.expert_score(row);
        session.end_table({"", "expert_scores", "expert_scores", {}, {}});
        session.commit();
    };
    take("CN201811234567.X", "70", "2026-11-01");
    take("CN201220249767.4", "50", "2026-11-20");
    // Of the two sheets one is later than the book; with the records of 2012 alone, none is left of the
    // other.
    CHECK(freeze_book(workspace, "十一月初", *Date::from_iso("2026-11-05"), "", "", "t").sheets == 1);
    CHECK(freeze_book(workspace, "十一月末", *Date::from_iso("2026-11-30"), "", "", "t").sheets == 2);
    CHECK(freeze_book(workspace, "2015", *Date::from_iso("2015-12-31"), "", "", "t").sheets == 0);
    const auto between = compare_books(workspace, "十一月初", "十一月末");
    REQUIRE(between.size() == 1);
    CHECK(between[0].change == "added");
    CHECK(between[0].subject == "expert_sheet");
    CHECK(between[0].name == "CN201220249767.4 gbt-42748 甲");
    // A sheet that takes the place of another does not touch what is frozen.
    take("CN201811234567.X", "90", "2026-11-01");
    const auto early = freeze_book(workspace, "改后", *Date::from_iso("2026-11-30"), "", "", "t");
    CHECK(early.sheets == 2);
    const auto changed = compare_books(workspace, "十一月末", "改后");
    REQUIRE(changed.size() == 1);
    CHECK(changed[0].field == "T1.3");
    CHECK(changed[0].before == "70");
    CHECK(changed[0].after == "90");
}

} // namespace test_books
