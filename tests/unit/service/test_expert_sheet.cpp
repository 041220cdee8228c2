// SPDX-License-Identifier: GPL-3.0-or-later
// Forms for experts go in as they are, and what is wrong with a filled one is told by file and row.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/expert_sheet.hpp>
#include <longmen/store/expert_scores.hpp>

namespace test_expert_sheet {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;

namespace {

std::string sheet(const std::string& rows, const std::string& top = "评分人,张三\n评分日期,2026-11-20\n") {
    return "某评估\n" + top +
           "评估规则,gbt-42748\n评估场景,finance\n\n"
           "专利号,专利名称,指标编号,三级指标,评分（0-100）,评分理由,证据\n" +
           rows;
}

const std::string good = "CN201811234567.X,一种密封圈,T1.3,技术效果,85,效果明显,报告1\n"
                         "CN201811234567.X,一种密封圈,T1.1,技术问题重要性,,说不准,\n"
                         "CN201811234567.X,一种密封圈,T4.1,配套技术依存度,,,\n"
                         "CN201220249767.4,一种阀,T1.3,技术效果,７０分,,\n";

} // namespace

TEST_CASE("expert_sheet: a form goes in as it is, empty as it is") {
    SmallWorkspace small;
    for (const auto lang : {Lang::zh, Lang::en}) {
        const auto bytes = service::expert_sheet(
            &small.workspace,
            {models(), "gbt-42748", "finance", std::nullopt, {"201811234567.X", "CN201220249767.4"}}, lang);
        CHECK(bytes.starts_with("PK"));
        const auto imported = import_text(small.workspace, small.folder, "form.xlsx", bytes);
        REQUIRE(imported.tables.size() == 1);
        CHECK(imported.tables[0].table.kind == "expert_scores");
        CHECK(imported.tables[0].table.unknown.empty());
        CHECK(imported.tables[0].counts.rows == 0);
        CHECK(imported.tables[0].counts.rejected == 0);
        CHECK(service::expert_sheet(nullptr, {models(), "gbt-42748", "", std::nullopt, {}}, lang)
                  .starts_with("PK"));
    }
    CHECK_THROWS_AS(
        service::expert_sheet(&small.workspace, {models(), "gbt-42748", "", std::nullopt, {"CN1"}}, Lang::en),
        UsageError);
}

TEST_CASE("expert_sheet: scores, words without a score and rows left empty") {
    SmallWorkspace small;
    const auto imported = import_text(small.workspace, small.folder, "sheet.csv", sheet(good));
    CHECK(imported.tables.at(0).counts.added == 3);
    const auto sheets = store::load_expert_sheets(small.workspace, "gbt-42748");
    REQUIRE(sheets.size() == 2);
    for (const auto& one : sheets) {
        CHECK(one.scorer == "张三");
        CHECK(one.date == "2026-11-20");
        CHECK(one.scenario == "finance");
        for (const auto& score : one.scores) {
            if (score.indicator == "T1.1") {
                CHECK_FALSE(score.score);
                CHECK(score.reason == "说不准");
            } else {
                CHECK(score.score == (one.scores.size() == 2 ? 85.0 : 70.0));
            }
        }
    }
    CHECK(
        import_text(small.workspace, small.folder, "again.csv", sheet(good)).tables.at(0).counts.unchanged ==
        3);
    // Scorer and date may stand in columns, in English, and without a rule.
    import_text(
        small.workspace, small.folder, "columns.csv",
        "Patent number,Indicator id,Score (0-100),Scorer,Date\nCN201811234567.X,T1.3,60,Li,2026-11-21\n");
    CHECK(store::load_expert_sheets(small.workspace, "gbt-42748").size() == 3);
}

TEST_CASE("expert_sheet: one sentence with file and row, and nothing of the sheet goes in") {
    SmallWorkspace small;
    const auto fails = [&](const std::string& text) {
        std::string said;
        try {
            import_text(small.workspace, small.folder, "sheet.csv", text);
        } catch (const DataError& error) {
            said = error.what();
        }
        CHECK(store::load_expert_sheets(small.workspace, "gbt-42748").empty());
        return said;
    };
    CHECK_THAT(fails(sheet(good + "CN201811234567.X,,T5.1,,101,,\n")),
               Contains("sheet.csv:12") && Contains("`101`") && Contains("0 to 100"));
    CHECK_THAT(fails(sheet(good + "CN201811234567.X,,T5.1,,nan,,\n")), Contains("`nan`"));
    CHECK_THAT(fails(sheet(good + "CN201811234567.X,,T5.1,,-1,,\n")), Contains("`-1`"));
    CHECK_THAT(fails(sheet(good + "CN201811234567.X,,T5.9,,50,,\n")),
               Contains("sheet.csv:12") && Contains("`T5.9`") && Contains("L1.1 to E4.3"));
    CHECK_THAT(fails(sheet(good + "CN109999999A,,T5.1,,50,,\n")),
               Contains("sheet.csv:12") && Contains("CN109999999A") && Contains("not in the workspace"));
    CHECK_THAT(fails(sheet(good + ",,T5.1,,50,,\n")),
               Contains("sheet.csv:12") && Contains("no patent number"));
    CHECK_THAT(fails(sheet(good + "第三件,,T5.1,,50,,\n")), Contains("第三件"));
    CHECK_THAT(fails(sheet(good + "CN201811234567.X,,,,50,,\n")), Contains("no id of an indicator"));
    CHECK_THAT(fails(sheet(good + "CN201811234567.X,,T1.3,,50,,\n")), Contains("row 8"));
    CHECK_THAT(fails(sheet(good, "评分人,\n评分日期,2026-11-20\n")), Contains("who scored"));
    CHECK_THAT(fails(sheet(good, "评分人,张三\n评分日期,\n")), Contains("no date"));
    CHECK_THAT(fails(sheet(good, "评分人,张三\n评分日期,十一月\n")), Contains("十一月"));
}

TEST_CASE("expert_sheet: another sheet of the same scorer needs --replace") {
    SmallWorkspace small;
    import_text(small.workspace, small.folder, "sheet.csv", sheet(good));
    const auto other = sheet("CN201811234567.X,,T1.3,,40,,\n");
    CHECK_THROWS_WITH(import_text(small.workspace, small.folder, "later.csv", other),
                      Contains("later.csv:8") && Contains("2026-11-20") && Contains("--replace"));
    auto how = request();
    how.replace_expert_sheets = true;
    CHECK(import_text(small.workspace, small.folder, "later.csv", other, how).tables.at(0).counts.updated ==
          1);
}

} // namespace test_expert_sheet
