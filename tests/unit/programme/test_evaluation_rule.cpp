// SPDX-License-Identifier: GPL-3.0-or-later
// The rule that comes with the program, and rules that must be refused.
#include <longmen/base/errors.hpp>
#include <longmen/base/model_files.hpp>
#include <longmen/programme/evaluation_rule.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

namespace test_evaluation_rule {

using namespace longmen;
using namespace longmen::programme;
using Catch::Matchers::Contains;

namespace {

std::string shipped_text() {
    std::ifstream file{std::string{LONGMEN_SOURCE_DIR} + "/models/evaluation/gbt-42748/v1.toml"};
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

EvaluationRule with(const std::string& from, const std::string& to) {
    auto text = shipped_text();
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    return read_evaluation_rule(Config::parse(text, "rule.toml"));
}

} // namespace

TEST_CASE("evaluation_rule: the tree of the standard has 3, 14 and 27 indicators and six scenarios") {
    const auto rule = load_evaluation_rule(std::string{LONGMEN_SOURCE_DIR} + "/models", "gbt-42748");
    CHECK(rule.dimensions.size() == 3);
    CHECK(rule.groups.size() == 14);
    CHECK(rule.indicators.size() == 27);
    REQUIRE(rule.scenarios.size() == 6);
    CHECK(rule.notice.zh.find("权重为工具默认值，非国家标准数值") == 0);
    std::map<std::string, int> of;
    for (const auto& one : rule.indicators) {
        ++of[rule.dimensions[rule.groups[one.parent].parent].id];
    }
    CHECK(of == std::map<std::string, int>{{"E", 10}, {"L", 7}, {"T", 10}});
    for (const auto& scenario : rule.scenarios) {
        double sum = 0;
        for (std::size_t i = 0; i < rule.indicators.size(); ++i) {
            sum += rule.weight(scenario, i);
        }
        CHECK(std::abs(sum - 1) < 1e-9);
        CHECK(scenario.dead_too == (scenario.id == "management"));
    }
    CHECK_THROWS_WITH(rule.scenario("tax"), Contains("licence, finance, reporting"));
}

TEST_CASE("evaluation_rule: an indicator that only people can judge takes nothing from the data") {
    const auto rule = load_evaluation_rule(std::string{LONGMEN_SOURCE_DIR} + "/models", "gbt-42748");
    for (const auto& one : rule.indicators) {
        if (one.kind == "E" || one.kind == "F" || one.kind == "F/E") {
            CHECK(one.proxies.empty());
        }
    }
    CHECK_THROWS_WITH(
        with("class = \"P\"\nname_zh = \"技术原创性\"", "class = \"E\"\nname_zh = \"技术原创性\""),
        Contains("rule.toml") && Contains("cannot stand in"));
}

TEST_CASE("evaluation_rule: points are linear between and flat beyond") {
    Proxy proxy;
    proxy.points = {{0, 20}, {10, 80}, {20, 60}};
    CHECK(proxy.score_of(-5) == 20);
    CHECK(proxy.score_of(0) == 20);
    CHECK(proxy.score_of(5) == 50);
    CHECK(proxy.score_of(10) == 80);
    CHECK(proxy.score_of(15) == 70);
    CHECK(proxy.score_of(100) == 60);
}

TEST_CASE("evaluation_rule: what is wrong with a rule is told with file and key") {
    CHECK_THROWS_WITH(with("L1 = 0.35", "L1 = 0.36"), Contains("rule.toml") && Contains("not to 1"));
    CHECK_THROWS_WITH(with("L1 = 0.35", "L1 = 1.35"), Contains("from 0 to 1"));
    CHECK_THROWS_WITH(with("weights = { L = 0.30, ", "weights = { "), Contains("L"));
    CHECK_THROWS_WITH(with("weights = { L = 0.30, ", "weights = { X = 0.1, L = 0.30, "), Contains("`X`"));
    CHECK_THROWS_WITH(with("remaining_life", "remaining_lives"),
                      Contains("remaining_lives") && Contains("remaining_life"));
    CHECK_THROWS_WITH(with("in_force = 100", "in_force = 101"), Contains("0 to 100"));
    CHECK_THROWS_WITH(with("dead = 0, ", ""), Contains("dead"));
    CHECK_THROWS_WITH(with("[3, 20], [7, 50]", "[7, 20], [7, 50]"), Contains("ascend"));
    CHECK_THROWS_WITH(with("events = [\"pledge\"]", "events = [\"pledges\"]"), Contains("pledges"));
    CHECK_THROWS_WITH(with("of = \"L1\"", "of = \"L9\""), Contains("L9") && Contains("L1"));
    CHECK_THROWS_WITH(with("id = \"L1.2\"", "id = \"L1.1\""), Contains("twice"));
    CHECK_THROWS_WITH(with("types = [\"invention\"", "types = [\"inventions\""), Contains("utility_model"));
    CHECK_THROWS_WITH(with("class = \"B\"", "class = \"Z\""), Contains("B/F"));
    CHECK_THROWS_WITH(with("minimum_scorers = 3", "minimum_scorers = 0"), Contains("at least 1"));
    CHECK_THROWS_WITH(with("minimum_scorers", "least_scorers"), Contains("least_scorers"));
}

TEST_CASE("evaluation_rule: released versions are what they were when they were released") {
    const auto models = std::string{LONGMEN_SOURCE_DIR} + "/models";
    const auto released = Config::read(models + "/evaluation/checksums.toml");
    std::vector<std::string> names;
    for (const auto& file : list_model_files(models, "evaluation")) {
        names.push_back(file.name());
    }
    CHECK(released.root().keys() == names);
    for (const auto& name : released.root().keys()) {
        INFO(name);
        CHECK(load_evaluation_rule(models, name).checksum == released.root().at(name).string());
    }
}

} // namespace test_evaluation_rule
