// SPDX-License-Identifier: GPL-3.0-or-later
// Filled sheets go in whole or not at all, and what is wrong is told with its row.
#include "judged_sheet.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/text.hpp>

namespace test_judge_take {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;

namespace {

using Cells = std::vector<std::vector<std::string>>;

void fill(Cells& cells, std::size_t row, const char* verdict, const char* judge, const char* date = "",
          const char* note = "") {
    auto& one = cells.at(heading_at + row);
    one[verdict_at] = verdict;
    one[judge_at] = judge;
    one[date_at] = date;
    one[note_at] = note;
}

} // namespace

TEST_CASE("judge_take: round trip through a workbook, words of both languages and keys") {
    Judged judged;
    auto cells = judged.cells(judged.draw("密封圈", 6).sheet);
    CHECK(judged.take(cells).empty == 6);
    fill(cells, 1, "相关", "张三", "2026-11-27", "好");
    fill(cells, 2, "Not relevant", "张三", "2026/11/27");
    fill(cells, 3, "unsure", "张三", "46353"); // the day number of 2026-11-27
    fill(cells, 4, "not_relevant", "张三");
    auto taken = judged.take(cells);
    CHECK(taken.taken == 4);
    CHECK(taken.empty == 2);
    const auto of = [&](std::size_t row) {
        return store::judgement_by(judged.workspace, 1, cells[heading_at + row][0], "张三").value();
    };
    CHECK(of(1).verdict == "relevant");
    CHECK(of(1).note == "好");
    CHECK(of(2).verdict == "not_relevant");
    CHECK(of(2).date == "2026-11-27");
    CHECK(of(3).verdict == "unsure");
    CHECK(of(3).date == "2026-11-27");
    CHECK(of(4).date.empty());
    // More of the same sheet, and a correction.
    fill(cells, 5, "相关", "张三");
    taken = judged.take(cells);
    CHECK(taken.taken == 1);
    CHECK(taken.same == 4);
    fill(cells, 1, "不相关", "张三", "2026-11-28");
    CHECK_THROWS_WITH(judged.take(cells), Contains("filled.xlsx:10") && Contains("--replace"));
    CHECK(judged.take(cells, true).replaced == 1);
    CHECK(of(1).verdict == "not_relevant");
}

TEST_CASE("judge_take: one sentence with the row, and nothing of the sheet is taken") {
    Judged judged;
    auto good = judged.cells(judged.draw("密封圈", 6).sheet);
    fill(good, 1, "相关", "张三");
    const auto fails = [&](auto&& change) {
        auto cells = good;
        change(cells);
        std::string said;
        try {
            judged.take(cells);
        } catch (const DataError& error) {
            said = error.what();
        }
        CHECK(store::judgements_of(judged.workspace, 1).empty());
        return said;
    };
    const auto row = [](Cells& cells) -> std::vector<std::string>& { return cells.at(heading_at + 3); };
    CHECK_THAT(fails([&](Cells& c) { row(c)[0] = "CN109999999A"; }),
               Contains("filled.xlsx:12") && Contains("CN109999999A") && Contains("not in the workspace"));
    CHECK_THAT(fails([&](Cells& c) {
                   row(c)[0] = "CN209999001U";
                   fill(c, 3, "相关", "张三");
               }),
               Contains("filled.xlsx:12") && Contains("not in sample 1"));
    CHECK_THAT(fails([&](Cells& c) {
                   row(c)[0] = "";
                   fill(c, 3, "相关", "张三");
               }),
               Contains("filled.xlsx:12") && Contains("no number"));
    CHECK_THAT(fails([&](Cells& c) { fill(c, 3, "也许", "张三"); }),
               Contains("filled.xlsx:12") && Contains("`也许`") && Contains("not relevant"));
    CHECK_THAT(fails([&](Cells& c) { fill(c, 3, "相关", " "); }),
               Contains("filled.xlsx:12") && Contains("without a judge"));
    CHECK_THAT(fails([&](Cells& c) { fill(c, 3, "相关", "张三", "昨天"); }),
               Contains("filled.xlsx:12") && Contains("`昨天`"));
    CHECK_THAT(fails([&](Cells& c) {
                   row(c)[0] = c.at(heading_at + 1)[0];
                   fill(c, 3, "不相关", "张 三");
               }),
               Contains("filled.xlsx:12") && Contains("in row 10"));
    for (std::size_t line = 1; line <= 5; ++line) { // run, sample, seed, set, generation
        CHECK_THAT(fails([&](Cells& c) { c.at(line)[1] = "99"; }), Contains("no sample of this workspace"));
    }
    CHECK_THAT(fails([&](Cells& c) { c.resize(heading_at); }), Contains("no judging sheet"));
    CHECK(judged.take(good).taken == 1);
    Judged other; // with no sample
    CHECK_THROWS_WITH(other.take(good), Contains("no sample of this workspace"));
}

TEST_CASE("judge_take: lists of numbers as reference sets") {
    Judged judged;
    const auto take = [&](const std::string& text, const std::string& name = "a") {
        std::ofstream{judged.folder.path("list.csv"), std::ios::trunc} << text;
        return service::take_reference(judged.workspace,
                                       {judged.folder.path("list.csv"), name, "李四", "按申请人", "now"},
                                       judged.silent);
    };
    CHECK_THROWS_WITH(take("专利号,名称\nCN200000100U,x\n第二件,y\n"),
                      Contains("list.csv:3") && Contains("no patent number"));
    CHECK_FALSE(store::reference_set(judged.workspace, "a"));
    CHECK_THROWS_AS(take("CN200000100U\n", ""), UsageError);
    const auto taken = take("名称,专利号\nx,CN200000100U\ny,CN200000101U\nz,CN 200000100 U\n");
    CHECK(taken.numbers == 2);
    CHECK(taken.repeated == 1);
    const auto kept = store::reference_set(judged.workspace, "a").value();
    CHECK(kept.numbers == std::vector<std::string>{"CN200000100U", "CN200000101U"});
    CHECK(kept.by == "李四");
    CHECK(kept.checksum.size() == 32);
    CHECK(take("CN200000100U\nCN200000103U\n", "plain").numbers == 2);
    CHECK_THROWS_AS(take("CN200000100U\n"), UsageError); // the name is taken
}

} // namespace test_judge_take
