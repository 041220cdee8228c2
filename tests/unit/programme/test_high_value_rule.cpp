// SPDX-License-Identifier: GPL-3.0-or-later
// Rules for high-value patents: the shipped ones, and what is refused.
#include <longmen/base/errors.hpp>
#include <longmen/base/model_files.hpp>
#include <longmen/programme/high_value_rule.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

namespace test_high_value_rule {

using namespace longmen;
using namespace longmen::programme;
using Catch::Matchers::Contains;

namespace {

const std::string models = std::string{LONGMEN_SOURCE_DIR} + "/models";

HighValueRule shipped(const std::string& id) {
    return read_high_value_rule(Config::read(find_model_file(models, "high_value", id)));
}

/// The shipped rule with one text in place of another.
HighValueRule changed(const std::string& from, const std::string& to) {
    std::ifstream in(models + "/high_value/cn-2021/v1.toml", std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    return read_high_value_rule(Config::parse(text, "rule.toml"));
}

} // namespace

TEST_CASE("high-value rule: the five cases as the 14th plan reads them") {
    const auto rule = shipped("cn-2021");
    REQUIRE(rule.cases.size() == 5);
    CHECK(rule.cases[0].id == "H1");
    CHECK(rule.cases[4].test == HighValueTest::awarded);
    CHECK(rule.parameters.years == 10);
    CHECK_FALSE(rule.parameters.from_grant);
    CHECK_FALSE(rule.parameters.special_regions_abroad);
    CHECK_FALSE(rule.parameters.pledge_threshold); // none is known
    CHECK(rule.cases[3].without_records == WithoutRecords::leave_out);
    for (const auto& each : rule.cases) {
        CHECK_FALSE(each.origin.clause.empty());
        CHECK(each.origin.date.has_value());
        CHECK_FALSE(each.settled.source.empty());
    }
    CHECK(rule.references.size() >= 4);
}

TEST_CASE("high-value rule: the narrow reading differs in what it says it differs in") {
    const auto wide = shipped("cn-2021").parameters;
    const auto narrow = shipped("cn-2021-narrow").parameters;
    CHECK(narrow.candidate == CaseState::not_met);
    CHECK(narrow.right_alive);
    CHECK(narrow.from_grant);
    CHECK(narrow.years == wide.years);
    CHECK(narrow.special_regions_abroad == wide.special_regions_abroad);
    CHECK(narrow.awards == wide.awards);
    const auto later = shipped("cn-2026");
    CHECK(later.parameters.years == wide.years);
    CHECK(later.references.back().target);
    CHECK(later.references.back().per_10k == 22);
}

TEST_CASE("high-value rule: what the program does not know is refused, with line and allowed names") {
    CHECK_THROWS_WITH(changed("test = \"pledged\"", "test = \"mortgaged\""),
                      Contains("rule.toml:") && Contains("mortgaged") && Contains("pledged, awarded"));
    CHECK_THROWS_WITH(changed("years = 10", "year = 10"), Contains("year") && Contains("allowed"));
    CHECK_THROWS_WITH(changed("years = 10", "years = 10\nhk_mo_tw = true"), Contains("hk_mo_tw"));
    CHECK_THROWS_WITH(changed("years = 10", "years = 0"), Contains("from 1 to 20"));
    CHECK_THROWS_WITH(changed("from = \"filing\"", "from = \"priority\""), Contains("filing, grant"));
    CHECK_THROWS_WITH(changed("candidate = \"unknown\"", "candidate = \"maybe\""),
                      Contains("not_met, unknown, met"));
    CHECK_THROWS_WITH(changed("id = \"H2\"", "id = \"H1\""), Contains("used twice"));
    CHECK_THROWS_WITH(changed("test = \"right_abroad\"", "test = \"maintained\""), Contains("allowed"));
    CHECK_THROWS_WITH(changed("case = \"H3\"", "case = \"H9\""), Contains("H9"));
    CHECK_THROWS_WITH(changed("high = 0.60", "high = 0.20"), Contains("below the lower one"));
    CHECK_THROWS_WITH(changed("settled_source = \"ours\"", "settled_source = \"mine\""),
                      Contains("unknown source `mine`"));
    CHECK_THROWS_WITH(changed("per_10k = 6.3", "per_10k = 0"), Contains("above 0"));
    CHECK(changed("# threshold_cny:", "threshold_cny = 5000000\n# threshold_cny:")
              .parameters.pledge_threshold == Money{500'000'000});
}

TEST_CASE("high-value rule: released versions are what they were when they were released") {
    const auto released = Config::read(models + "/high_value/checksums.toml");
    std::vector<std::string> names;
    for (const auto& file : list_model_files(models, "high_value")) {
        names.push_back(file.name());
    }
    CHECK(released.root().keys() == names);
    for (const auto& name : released.root().keys()) {
        INFO(name);
        CHECK(shipped(name).checksum == released.root().at(name).string());
    }
}

} // namespace test_high_value_rule
