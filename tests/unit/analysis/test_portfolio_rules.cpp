// SPDX-License-Identifier: GPL-3.0-or-later
// Thresholds of portfolios: the shipped file, and refusal of anything else.
#include "portfolio_cases.hpp"

#include <longmen/base/errors.hpp>

#include <fstream>
#include <iterator>

namespace test_portfolio_rules {

using namespace longmen;
using Catch::Matchers::Contains;

TEST_CASE("portfolio rules: the shipped thresholds") {
    const auto& rules = test::portfolio_rules();
    CHECK(rules.top_shares == std::vector{0.10, 0.25});
    CHECK(rules.soon_years == 3);
    CHECK(rules.candidates.low_percentile == 0.25);
    CHECK(rules.candidates.min_coverage == 0.6);
    CHECK(rules.candidates.cost_percent == 50);
    CHECK(rules.candidates.others_above == 1);
    CHECK(rules.candidates.use.size() == 8);
    CHECK(std::ranges::count(rules.candidates.use, EventKind::transfer) == 0);
    CHECK(rules.version == "1");
}

TEST_CASE("portfolio rules: an unknown key, event or value out of range is refused with its line") {
    std::ifstream in(LONGMEN_SOURCE_DIR "/models/reports/portfolio.toml");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto refused = [&](const std::string& from, const std::string& to, const std::string& why) {
        std::string changed = text;
        REQUIRE(changed.find(from) != std::string::npos);
        changed.replace(changed.find(from), from.size(), to);
        CHECK_THROWS_WITH(analysis::read_portfolio_rules(Config::parse(changed, "p.toml")),
                          Contains("p.toml:") && Contains(why));
    };
    refused("soon_years", "sooner_years", "allowed here: soon_years");
    refused("[0.10, 0.25]", "[0.25, 0.10]", "smaller ones first");
    refused("low_percentile = 0.25", "low_percentile = 25", "from 0 to 1");
    refused("cost_percent = 50", "cost_percent = 100", "from 1 to 99");
    refused("\"pledge\"", "\"pawn\"", "there is no event `pawn`");
}

} // namespace test_portfolio_rules
