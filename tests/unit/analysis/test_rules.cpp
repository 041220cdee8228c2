// SPDX-License-Identifier: GPL-3.0-or-later
// Thresholds of the analyses: the shipped file, and refusal of anything else.
#include "small_corpus.hpp"

#include <longmen/base/errors.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

namespace test_rules {

using namespace longmen;
using Catch::Matchers::Contains;

TEST_CASE("rules: the shipped thresholds") {
    const auto& rules = test::rules();
    CHECK(rules.grey_years == 2);
    CHECK(rules.white.min_expected == 3);
    CHECK(rules.white.alpha == 0.05);
    CHECK(rules.widest_ceiling == 3);
    CHECK(rules.coverage_full == 0.9);
    CHECK(rules.coverage_partial == 0.3);
    CHECK(rules.jump_factor == 3);
    CHECK(rules.jump_min_records == 50);
}

TEST_CASE("rules: an unknown key or a value out of range is refused with its line") {
    std::ifstream in(LONGMEN_SOURCE_DIR "/models/reports/analysis.toml");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto refused = [&](const std::string& from, const std::string& to, const std::string& why) {
        std::string changed = text;
        REQUIRE(changed.find(from) != std::string::npos);
        changed.replace(changed.find(from), from.size(), to);
        CHECK_THROWS_WITH(analysis::read_rules(Config::parse(changed, "a.toml")),
                          Contains("a.toml:") && Contains(why));
    };
    refused("grey_years", "gray_years", "allowed here: grey_years");
    refused("full = 0.9", "full = 1.9", "above 0 and up to 1");
    refused("\nfactor = 3", "\nfactor = 1", "above 1");
    refused("long_years = 10", "long_years = 2", "from 3");
}

} // namespace test_rules
