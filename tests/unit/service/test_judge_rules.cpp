// SPDX-License-Identifier: GPL-3.0-or-later
// Lines and smallest sizes, and files that are refused.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/judge_rules.hpp>

#include <filesystem>

namespace test_judge_rules {

using namespace longmen;
using namespace longmen::test;

TEST_CASE("judge_rules: smallest sizes by hand") {
    const auto rules = service::JudgeRules::load(models());
    CHECK(rules.precision.pass == 0.9);
    CHECK(rules.recall.warn == 0.8);
    CHECK(rules.smallest_sample(30) == 30);
    CHECK(rules.smallest_sample(100) == 100);
    CHECK(rules.smallest_sample(1999) == 100);
    CHECK(rules.smallest_sample(2001) == 101);
    CHECK(rules.smallest_sample(40000) == 2000);
    CHECK(rules.smallest_reference(0) == 1);
    CHECK(rules.smallest_reference(100) == 5);
    CHECK(rules.smallest_reference(101) == 6);
    CHECK(rules.smallest_reference(1000000) == 50);
}

TEST_CASE("judge_rules: a warn line above the pass line, shares out of range, unknown keys") {
    const Folder folder;
    std::filesystem::create_directories(folder.path("search"));
    std::ifstream in{models() + "/search/judge.toml"};
    const std::string good{std::istreambuf_iterator<char>{in}, {}};
    const auto refused = [&](const std::string& from, const std::string& to) {
        auto text = good;
        text.replace(text.find(from), from.size(), to);
        std::ofstream{folder.path("search/judge.toml"), std::ios::trunc} << text;
        CHECK_THROWS_AS(service::JudgeRules::load(folder.path()), DataError);
    };
    refused("warn = 0.80", "warn = 0.95");
    refused("pass = 0.90", "pass = 1.5");
    refused("least = 100", "least = 0");
    refused("level = 0.95", "level = 1");
    refused("[sample]", "[sample]\nmost = 3");
}

} // namespace test_judge_rules
