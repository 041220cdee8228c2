// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluations of a small workspace: what the data tell, what experts say, and when.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/evaluate.hpp>

#include <nlohmann/json.hpp>

namespace test_evaluate {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;
using programme::EvaluationState;
using programme::ScoreOrigin;

namespace {

service::EvaluateRequest asked(const std::string& scenario, std::vector<std::string> numbers = {}) {
    service::EvaluateRequest request;
    request.models_folder = models();
    request.scenario = scenario;
    request.numbers = std::move(numbers);
    return request;
}

std::string scored_by(const std::string& scorer, const std::string& date, int score) {
    return "评分人," + scorer + "\n评分日期," + date +
           "\n专利号,指标编号,评分,评分理由\nCN201811234567.X,T1.3," + std::to_string(score) + ",甲报告\n";
}

const programme::IndicatorScore& indicator(const service::EvaluationList& list, std::string_view id) {
    return list.patents.at(0).scenarios.at(0).indicators.at(*list.rule.indicator(id));
}

} // namespace

TEST_CASE("evaluate: data, stand-ins and what is missing") {
    SmallWorkspace small;
    const auto list = service::evaluate_workspace(small.workspace, asked("other", {"CN201811234567.X"}));
    REQUIRE(list.patents.size() == 1);
    CHECK(indicator(list, "L1.1").origin == ScoreOrigin::data);
    CHECK(indicator(list, "L1.1").score == 100);
    CHECK(indicator(list, "T3.1").score == 30); // one subclass
    CHECK(indicator(list, "T1.3").origin == ScoreOrigin::missing);
    // No event of the patent is on record: not none, but not known.
    CHECK(indicator(list, "E4.1").origin == ScoreOrigin::missing);
    const auto& result = list.patents[0].scenarios[0];
    CHECK(result.state == EvaluationState::evaluated);
    CHECK(result.covered() > 0);
    CHECK(result.covered() < 1);
    CHECK_FALSE(result.provisional);
    CHECK(*result.low.total < *result.levels.total);
    CHECK(*result.levels.total < *result.high.total);
}

TEST_CASE("evaluate: events count as none only where others are on record") {
    SmallWorkspace small;
    import_text(
        small.workspace, small.folder, "events.csv",
        "申请号,事件代码,事件日期\nCN201811234567.X,GR01,2020-01-01\nCN201811234567.X,PE01,2021-05-01\n"
        "CN201811234567.X,TR01,2022-06-01\n");
    const auto list = service::evaluate_workspace(small.workspace, asked("other", {"CN201811234567.X"}));
    CHECK(indicator(list, "E4.1").score == 30); // the transfer is later than the cut-off date
    CHECK(indicator(list, "E4.2").score == 70);
    CHECK(indicator(list, "E4.3").origin == ScoreOrigin::proxy);
    CHECK(indicator(list, "L1.3").score == 70);
}

TEST_CASE("evaluate: experts take the place of the data, three of them make it firm") {
    SmallWorkspace small;
    import_text(small.workspace, small.folder, "1.csv", scored_by("甲", "2026-11-01", 60));
    import_text(small.workspace, small.folder, "2.csv", scored_by("乙", "2026-11-02", 80));
    auto list = service::evaluate_workspace(small.workspace, asked("other", {"CN201811234567.X"}));
    CHECK(list.sheets == 2);
    CHECK(indicator(list, "T1.3").origin == ScoreOrigin::provisional);
    CHECK(list.patents[0].scenarios[0].provisional);
    import_text(small.workspace, small.folder, "3.csv", scored_by("丙", "2026-11-03", 100));
    list = service::evaluate_workspace(small.workspace, asked("other", {"CN201811234567.X"}));
    CHECK(indicator(list, "T1.3").origin == ScoreOrigin::expert);
    CHECK(indicator(list, "T1.3").score == 80);
    CHECK(list.patents[0].scenarios[0].spread.scorers == 3);
    // As of a day before some of them.
    auto then = asked("other", {"CN201811234567.X"});
    then.as_of = Date::from_ymd(2026, 11, 2);
    list = service::evaluate_workspace(small.workspace, then);
    CHECK(list.later_sheets == 1);
    CHECK(indicator(list, "T1.3").score == 70);
}

TEST_CASE("evaluate: the order in which sheets came changes no byte") {
    std::vector<std::string> sheets{scored_by("甲", "2026-11-01", 61), scored_by("乙", "2026-11-02", 83),
                                    scored_by("丙", "2026-11-03", 97)};
    std::string before;
    for (int round = 0; round < 3; ++round) {
        SmallWorkspace small;
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            import_text(small.workspace, small.folder, "s.csv",
                        sheets[(i + static_cast<std::size_t>(round)) % 3]);
        }
        const auto list = service::evaluate_workspace(small.workspace,
                                                      asked("all", {"CN201811234567.X", "CN201220249767.4"}));
        const auto json = service::evaluation_json(list);
        CHECK((before.empty() || json == before));
        before = json;
    }
}

TEST_CASE("evaluate: ended rights, modes and scenarios") {
    SmallWorkspace small;
    const auto all = service::evaluate_workspace(small.workspace, asked("finance"));
    REQUIRE(all.patents.size() == 3);
    const auto state_of = [&](const service::EvaluationList& list, const std::string& number) {
        for (const auto& one : list.patents) {
            if (list.corpus.patents[one.patent].app_no == number) {
                return one.scenarios[0].state;
            }
        }
        return EvaluationState::no_evidence;
    };
    CHECK(state_of(all, "CN201220249767.4") == EvaluationState::ended);
    CHECK(state_of(all, "CN201811234567.X") == EvaluationState::evaluated);
    const auto managed = service::evaluate_workspace(small.workspace, asked("management"));
    CHECK(state_of(managed, "CN201220249767.4") == EvaluationState::evaluated);
    const auto table = service::evaluation_table(all, Lang::zh, 0);
    CHECK(table.columns[4].key == "total");
    for (const auto& row : table.rows) {
        if (std::get<std::string>(row[3]) == "失效，不评估") {
            CHECK(std::holds_alternative<std::monostate>(row[4])); // no value, not 0
        }
    }
    CHECK_THAT(service::evaluation_statement(all, Lang::zh).at(1),
               Contains("权重为工具默认值，非国家标准数值"));
    auto range = asked("all");
    range.mode = service::EvaluationMode::range;
    const auto bounds = service::evaluate_workspace(small.workspace, range);
    CHECK(service::evaluation_table(bounds, Lang::en, 1).rows.size() == 1);
    CHECK(service::evaluation_table(bounds, Lang::en, 0).columns.size() == 3 + 6 * 3);
    CHECK_THROWS_AS(service::evaluate_workspace(small.workspace, asked("tax")), UsageError);
    CHECK_THROWS_AS(service::evaluate_workspace(small.workspace, asked("other", {"CN1"})), UsageError);
}

TEST_CASE("evaluate: one patent opened has all 27, with the words of the experts") {
    SmallWorkspace small;
    import_text(small.workspace, small.folder, "1.csv", scored_by("甲", "2026-11-01", 60));
    const auto list = service::evaluate_workspace(small.workspace, asked("licence", {"CN201811234567.X"}));
    const auto table = service::evaluation_details(list, 0, Lang::zh);
    REQUIRE(table.rows.size() == 27);
    CHECK(std::get<std::string>(table.rows[9][12]) == "甲 60");
    const auto sections = service::evaluation_sections(list, 0, Lang::zh);
    REQUIRE(sections.size() == 4);
    CHECK(std::get<std::string>(sections[3].table.rows.at(0)[4]) == "甲报告");
}

} // namespace test_evaluate
