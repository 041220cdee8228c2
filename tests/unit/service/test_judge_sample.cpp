// SPDX-License-Identifier: GPL-3.0-or-later
// Samples of all a search finds: the same ones for the same seed, with what a judge needs to see.
#include "judged_sheet.hpp"

#include <longmen/base/errors.hpp>

#include <algorithm>
#include <set>

namespace test_judge_sample {

using namespace longmen;
using namespace longmen::test;

TEST_CASE("judge_sample: numbers of runs") {
    CHECK(service::run_number("#3") == 3);
    CHECK_FALSE(service::run_number("3"));
    CHECK_FALSE(service::run_number("#"));
    CHECK_FALSE(service::run_number("#0"));
    CHECK_FALSE(service::run_number("#3 NOT 阀"));
}

TEST_CASE("judge_sample: from the whole set, each record once, whatever the order of imports") {
    Judged judged;
    const auto drawn = judged.draw("密封圈", 25);
    CHECK(drawn.run.id == 1);
    CHECK(drawn.sample.set_size == 30);
    CHECK(drawn.sample.numbers.size() == 25);
    CHECK(drawn.smallest == 30);
    CHECK_FALSE(drawn.changed);
    CHECK(std::set<std::string>{drawn.sample.numbers.begin(), drawn.sample.numbers.end()}.size() == 25);
    const auto again = judged.draw("#1", 25);
    CHECK(again.sample.id == drawn.sample.id);
    CHECK(again.sheet == drawn.sheet);
    CHECK(judged.draw("#1", 25, 8).sample.numbers != drawn.sample.numbers);
    CHECK(judged.draw("#1", std::nullopt).sample.numbers.size() == 30);
    CHECK(Judged{30, true}.draw("密封圈", 25).sample.numbers == drawn.sample.numbers);
}

TEST_CASE("judge_sample: the sheet says what it is of and shows the records in the order drawn") {
    Judged judged;
    for (const auto lang : {Lang::zh, Lang::en}) {
        const auto drawn = judged.draw("密封圈", 5, 7, lang);
        const auto cells = judged.cells(drawn.sheet);
        REQUIRE(cells.size() == heading_at + 1 + 5);
        CHECK(cells[1][1] == "#" + std::to_string(drawn.run.id));
        CHECK(cells[2][1] == std::to_string(drawn.sample.id));
        CHECK(cells[3][1] == "7");
        CHECK(cells[4][1] == "30");
        CHECK(cells[5][1] == std::to_string(judged.workspace.generation()));
        for (std::size_t i = 0; i < 5; ++i) {
            const auto& row = cells[heading_at + 1 + i];
            CHECK(row[0] == drawn.sample.numbers[i]);
            CHECK(row[1] == "一种密封圈" + row[0].substr(8, 3));
            CHECK(row[2] == "密封。");
            CHECK(row[3] == "甲公司");
            CHECK(row[verdict_at].empty());
        }
    }
}

TEST_CASE("judge_sample: nothing found, no such run, a sample of none; data that have changed are told") {
    Judged judged;
    CHECK_THROWS_AS(judged.draw("#9", 5), UsageError);
    CHECK_THROWS_AS(judged.draw("量子引力波", 5), UsageError);
    CHECK_THROWS_AS(judged.draw("密封圈", 0), UsageError);
    judged.draw("密封圈", 5);
    import_text(judged.workspace, judged.folder, "more.csv",
                "公开号,名称,申请日\nCN200000777U,一种密封圈,2019-01-01\n");
    const auto runs = store::logged_searches(judged.workspace);
    const auto drawn = judged.draw("#" + std::to_string(runs.back().id), 5);
    CHECK(drawn.changed);
    CHECK(drawn.sample.set_size == 31);
}

} // namespace test_judge_sample
