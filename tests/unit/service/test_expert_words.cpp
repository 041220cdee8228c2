// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of what experts said.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/assess.hpp>

namespace test_expert_words {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;

namespace {

std::vector<programme::ExpertWord> read(const std::string& text) {
    const Folder folder;
    std::ofstream{folder.path("w.csv")} << text;
    return service::read_expert_words(folder.path("w.csv"));
}

} // namespace

TEST_CASE("expert_words: both languages", "[service]") {
    const auto words =
        read("enterprise,criterion,state,person,date,reason\nA,LM-3,met,Li,2022-03-01,visited\n");
    REQUIRE(words.size() == 1);
    CHECK(words[0].met == true);
    CHECK(words[0].date == "2022-03-01");
    CHECK(read("企业,条件,结论,专家,理由\n甲,LM-3,不符合,李工,材料不齐\n").at(0).met == false);
    CHECK(read("企业,评分,专家,理由\n甲,88.5,李工,考察\n").at(0).score == Approx(88.5));
}

TEST_CASE("expert_words: mistakes name the row", "[service]") {
    CHECK_THROWS_WITH(read("企业,条件,结论,专家\n"), Contains("reason"));
    CHECK_THROWS_WITH(read("企业,专家,理由,天气\n"), Contains("天气"));
    CHECK_THROWS_WITH(read("企业,条件,结论,专家,理由\n甲,LM-3,也许,李工,x\n"),
                      Contains(":2") && Contains("也许"));
    CHECK_THROWS_WITH(read("企业,评分,专家,理由\n甲,101,李工,x\n"), Contains("0 to 100"));
    CHECK_THROWS_WITH(read("企业,评分,专家,理由\n甲,5,,x\n"), Contains("must be filled in"));
    CHECK_THROWS_WITH(read("企业,评分,专家,理由\n甲,,李工,x\n"), Contains("a state or a score"));
}

} // namespace test_expert_words
