// SPDX-License-Identifier: GPL-3.0-or-later
// The programme applied through a workspace: exact thresholds, what experts said, the JSON.
#include "small_workspace.hpp"

#include <longmen/service/assess.hpp>

#include <nlohmann/json.hpp>

namespace test_assess {

using namespace longmen;
using namespace longmen::test;

namespace {

service::AssessRequest how() {
    service::AssessRequest request;
    request.models_folder = models();
    return request;
}

} // namespace

TEST_CASE("assess: exactly 5 % and 30 % pass, 4.999 % does not", "[service]") {
    const SmallWorkspace small;
    Progress silent;
    const auto assessed = service::assess_workspace(small.workspace, how(), silent);
    REQUIRE(assessed.assessment.enterprises.size() == 2);
    CHECK(assessed.assessment.year == 2021);
    CHECK(assessed.assessment.enterprises[0].name == "甲公司");
    CHECK(assessed.assessment.enterprises[0].verdict == programme::Verdict::eligible);
    CHECK(assessed.assessment.enterprises[1].verdict == programme::Verdict::not_eligible);
    const auto json = nlohmann::json::parse(service::assess_json(assessed));
    CHECK(json["enterprises"][0]["support_cny"] == 200000);
    CHECK(json["enterprises"][1]["criteria"][0]["gap_cny"] == 100); // 0.01 of 10,000 yuan
    CHECK(json["value_model"]["id"] == "longmen-first");
    const auto sections = service::assess_sections(assessed, Lang::zh);
    CHECK(sections.at(0).table.rows.size() == 2);
}

TEST_CASE("assess: an expert's word replaces the score and is kept with it", "[service]") {
    const SmallWorkspace small;
    std::ofstream{small.folder.path("words.csv")}
        << "企业,评分,专家,日期,理由\n甲公司,88,李工,2022-03-01,实地考察\n";
    auto request = how();
    request.expert_file = small.folder.path("words.csv");
    Progress silent;
    const auto assessed = service::assess_workspace(small.workspace, request, silent);
    REQUIRE(assessed.assessment.enterprises[0].word);
    CHECK(assessed.assessment.enterprises[0].word->by == "李工");
    CHECK(*assessed.assessment.enterprises[0].leap_growth == Approx(88));
}

} // namespace test_assess
