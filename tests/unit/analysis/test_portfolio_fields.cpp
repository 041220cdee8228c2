// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of a portfolio beside everybody's, with worked values of RTA and of the interval of a mean.
#include "portfolio_cases.hpp"

#include <longmen/analysis/portfolio_fields.hpp>

#include <cmath>
#include <numeric>

namespace test_portfolio_fields {

using namespace longmen;
using namespace longmen::analysis;
using namespace longmen::test;

TEST_CASE("portfolio fields: counts of families, RTA, mean percentile with its interval") {
    std::vector<Held> held;
    for (int i = 0; i < 40; ++i) { // ours: 10 valves, 20 lamps; others: 10 lamps
        held.push_back(
            {.number = "CN" + std::to_string(100 + i),
             .claims = i + 1,
             .ipc = i < 10 ? valves : lamps,
             .enterprises = i < 30 ? std::vector<std::uint32_t>{0} : std::vector<std::uint32_t>{}});
    }
    held.push_back(
        {.number = "CN200", .claims = 1, .ipc = valves, .family = "CN100"}); // no family of its own
    const PortfolioCase data(held);
    const auto fields = portfolio_fields(data.of(), data.inputs(), rules(), &data.scores.parks.at(0));
    CHECK(fields.rows[0].park == 20); // the other enterprise of the park has nothing
    CHECK_FALSE(portfolio_fields(data.of(), data.inputs(), rules()).rows[0].park);
    CHECK(fields.families == 30);
    CHECK(fields.all == 40);
    REQUIRE(fields.rows.size() == 2);
    const auto& lamp = fields.rows[0];
    const auto& valve = fields.rows[1];
    CHECK(lamp.families == 20);
    CHECK(lamp.all == 30);
    CHECK(lamp.share_of_all == Approx(2.0 / 3));
    CHECK(*lamp.rta == Approx((20.0 / 30) / (30.0 / 40)));
    CHECK(*valve.rta == Approx((10.0 / 30) / (10.0 / 40)));
    CHECK(valve.reliable);
    // Valves: the portfolio is its own cohort, so percentiles are (k + 0.5) / 10 and their mean a half.
    CHECK(valve.placed == 10);
    CHECK(*valve.mean_percentile == Approx(0.5));
    // The deviation of 0.05, 0.15 ... 0.95 is 0.302765, t(0.975; 9) = 2.262157.
    CHECK(valve.percentile_interval->low == Approx(0.5 - 2.262157 * 0.302765 / std::sqrt(10)).epsilon(1e-5));
    CHECK(valve.percentile_interval->high == Approx(0.5 + 2.262157 * 0.302765 / std::sqrt(10)).epsilon(1e-5));
}

TEST_CASE("portfolio fields: one family has no interval, the unclassified no RTA") {
    const PortfolioCase data(
        {{.number = "CN1"}, {.number = "CN2", .ipc = ""}, {.number = "CN3", .enterprises = {}}});
    const auto fields = portfolio_fields(data.of(), data.inputs(), rules());
    REQUIRE(fields.rows.size() == 2);
    CHECK(fields.rows[0].all == 2);
    CHECK(fields.rows[0].mean_percentile);
    CHECK_FALSE(fields.rows[0].percentile_interval);
    CHECK(fields.rows[1].field == 0);
    CHECK_FALSE(fields.rows[1].rta);
}

TEST_CASE("portfolio fields: families and active families add up") {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const PortfolioCase data(drawn(seed));
        const auto portfolio = data.of();
        const auto fields = portfolio_fields(portfolio, data.inputs(), rules());
        std::size_t families = 0, active = 0, all = 0;
        for (const auto& row : fields.rows) {
            families += row.families;
            active += row.active;
            all += row.all;
            CHECK(row.families <= row.all);
        }
        CHECK(families == portfolio.families.size());
        CHECK(active == portfolio.active);
        CHECK(all == data.standings->families.size());
    }
}

} // namespace test_portfolio_fields
