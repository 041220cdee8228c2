// SPDX-License-Identifier: GPL-3.0-or-later
// Bands of values and percentiles, and what adds up.
#include "portfolio_cases.hpp"

#include <longmen/analysis/portfolio_values.hpp>

#include <numeric>

namespace test_portfolio_values {

using namespace longmen;
using namespace longmen::analysis;
using namespace longmen::test;

namespace {

std::size_t sum(const std::vector<ValueBand>& bands, std::size_t ValueBand::*count) {
    return std::accumulate(bands.begin(), bands.end(), std::size_t{0},
                           [&](std::size_t total, const ValueBand& band) { return total + band.*count; });
}

std::size_t sum(const std::map<Undefined, std::size_t>& counts) {
    std::size_t total = 0;
    for (const auto& [reason, count] : counts) {
        total += count;
    }
    return total;
}

} // namespace

TEST_CASE("portfolio values: bands, quartiles and top shares of a small portfolio") {
    std::vector<Held> held;
    for (int i = 0; i < 20;
         ++i) { // twenty families of one cohort with 5, 10, ... 100 claims; every fourth ours
        held.push_back(
            {.number = "CN" + std::to_string(100 + i),
             .claims = 5 * (i + 1),
             .enterprises = i % 4 == 3 ? std::vector<std::uint32_t>{0} : std::vector<std::uint32_t>{}});
    }
    held.push_back({.number = "CN200", .claims = {}});
    held.push_back({.number = "CN201", .claims = 70, .status = LegalState::fee_lapsed});
    const PortfolioCase data(held);
    const auto values = value_distribution(data.of(), data.inputs(), portfolio_rules());
    CHECK(values.own == 6);
    CHECK(values.all == 21);
    CHECK(values.without.at(Undefined::no_data) == 1);
    // 20, 40, 60, 80 and 100: a value on an edge is in the upper band, the top of the scale in the last.
    CHECK(values.values[2].own == 1);
    CHECK(values.values[9].own == 1);
    CHECK(values.values[9].all == 3); // 90, 95, 100
    CHECK(values.quartiles->median == Approx(60));
    CHECK(values.all_quartiles->median == Approx(52.5));
    REQUIRE(values.tops.size() == 2);
    CHECK(values.tops[0].own == 1); // 100, at 19.5 of 20
    CHECK(values.tops[0].all == 2);
    CHECK(values.tops[1].own == 2);
    CHECK(values.tops[1].all == 5);
    CHECK(in_top(data.of(), 0.25) == 2);
    CHECK(sum(values.percentiles, &ValueBand::own) == 5);
}

TEST_CASE("portfolio values: bands reach beyond the scale of a model without bound") {
    PortfolioCase data({{.number = "CN1", .claims = 3}, {.number = "CN2", .claims = 4}});
    auto model = claims_model();
    model.scale = 1; // values are 3 and 4
    const PortfolioInputs inputs{data.corpus, model, data.scores, *data.standings, data.fees, data.uses};
    const auto values = value_distribution(data.of(), inputs, portfolio_rules());
    CHECK(values.values.back().to == 5);
    CHECK(values.values[6].own == 1);
    CHECK(values.values[8].own == 1);
}

TEST_CASE("portfolio values: bands and those without add up to the active families") {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const PortfolioCase data(drawn(seed), 3);
        const auto portfolio = data.of();
        const auto values = value_distribution(portfolio, data.inputs(), portfolio_rules());
        CHECK(values.own == portfolio.active);
        CHECK(sum(values.values, &ValueBand::own) == portfolio.counted);
        CHECK(sum(values.values, &ValueBand::own) + sum(values.without) == values.own);
        CHECK(sum(values.values, &ValueBand::all) + sum(values.all_without) == values.all);
        CHECK(sum(values.percentiles, &ValueBand::own) + sum(values.unplaced) ==
              sum(values.values, &ValueBand::own));
    }
}

} // namespace test_portfolio_values
