// SPDX-License-Identifier: GPL-3.0-or-later
// The facts of each family: members, terms, fees, uses.
#include "portfolio_cases.hpp"

using namespace longmen;
using namespace longmen::analysis;
using namespace longmen::test;

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
