// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets of experts: whole or not at all, one a scorer, the same twice changes nothing.
#include "support/workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/store/expert_scores.hpp>
#include <longmen/store/lookup.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

namespace test_expert_scores {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;

namespace {

ExpertScoreRow row(std::uint64_t at, const std::string& number, const std::string& indicator,
                   const std::string& scorer, std::optional<std::string> score,
                   const std::string& date = "2026-11-01") {
    ExpertScoreRow result;
    result.row = at;
    result.number = number;
    result.rule = "gbt-42748";
    result.indicator = indicator;
    result.scorer = scorer;
    result.date = date;
    result.score = std::move(score);
    result.reason = "理由";
    return result;
}

store::ImportCounts take(store::Workspace& workspace, const std::vector<ExpertScoreRow>& rows,
                         bool replace = false) {
    store::ImportSession session(
        workspace, {"folder/sheet.xlsx", "sum", std::nullopt, "tester", "2026-11-28T00:00:00Z", replace});
    session.begin_table();
    for (const auto& one : rows) {
        session.expert_score(one);
    }
    session.end_table({"", "expert_scores", "expert_scores", {}, {}});
    return session.commit().at(0);
}

struct Two {
    Folder folder;
    store::Workspace workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    Two() {
        import_rows(workspace, {patent_row(1, {{Field::app_no, "CN201811234567.X"}}),
                                patent_row(2, {{Field::app_no, "CN201220249767.4"}})});
    }
    [[nodiscard]] std::vector<store::ExpertSheet> sheets() const {
        return store::load_expert_sheets(workspace, "gbt-42748");
    }
};

const std::string first = "CN201811234567.X", second = "CN201220249767.4";

} // namespace

TEST_CASE("expert_scores: what a sheet says is kept, with file and row") {
    Two two;
    const auto counts =
        take(two.workspace, {row(9, first, "T1.3", "甲", "85.5"), row(8, first, "T1.1", "甲", std::nullopt),
                             row(10, second, "T1.3", "甲", "0")});
    CHECK(counts.rows == 3);
    CHECK(counts.added == 3);
    const auto sheets = two.sheets();
    REQUIRE(sheets.size() == 2);
    CHECK(sheets[0].scorer == "甲");
    CHECK(sheets[0].file == "sheet.xlsx");
    REQUIRE(sheets[0].scores.size() == 2);
    CHECK(sheets[0].scores[0].indicator == "T1.1");
    CHECK_FALSE(sheets[0].scores[0].score);
    CHECK(sheets[0].scores[1].score == 85.5);
    CHECK(sheets[0].scores[1].row == 9);
    CHECK(sheets[1].scores.at(0).score == 0.0);
    CHECK(store::load_expert_sheets(two.workspace, "other-rule").empty());
}

TEST_CASE("expert_scores: the same again, in any order, changes nothing") {
    Two two;
    std::vector<ExpertScoreRow> rows{row(8, first, "T1.1", "甲", "70"), row(9, first, "T1.3", "甲", "80"),
                                     row(10, second, "T1.3", "乙", "60")};
    take(two.workspace, rows);
    const auto generation = two.workspace.generation();
    std::ranges::reverse(rows);
    const auto counts = take(two.workspace, rows);
    CHECK(counts.unchanged == 3);
    CHECK(counts.added == 0);
    CHECK(two.workspace.generation() == generation);
}

TEST_CASE("expert_scores: another sheet of a scorer needs to be asked for") {
    Two two;
    take(two.workspace, {row(8, first, "T1.1", "张 三", "70"), row(9, first, "T1.3", "张 三", "80")});
    const std::vector<ExpertScoreRow> later{row(8, first, "T1.1", "张三", "40", "2026-11-05")};
    CHECK_THROWS_WITH(take(two.workspace, later), Contains("sheet.xlsx:8") && Contains("--replace"));
    CHECK(two.sheets().at(0).scores.size() == 2);
    const auto counts = take(two.workspace, later, true);
    CHECK(counts.updated == 1);
    REQUIRE(two.sheets().size() == 1);
    CHECK(two.sheets()[0].date == "2026-11-05");
    REQUIRE(two.sheets()[0].scores.size() == 1);
    CHECK(two.sheets()[0].scores[0].score == 40.0);
    CHECK(take(two.workspace, later).unchanged == 1);
}

TEST_CASE("expert_scores: nothing of a sheet goes in when a row is wrong") {
    Two two;
    const auto good = row(8, first, "T1.1", "甲", "70");
    CHECK_THROWS_WITH(take(two.workspace, {good, row(9, "CN201110314278.2", "T1.1", "甲", "70")}),
                      Contains("sheet.xlsx:9") && Contains("CN201110314278.2") &&
                          Contains("not in the workspace"));
    CHECK_THROWS_WITH(take(two.workspace, {good, row(9, first, "T1.1", "甲", "75")}),
                      Contains("sheet.xlsx:9") && Contains("row 8"));
    CHECK_THROWS_WITH(take(two.workspace, {good, row(9, first, "T1.3", "甲", "75", "2026-11-02")}),
                      Contains("sheet.xlsx:9") && Contains("two days"));
    CHECK(two.sheets().empty());
    CHECK(take(two.workspace, {good}).added == 1);
}

TEST_CASE("expert_scores: sheets follow records that become one") {
    for (const bool turned : {false, true}) {
        Folder folder;
        auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
        import_rows(workspace, {patent_row(1, {{Field::app_no, "CN201811234567.X"}}),
                                patent_row(2, {{Field::pub_no, "CN109476786A"}})});
        std::vector<std::vector<ExpertScoreRow>> files{
            {row(8, "CN201811234567.X", "T1.1", "甲", "70", "2026-11-01")},
            {row(8, "CN109476786A", "T1.1", "甲", "40", "2026-11-09"),
             row(9, "CN109476786A", "T1.1", "乙", "50")}};
        if (turned) {
            std::ranges::reverse(files);
        }
        for (const auto& file : files) {
            take(workspace, file);
        }
        import_rows(workspace,
                    {patent_row(1, {{Field::app_no, "CN201811234567.X"}, {Field::pub_no, "CN109476786A"}})});
        const auto sheets = store::load_expert_sheets(workspace, "gbt-42748");
        REQUIRE(sheets.size() == 2);
        CHECK(sheets[0].patent == store::find_patent(workspace, "CN109476786A"));
        CHECK(sheets[1].patent == sheets[0].patent);
        const auto by_first = std::ranges::find(sheets, "甲", &store::ExpertSheet::scorer);
        CHECK(by_first->date == "2026-11-09"); // the later of two by one scorer
        CHECK(by_first->scores.at(0).score == 40.0);
    }
}

} // namespace test_expert_scores
