// SPDX-License-Identifier: GPL-3.0-or-later
// Programme files: the shipped one against the plan read by hand, and refusal of what is not known.
#include <longmen/base/errors.hpp>
#include <longmen/programme/programme.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace test_programme {

using namespace longmen;
using namespace longmen::programme;
using Catch::Matchers::Contains;

namespace {

const std::string shipped_path = LONGMEN_SOURCE_DIR "/models/programmes/jinzhong-2020.toml";

const Programme& shipped() {
    static const Programme programme = read_programme(Config::read(shipped_path));
    return programme;
}

std::string shipped_text() {
    std::ifstream in(shipped_path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The shipped file with one text in it replaced by another.
std::string with(const std::string& old_text, const std::string& new_text) {
    std::string text = shipped_text();
    const auto at = text.find(old_text);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old_text.size(), new_text);
}

void refused(const std::string& text, const std::string& why, const std::string& where = "p.toml:") {
    INFO(why);
    CHECK_THROWS_AS(read_programme(Config::parse(text, "p.toml")), DataError);
    CHECK_THROWS_WITH(read_programme(Config::parse(text, "p.toml")), Contains(why) && Contains(where));
}

} // namespace

TEST_CASE("programme: every amount of the plan is in the shipped file once") {
    // From the plan's text: task 3 (Madrid, GI, invention, PCT), task 8 (Phoenix, Peacock), task 9 (Longmen).
    std::map<std::string, std::int64_t> amounts;
    for (const auto& scheme : shipped().schemes) {
        amounts[scheme.id] = scheme.amount_cny;
    }
    for (const auto& subsidy : shipped().subsidies) {
        amounts[subsidy.id] = subsidy.amount_cny.value_or(0);
    }
    const std::map<std::string, std::int64_t> expected{
        {"LONGMEN", 200000}, {"PHOENIX", 300000}, {"PEACOCK", 200000},  {"S-MADRID", 20000},
        {"S-GI", 50000},     {"S-INV-CN", 5000},  {"S-INV-PCT", 20000}, {"S-GUANBIAO", 0},
        {"S-DEMO", 0},       {"S-AID", 0},        {"S-SCHOOL", 0}};
    CHECK(amounts == expected);
}

TEST_CASE("programme: the targets of the shipped file are those of the plan") {
    struct Expected {
        std::string id;
        int year;
        TargetMetric metric;
        TargetRule rule;
        double value;
    };
    const std::vector<Expected> expected{
        {"T20-1", 2020, TargetMetric::valid_inventions, TargetRule::at_least, 670},
        {"T20-2", 2020, TargetMetric::valid_inventions_per_10k, TargetRule::at_least, 2.0},
        {"T20-3", 2020, TargetMetric::registered_trademarks, TargetRule::at_least, 18000},
        {"T20-4", 2020, TargetMetric::geographical_indications, TargetRule::at_least, 12},
        {"T20-5", 2020, TargetMetric::copyright_registrations, TargetRule::at_least, 500},
        {"T20-6", 2020, TargetMetric::plant_varieties, TargetRule::at_least, 6},
        {"T22-1", 2022, TargetMetric::valid_inventions, TargetRule::at_least, 800},
        {"T22-2", 2022, TargetMetric::registered_trademarks, TargetRule::at_least, 20000},
        {"T22-3", 2022, TargetMetric::geographical_indications, TargetRule::at_least, 15},
        {"T22-4", 2022, TargetMetric::ip_management_certified, TargetRule::at_least, 50},
        {"T22-5", 2022, TargetMetric::advantage_enterprises, TargetRule::grow, 0},
        {"T22-6", 2022, TargetMetric::provincial_standing, TargetRule::qualitative, 0}};
    const auto& targets = shipped().targets;
    REQUIRE(targets.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        INFO(expected[i].id);
        CHECK(targets[i].id == expected[i].id);
        CHECK(targets[i].year == expected[i].year);
        CHECK(targets[i].metric == expected[i].metric);
        CHECK(targets[i].rule == expected[i].rule);
        CHECK(targets[i].value == expected[i].value);
        CHECK(targets[i].origin.source == "plan");
    }
}

TEST_CASE("programme: criteria, departments and period of Longmen are those of the plan") {
    const auto& scheme = shipped().scheme("LONGMEN");
    REQUIRE(scheme.criteria.size() == 4);
    CHECK(scheme.criteria[0].metric == Metric::rd_intensity);
    CHECK(scheme.criteria[0].threshold_millionths == 50'000);
    CHECK_FALSE(scheme.criteria[0].strict);
    CHECK(scheme.criteria[1].metric == Metric::conversion_share);
    CHECK(scheme.criteria[1].threshold_millionths == 300'000);
    CHECK(scheme.criteria[2].metric == Metric::expert);
    CHECK(scheme.criteria[3].metric == Metric::external);
    CHECK(scheme.departments == std::vector<std::string>{"市市场监管局", "市科技局"});
    CHECK(scheme.task == 9);
    CHECK(scheme.deadline_year == 2022);
    CHECK_FALSE(scheme.quota);
    CHECK(shipped().valid_from.iso() == "2020-04-02");
    CHECK(shipped().valid_to.iso() == "2022-12-31");
    CHECK(scheme.origin.clause == "三(四)9");
    CHECK(scheme.ranking->origin.source == "ours");
}

TEST_CASE("programme: the ten tasks name the departments of the plan") {
    const std::vector<std::vector<std::string>> expected{
        {"市市场监管局", "市委宣传部", "市农业农村局", "市规划与自然资源局", "晋中银保监分局"},
        {"市科技局", "市市场监管局", "市财政局", "市人社局"},
        {"市市场监管局"},
        {"市市场监管局"},
        {"市市场监管局", "市司法局", "市公安局", "市检察院", "市中级法院"},
        {"市市场监管局"},
        {"市市场监管局", "市委宣传部", "市教育局"},
        {"市市场监管局"},
        {"市市场监管局", "市科技局"},
        {"市市场监管局"}};
    REQUIRE(shipped().tasks.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(shipped().tasks[i].number == static_cast<int>(i) + 1);
        CHECK(shipped().tasks[i].departments == expected[i]);
    }
}

TEST_CASE("programme: national guards carry their dates, and half of the fees is the cap") {
    const auto& guards = shipped().guards;
    const auto half = std::ranges::find(guards, GuardRule::share_of_official_fees, &Guard::rule);
    REQUIRE(half != guards.end());
    CHECK(half->from.iso() == "2021-07-01");
    REQUIRE(half->share_millionths == 500'000);
    const auto ends = std::ranges::find(guards, GuardRule::grant_subsidy_ends, &Guard::rule);
    REQUIRE(ends != guards.end());
    CHECK(ends->from.iso() == "2025-01-01");
    REQUIRE(shipped().grant_fees);
    // 900 + 50 + 2,500 = 3,450; with 70 % off 270 + 50 + 750 = 1,070; with 85 % off 135 + 50 + 375 = 560.
    CHECK(grant_fees_fen(*shipped().grant_fees, 0) == 345'000);
    CHECK(grant_fees_fen(*shipped().grant_fees, 700'000) == 107'000);
    CHECK(grant_fees_fen(*shipped().grant_fees, 850'000) == 56'000);
    for (const auto* id : {"S-INV-CN", "S-INV-PCT"}) {
        const auto found = std::ranges::find(shipped().subsidies, std::string{id}, &Subsidy::id);
        REQUIRE(found != shipped().subsidies.end());
        CHECK_FALSE(found->discretion.empty());
        CHECK(std::ranges::count(found->limited_by, half->id) == 1);
    }
}

TEST_CASE("programme: every entry of the shipped file has a clause and a dated source") {
    std::size_t entries = 0;
    const auto check = [&](const Origin& origin) {
        ++entries;
        CHECK_FALSE(origin.clause.empty());
        CHECK(origin.date.has_value());
    };
    for (const auto& entry : shipped().tasks)
        check(entry.origin);
    for (const auto& entry : shipped().targets)
        check(entry.origin);
    for (const auto& entry : shipped().subsidies)
        check(entry.origin);
    for (const auto& entry : shipped().guards)
        check(entry.origin);
    for (const auto& scheme : shipped().schemes) {
        check(scheme.origin);
        for (const auto& criterion : scheme.criteria)
            check(criterion.origin);
    }
    CHECK(entries == 10 + 12 + 8 + 8 + 3 + 4);
}

TEST_CASE("programme: what is not known is refused with file, line and the allowed names") {
    refused(with("amount_cny = 200000", "amuont_cny = 200000"), "amuont_cny");
    refused(with("amount_cny = 200000", "amuont_cny = 200000"), "allowed here: id, name_zh");
    refused(with("metric = \"rd_intensity\"", "metric = \"rd_ratio\""),
            "allowed: rd_intensity, conversion_share, expert, external");
    refused(with("metric = \"plant_varieties\"", "metric = \"plants\""), "provincial_standing");
    refused(with("{sales_revenue = 0.4", "{sales = 0.4"), "sales_revenue, rd_expense, portfolio_value");
    refused(with("sales_revenue = 0.4", "sales_revenue = 0.5"), "add up to 1.1");
    refused(with("threshold = 0.05", "threshold = 5"), "between 0 and 1");
    refused(with("threshold = 0.05", "threshold = 0.0500001"), "6 decimals");
    refused(with("threshold = 0.05", "threshold = 0"), "above 0");
    refused(with("metric = \"expert\"", "metric = \"expert\"\nthreshold = 0.5"), "has none");
    refused(with("task = 9", "task = 11"), "no task 11");
    refused(with("source = \"plan\"\nclause = \"标题、落款\"", "source = \"plam\"\nclause = \"x\""),
            "unknown source");
    refused(with("limited_by = [\"G-GRANTED-ONLY\"", "limited_by = [\"G-NONE\""), "no guard `G-NONE`");
    refused(with("id = \"T20-2\"", "id = \"T20-1\""), "used twice");
    refused(with("amount_cny = 5000\n", "amount_cny = -5000\n"), "positive whole number of yuan");
    refused(with("amount_cny = 5000\n", "amount_cny = 5000.5\n"), "whole number");
    refused(with("to = 2022-12-31", "to = 2019-12-31"), "before the beginning");
    refused(with("logic = \"all\"", "logic = \"any\""), "allowed: all");
}

TEST_CASE("programme: an unknown scheme is the caller's mistake") {
    CHECK_THROWS_AS(shipped().scheme("TIGER"), UsageError);
    CHECK_THROWS_WITH(shipped().scheme("TIGER"), Contains("LONGMEN, PHOENIX, PEACOCK"));
}

TEST_CASE("programme: a quota may be given") {
    const auto programme =
        read_programme(Config::parse(with("logic = \"all\"", "logic = \"all\"\nquota = 10"), "p"));
    CHECK(programme.scheme("LONGMEN").quota == 10);
}

} // namespace test_programme
