// SPDX-License-Identifier: GPL-3.0-or-later
// Ladders of active families by age and by the end of their term.
#include "portfolio_cases.hpp"

#include <longmen/analysis/portfolio_ages.hpp>

namespace test_portfolio_ages {

using namespace longmen;
using namespace longmen::analysis;
using namespace longmen::test;

TEST_CASE("portfolio ages: full years, gaps filled, the unknown at the end") {
    PortfolioCase data({{.number = "CN1", .filed = "2020-04-01", .claims = 10}, // 1 full year
                        {.number = "CN2", .filed = "2020-03-31", .claims = 20}, // 2
                        {.number = "CN3", .filed = "2018-03-31", .status = LegalState::examination},
                        {.number = "CN4", .filed = "2010-01-01", .status = LegalState::fee_lapsed},
                        {.number = "CN5", .filed = "", .claims = {}}});
    const auto portfolio = data.of();
    const auto ages = ages_of(portfolio);
    REQUIRE(ages.steps.size() == 6); // 0 to 4, and one nobody knows
    CHECK(ages.steps[0].families == 0);
    CHECK(ages.steps[1].families == 1);
    CHECK(ages.steps[1].value == Approx(10));
    CHECK(ages.steps[2].in_force == 1);
    CHECK(ages.steps[3].families == 0);
    CHECK(ages.steps[4].pending == 1);
    CHECK_FALSE(ages.steps[5].at);
    CHECK(ages.steps[5].without_value == 1);
    CHECK(median_age(portfolio) == 2);
}

TEST_CASE("portfolio ages: the last term of a family counts, by year") {
    PortfolioCase data(
        {{.number = "CN1", .filed = "2013-05-01", .family = "F", .type = PatentType::utility_model},
         {.number = "CN2", .filed = "2013-05-01", .claims = 4, .family = "F"},
         {.number = "CN3", .filed = "2014-06-01", .claims = 7, .type = PatentType::utility_model},
         {.number = "CN4", .filed = "2015-03-31", .type = PatentType::utility_model},
         {.number = "CN5", .filed = "2012-03-31", .type = PatentType::utility_model}});
    data.corpus.patents[data.at("CN1")].expiry_date.reset();
    const auto portfolio = data.of();
    CHECK(portfolio.active == 3); // CN5 ended on the very day
    const auto ends = ends_of(portfolio, data.corpus);
    REQUIRE(ends.steps.size() == 10); // 2024 to 2033
    CHECK(ends.steps[0].at == 2024);
    CHECK(ends.steps[0].value == Approx(7));
    CHECK(ends.steps[9].families == 1);
    CHECK(ends.open_members == 1);
    CHECK(ending_within(portfolio, 2) == 0);
    CHECK(ending_within(portfolio, 3) == 2); // on the last day too
}

TEST_CASE("portfolio ages: every active family stands on each ladder once") {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const PortfolioCase data(drawn(seed));
        const auto portfolio = data.of();
        for (const auto& ladder : {ages_of(portfolio), ends_of(portfolio, data.corpus)}) {
            std::size_t families = 0;
            double value = 0;
            for (const auto& step : ladder.steps) {
                families += step.families;
                value += step.value;
                CHECK(step.in_force + step.pending == step.families);
            }
            CHECK(families == portfolio.active);
            CHECK(value == Approx(portfolio.counted == 0 ? 0 : data.scores.enterprises[0].sum.value()));
        }
    }
}

} // namespace test_portfolio_ages
