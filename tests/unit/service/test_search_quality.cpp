// SPDX-License-Identifier: GPL-3.0-or-later
// What a navigation report tells of the searches behind it.
#include "judged_sheet.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/judge_report.hpp>
#include <longmen/service/navigate.hpp>
#include <longmen/service/search_quality.hpp>

namespace test_search_quality {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;

namespace {

std::string page(Judged& judged, Lang lang, std::vector<service::QualityChoice> searches = {}) {
    service::NavigateRequest request;
    request.models_folder = models();
    request.lang = lang;
    request.searches = std::move(searches);
    return service::navigate(judged.workspace, request, judged.silent);
}

void take_reference(Judged& judged) {
    std::ofstream{judged.folder.path("list.csv"), std::ios::binary}
        << "CN200000100U\nCN200000101U\nCN209999001U\nCN206666666U\n";
    service::ReferenceRequest request;
    request.file = judged.folder.path("list.csv");
    request.name = "firm";
    request.by = "李四";
    request.how = "按申请人";
    request.at = "2026-11-28T02:00:00Z";
    (void)service::take_reference(judged.workspace, request, judged.silent);
}

} // namespace

TEST_CASE("search_quality: runs as they are written, with a reference set or without", "[service]") {
    CHECK(service::read_quality_choice("#3").run == 3);
    CHECK(service::read_quality_choice("#3").reference.empty());
    CHECK(service::read_quality_choice("#12:甲 乙").reference == "甲 乙");
    for (const auto* wrong : {"3", "#", "#x", "@seals", "#3:", ":firm", ""}) {
        CHECK_THROWS_AS(service::read_quality_choice(wrong), UsageError);
    }
}

TEST_CASE("search_quality: nothing judged is one sentence in the data chapter", "[service]") {
    Judged judged(3);
    CHECK_THAT(page(judged, Lang::zh), Contains("检索质量") && Contains("未经抽样判读"));
    CHECK_THAT(page(judged, Lang::en), Contains("were not judged by sample"));
    (void)judged.draw("密封圈", 3); // drawn, nothing judged yet: the same
    CHECK_THAT(page(judged, Lang::en), Contains("were not judged by sample"));
    CHECK_THROWS_AS(page(judged, Lang::en, {{9, ""}}), UsageError);
    CHECK_THROWS_AS(page(judged, Lang::en, {{1, "none"}}), UsageError);
    // Asked for, it is told as far as it goes.
    CHECK_THAT(page(judged, Lang::en, {{1, ""}}),
               Contains("0 records were judged") && Contains("3 are not judged"));
}

TEST_CASE("search_quality: the figures are those of the judging report", "[service]") {
    Judged judged;
    const auto cells = judged.cells(judged.draw("密封圈", 30).sheet);
    judge(judged, cells, "rrrrrrrrrnuu", "Li");
    judge(judged, cells, "rrrrrrrrnnuu", "Wang");
    take_reference(judged);
    const auto quality = service::search_quality(judged.workspace, {{1, "firm"}}, models(), judged.silent);
    const auto report = service::judge_report(judged.workspace, {models(), 1, "firm"}, judged.silent);
    REQUIRE(quality.searches.size() == 1);
    const auto& search = quality.searches[0];
    CHECK(search.query == "密封圈");
    CHECK(search.found == 30);
    REQUIRE(search.precision);
    CHECK(search.precision->hits == report.precision.hits);
    CHECK(search.precision->of == report.precision.of);
    CHECK(search.precision->low == report.precision.interval.low);
    CHECK(search.precision->high == report.precision.interval.high);
    CHECK(search.left == 18);
    REQUIRE(search.agreements.size() == 1);
    CHECK(search.agreements[0].kappa == report.pairs[0].agreement.value().kappa.value());
    REQUIRE(search.reference);
    CHECK(search.reference->recall.hits == 2);
    CHECK(search.reference->recall.of == 3);
    CHECK(search.reference->absent == 1);
    CHECK(quality.rules_date == "2026-11-28");

    const auto zh = page(judged, Lang::zh, {{1, "firm"}});
    CHECK_THAT(zh, Contains("检索的查准率与查全率") && Contains("由李四建立，方法为“按申请人”") &&
                       Contains("共同判读 12 件") && Contains("样本不足，仅供参考") && Contains("0.6667"));
    CHECK(zh == page(judged, Lang::zh, {{1, "firm"}}));
    const auto en = page(judged, Lang::en); // all that were judged, without a reference set
    CHECK_THAT(en, Contains("95 % interval") && Contains("its recall has not been assessed") &&
                       Contains("Judges: Li, Wang") && Contains("of 2026-11-28"));
}

} // namespace test_search_quality
