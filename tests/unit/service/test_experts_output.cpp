// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets of experts counted by rule.
#include "small_workspace.hpp"

#include <longmen/programme/evaluation_rule.hpp>
#include <longmen/service/experts_output.hpp>
#include <longmen/service/status.hpp>

#include <nlohmann/json.hpp>

namespace test_experts_output {

using namespace longmen;
using namespace longmen::test;

TEST_CASE("experts output: sheets by rule, whole ones and others", "[service]") {
    SmallWorkspace small;
    CHECK(service::take_status(small.workspace, {models(), {}, 10, 20}).experts.empty());
    const auto rule = programme::load_evaluation_rule(models(), "gbt-42748");
    std::string whole = "评分人,甲\n评分日期,2026-11-03\n专利号,指标编号,评分,评分理由\n";
    for (const auto& indicator : rule.indicators) {
        whole += "CN201811234567.X," + indicator.id + ",60,理由\n";
    }
    import_text(small.workspace, small.folder, "1.csv", whole);
    import_text(
        small.workspace, small.folder, "2.csv",
        "评分人,乙\n评分日期,2026-11-01\n专利号,指标编号,评分,评分理由\nCN201811234567.X,T1.3,80,理由\n");
    const auto status = service::take_status(small.workspace, {models(), {}, 10, 20});
    REQUIRE(status.experts.size() == 1);
    const auto& tally = status.experts[0];
    CHECK(tally.rule == "gbt-42748");
    CHECK(tally.sheets == 2);
    CHECK(tally.scorers == 2);
    CHECK(tally.patents == 1);
    CHECK(tally.first == "2026-11-01");
    CHECK(tally.last == "2026-11-03");
    CHECK(tally.incomplete == 1);       // the sheet with one score
    CHECK(tally.short_of_scorers == 1); // two of three
    const auto json = nlohmann::json::parse(service::status_json(status));
    CHECK(json["experts"][0]["sheets"] == 2);
    CHECK(json["experts"][0]["incomplete"] == 1);
    // Of a rule that is not at hand it is not known what is whole.
    const auto other = service::tally_experts(small.workspace, small.folder.path("no-models"));
    REQUIRE(other.size() == 1);
    CHECK_FALSE(other[0].incomplete);
    CHECK_FALSE(other[0].short_of_scorers);
}

} // namespace test_experts_output
