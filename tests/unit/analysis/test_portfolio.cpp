// SPDX-License-Identifier: GPL-3.0-or-later
// The facts of each family: members, terms, fees, uses.
#include "portfolio_cases.hpp"

#include <longmen/analysis/portfolio_ages.hpp>
#include <longmen/analysis/portfolio_concentration.hpp>
#include <longmen/analysis/portfolio_costs.hpp>
#include <longmen/analysis/portfolio_fields.hpp>
#include <longmen/analysis/portfolio_values.hpp>

#include <fmt/format.h>

namespace test_portfolio {

using namespace longmen;
using namespace longmen::analysis;
using namespace longmen::test;

namespace {

/// Every figure of every view, to the bit.
std::string figures(const PortfolioCase& data) {
    const auto portfolio = data.of();
    std::string text;
    const auto add = [&](const auto&... parts) {
        (fmt::format_to(std::back_inserter(text), "{} ", parts), ...);
    };
    const auto values = value_distribution(portfolio, data.inputs(), portfolio_rules());
    for (const auto* bands : {&values.values, &values.percentiles}) {
        for (const auto& band : *bands) {
            add(band.own, band.all);
        }
    }
    for (const auto holder : {Holder::family, Holder::field, Holder::inventor, Holder::applicant}) {
        const auto shares = holders_of(portfolio, data.corpus, holder);
        for (const auto& row : shares.rows) {
            add(row.key, row.families, row.value, row.value_share);
        }
        add(shares.by_value.hhi.value_or(-1), shares.by_number.unbiased.value_or(-1));
    }
    for (const auto& ladder : {ages_of(portfolio), ends_of(portfolio, data.corpus)}) {
        for (const auto& step : ladder.steps) {
            add(step.at.value_or(-1), step.families, step.value);
        }
    }
    const auto costs = costs_of(portfolio, data.corpus);
    for (const auto& year : costs.years) {
        add(year.year, year.families, year.rights, year.payable.fen);
    }
    add(costs.yuan_per_point.value_or(-1));
    for (const auto& row : portfolio_fields(portfolio, data.inputs(), rules()).rows) {
        add(row.field, row.families, row.all, row.value, row.mean_percentile.value_or(-1),
            row.rta.value_or(-1), row.own_recent.value_or(-1));
    }
    return text;
}

} // namespace

TEST_CASE("portfolio: the order of the records does not matter to any view") {
    for (std::uint32_t seed = 1; seed <= 15; ++seed) {
        auto held = drawn(seed, 70);
        const auto build = [&] {
            PortfolioCase data(held);
            for (const auto& one : held) {
                if (one.status == LegalState::granted) {
                    data.fee(one.number, "2023-01-01", 100 * (std::stoi(one.number.substr(2)) % 13));
                }
            }
            return figures(data);
        };
        const auto before = build();
        CHECK(before.size() > 500);
        std::mt19937 random(seed);
        std::ranges::shuffle(held, random);
        CHECK(build() == before);
    }
}

TEST_CASE("portfolio: facts of a family are gathered over the members held") {
    PortfolioCase data({{.number = "CN1", .filed = "2014-05-01", .claims = 20, .family = "F"},
                        {.number = "CN2",
                         .filed = "2013-05-01",
                         .claims = 30,
                         .family = "F",
                         .type = PatentType::utility_model},
                        {.number = "CN3", .claims = 60, .enterprises = {1}, .family = "F"},
                        {.number = "CN4", .status = LegalState::examination},
                        {.number = "CN5", .status = LegalState::unknown},
                        {.number = "CN6", .status = LegalState::fee_lapsed}});
    data.fee("CN1", "2022-05-01", 1200);
    data.fee("CN2", "2022-05-01", 600, true);
    data.fee("CN1", "2024-05-01", 2000);
    data.fee("CN3", "2022-06-01", 9000);
    data.uses[1].counts[EventKind::pledge] = 1;
    data.uses[0].told = false;
    const auto portfolio = data.of();
    REQUIRE(portfolio.families.size() == 4);
    CHECK(portfolio.active == 2);
    CHECK(portfolio.unknown == 1);
    const auto& family = family_of(portfolio, "F");
    CHECK(family.representative == data.at("CN2"));
    CHECK(family.members.size() == 2); // CN3 is another's
    CHECK(family.value.value() == Approx(30));
    CHECK(family.coverage == Approx(0.6));
    CHECK(family.filed->iso() == "2013-05-01");
    CHECK(family.end->iso() == "2034-05-01"); // of the invention, though the model represents
    CHECK(family.in_force.size() == 2);
    REQUIRE(family.fees.size() == 3);
    CHECK(family.fees[0].patent == data.at("CN1")); // by due date, then number
    CHECK(family.fees[1].patent == data.at("CN2"));
    CHECK(family.cost(data.fees.until).value().fen == 380'000);
    CHECK(family.cost(data.corpus.as_of.add_years(1)).value().fen == 180'000);
    CHECK(family.use.told);
    CHECK(family.use.counts.at(EventKind::pledge) == 1);
    CHECK(family_of(portfolio, "CN5").in_force.empty()); // nobody knows
    CHECK(family_of(portfolio, "CN4").cost(data.fees.until).reason() == Undefined::not_granted);
    CHECK(data.of(1).families.at(0).members == std::vector<std::uint32_t>{data.at("CN3")});
}

TEST_CASE("portfolio: a fee that cannot be told is not zero") {
    PortfolioCase data({{.number = "CN1", .family = "F"}, {.number = "CN2", .family = "F"}});
    data.fee("CN1", "2022-05-01", 1200);
    data.fees.unknown.emplace(data.at("CN2"), Undefined::no_data);
    const auto family = data.of().families.at(0);
    CHECK(family.cost(data.fees.until).reason() == Undefined::no_data);
    CHECK(family.fees.size() == 1); // what is known stays
}

} // namespace test_portfolio
