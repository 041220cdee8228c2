// SPDX-License-Identifier: GPL-3.0-or-later
// Fees by year, their total, and what is not known of them.
#include "portfolio_cases.hpp"

#include <longmen/analysis/portfolio_costs.hpp>

namespace test_portfolio_costs {

using namespace longmen;
using namespace longmen::analysis;
using namespace longmen::test;

TEST_CASE("portfolio costs: by year due, with the late ones and the gaps") {
    PortfolioCase data({{.number = "CN1", .claims = 20, .family = "F"},
                        {.number = "CN2", .claims = 10, .family = "F"},
                        {.number = "CN3", .claims = 5},
                        {.number = "CN4", .status = LegalState::examination},
                        {.number = "CN5", .enterprises = {1}}});
    data.fee("CN1", "2021-12-01", 1000, true);
    data.fee("CN1", "2022-12-01", 1200);
    data.fee("CN2", "2022-12-01", 600);
    data.fee("CN2", "2023-12-01", 900);
    data.fee("CN5", "2022-12-01", 7777);
    data.fees.unknown.emplace(data.at("CN3"), Undefined::no_data);
    const auto costs = costs_of(data.of(), data.corpus);
    REQUIRE(costs.years.size() == 3);
    CHECK(costs.years[0].year == 2021);
    CHECK(costs.years[0].grace_fees == 1);
    CHECK(costs.years[0].grace.fen == 110'000);
    CHECK(costs.years[1].families == 1);
    CHECK(costs.years[1].rights == 2);
    CHECK(costs.years[1].payable.fen == 180'000);
    CHECK(costs.total.fees == 4);
    CHECK(costs.total.families == 1);
    CHECK(costs.total.rights == 2);
    CHECK(costs.total.payable.fen == 370'000);
    CHECK(costs.rights == 3);
    CHECK(costs.not_granted == 1);
    REQUIRE(costs.gaps.size() == 1);
    CHECK(costs.gaps[0].patent == data.at("CN3"));
    // Of one year: 1000 late, 1200 and 600 for the one family where cost and value are known.
    CHECK(*costs.yuan_per_point == Approx(2800.0 / 20));
    CHECK(costs_of(data.of(1), data.corpus).total.payable.fen == 777'700);
}

TEST_CASE("portfolio costs: nothing held, nothing known") {
    const PortfolioCase data({{.number = "CN1", .enterprises = {1}}});
    const auto costs = costs_of(data.of(), data.corpus);
    CHECK(costs.years.empty());
    CHECK_FALSE(costs.yuan_per_point);
}

} // namespace test_portfolio_costs
