// SPDX-License-Identifier: GPL-3.0-or-later
// Precision, recall and agreement against hand counts.
#include "judged_sheet.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/judge_report.hpp>

#include <nlohmann/json.hpp>

#include <cmath>

namespace test_judge_report {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;
using Outcome = service::JudgedShare::Outcome;

namespace {

service::JudgeReport report_of(Judged& judged, const std::string& reference = "", std::int64_t run = 1) {
    return service::judge_report(judged.workspace, {models(), run, reference}, judged.silent);
}

/// Wilson's interval as it is written in books, z of 95 %.
void check_wilson(const service::JudgedShare& share) {
    const double z = 1.959963984540054;
    const auto n = static_cast<double>(share.of);
    const double p = static_cast<double>(share.hits) / n;
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    CHECK(share.interval.low == Approx(middle - half));
    CHECK(share.interval.high == Approx(middle + half));
}

std::string lines(const service::JudgeReport& report, Lang lang) {
    std::string text;
    const auto sections = service::judge_sections(report, lang);
    for (const auto& line : sections.at(0).lines) {
        text += line + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("judge_report: precision by hand, unsure apart, pass, warn and fail, small samples told") {
    Judged judged;
    const auto cells = judged.cells(judged.draw("密封圈", 30).sheet);
    auto report = report_of(judged);
    CHECK_FALSE(report.precision.value.defined());
    CHECK(service::outcome_key(report.precision.outcome).empty());
    CHECK(std::holds_alternative<std::monostate>(service::judge_table(report, Lang::en).rows.at(0).at(2)));

    judge(judged, cells, "rrrrrrrrrnuu", "Li"); // 9 of 10
    report = report_of(judged);
    CHECK(report.precision.hits == 9);
    CHECK(report.precision.of == 10);
    CHECK(report.unsure == 2);
    CHECK(report.precision.size == 12);
    CHECK(report.drawn == 30);
    CHECK(report.precision.outcome == Outcome::pass);
    CHECK_FALSE(report.precision.enough());
    check_wilson(report.precision);
    CHECK_THAT(lines(report, Lang::en), Contains("0.9000 (9/10)") && Contains("pass (") &&
                                            Contains("too small: 30 must be judged, 12 are") &&
                                            Contains("18 not judged yet") && Contains("gives no figure"));
    CHECK_THAT(lines(report, Lang::zh), Contains("样本不足") && Contains("没有规定数值"));

    judge(judged, cells, "rrrrrrrrrnuurrrrrrrrrrnnnrrrrr", "Li"); // 24 of 28
    report = report_of(judged);
    CHECK(report.precision.hits == 24);
    CHECK(report.precision.of == 28);
    CHECK(report.precision.enough());
    CHECK(report.precision.outcome == Outcome::warn);
    check_wilson(report.precision);
    judge(judged, cells, "nnnn", "Li"); // 20 of 28
    CHECK(report_of(judged).precision.outcome == Outcome::fail);
    const auto json = nlohmann::json::parse(service::judge_json(report_of(judged)));
    CHECK(json["precision"]["outcome"] == "fail");
    CHECK(json["precision"]["hits"] == 20);
    CHECK(json["recall"].is_null());
    CHECK(json["left"] == 0);
}

TEST_CASE("judge_report: several judges, a record once, the majority, kappa of each pair") {
    Judged judged;
    const auto cells = judged.cells(judged.draw("密封圈", 6).sheet);
    judge(judged, cells, "rrnnur", "A");
    judge(judged, cells, "rnnru-", "B");
    const auto two = report_of(judged);
    // 1 relevant, 2 split, 3 not relevant, 4 split, 5 unsure, 6 relevant by A alone
    CHECK(two.precision.hits == 2);
    CHECK(two.precision.of == 3);
    CHECK(two.unsure == 3);
    CHECK(two.split == 2);
    CHECK(two.precision.size == 6);
    REQUIRE(two.pairs.size() == 1);
    const auto& agreement = two.pairs[0].agreement.value();
    CHECK(agreement.both == 5);
    CHECK(agreement.observed == Approx(0.6));
    // by chance 2/5 x 2/5 + 2/5 x 2/5 + 1/5 x 1/5 = 0.36
    CHECK(agreement.kappa.value() == Approx((0.6 - 0.36) / (1 - 0.36)));
    judge(judged, cells, "-r", "C");
    const auto three = report_of(judged);
    CHECK(three.precision.hits == 3); // two of three for the second
    CHECK(three.judges == std::vector<std::string>{"A", "B", "C"});
    CHECK(three.pairs.size() == 3);
    CHECK_THAT(lines(three, Lang::en), Contains("Cohen's kappa 0.3750") && Contains("A and C both judged 1"));
}

TEST_CASE("judge_report: recall of what the workspace holds, the rest apart") {
    Judged judged;
    judged.draw("密封圈", 5);
    const auto take = [&](const std::string& text, const std::string& name) {
        std::ofstream{judged.folder.path("list.csv"), std::ios::trunc} << text;
        const auto taken = service::take_reference(
            judged.workspace, {judged.folder.path("list.csv"), name, "李四", "按申请人", "now"},
            judged.silent);
        CHECK(taken.numbers > 0);
    };
    take("CN200000100U\nCN200000101U\nCN200000102U\nCN209999001U\nCN109999999A\n", "a");
    const auto report = report_of(judged, "a");
    REQUIRE(report.recall);
    CHECK(report.recall->numbers == 5);
    CHECK(report.recall->share.hits == 3);
    CHECK(report.recall->share.of == 4);
    CHECK(report.recall->share.outcome == Outcome::fail);
    CHECK(report.recall->share.smallest == 2); // 5 % of 30, upwards
    CHECK(report.recall->share.enough());
    CHECK(report.recall->missed == std::vector<std::string>{"CN209999001U"});
    CHECK(report.recall->not_held == std::vector<std::string>{"CN109999999A"});
    check_wilson(report.recall->share);
    CHECK_THAT(lines(report, Lang::en), Contains("0.7500 (3/4)") &&
                                            Contains("1 of them are not in the workspace") &&
                                            Contains("Missed: CN209999001U") && Contains("李四: 按申请人"));
    const auto table = service::judge_table(report, Lang::en);
    REQUIRE(table.rows.size() == 2);
    CHECK(std::get<std::string>(table.rows[1].back()) == "fail");
    take("CN109999999A\n", "absent");
    CHECK_FALSE(report_of(judged, "absent").recall->share.value.defined());
    CHECK_THROWS_WITH(report_of(judged, "b"), Contains("`b`") && Contains("a, absent"));
}

TEST_CASE("judge_report: no such run; a run without a sample") {
    Judged judged;
    CHECK_THROWS_AS(report_of(judged), UsageError);
    service::SearchRequest search;
    search.models_folder = models();
    search.query = "阀";
    CHECK(service::search_workspace(judged.workspace, search, judged.silent).run == 1);
    CHECK_THROWS_WITH(report_of(judged), Contains("has no sample yet"));
}

} // namespace test_judge_report
