// SPDX-License-Identifier: GPL-3.0-or-later
// Families shared out among fields, inventors and applicants, with worked concentrations.
#include "portfolio_cases.hpp"

#include <longmen/analysis/portfolio_concentration.hpp>

namespace test_portfolio_concentration {

using namespace longmen;
using namespace longmen::analysis;
using namespace longmen::test;

TEST_CASE("portfolio concentration: worked shares of values and counts") {
    const PortfolioCase data({{.number = "CN1", .claims = 50, .ipc = lamps, .inventors = {"张三", "李四"}},
                              {.number = "CN2", .claims = 30, .inventors = {"李 四"}},
                              {.number = "CN3", .claims = 20, .applicants = {"甲公司", "某大学"}},
                              {.number = "CN4", .claims = {}, .inventors = {}},
                              {.number = "CN5", .claims = 90, .status = LegalState::fee_lapsed}});
    const auto portfolio = data.of();
    const auto families = holders_of(portfolio, data.corpus, Holder::family);
    CHECK(families.by_value.holders == 3);
    CHECK(*families.by_value.first1 == Approx(0.5));
    CHECK(*families.by_value.first5 == Approx(1));
    CHECK(*families.by_value.hhi == Approx(0.25 + 0.09 + 0.04));
    CHECK_FALSE(families.by_value.unbiased);
    CHECK(families.by_value.without == 1);

    const auto fields = holders_of(portfolio, data.corpus, Holder::field);
    REQUIRE(fields.rows.size() == 2);
    CHECK(fields.rows[0].families == 3); // valves
    CHECK(fields.rows[0].value == Approx(50));
    CHECK(*fields.by_number.hhi == Approx(0.625));
    CHECK(*fields.by_number.unbiased == Approx((4 * 0.625 - 1) / 3));

    const auto inventors = holders_of(portfolio, data.corpus, Holder::inventor);
    REQUIRE(inventors.rows.size() == 2); // blanks do not part a name
    CHECK(inventors.rows[0].families == Approx(1.5));
    CHECK(inventors.rows[0].value == Approx(25 + 30)); // 李四 before 张三 by value
    CHECK(inventors.rows[1].value == Approx(25 + 20));
    CHECK(inventors.by_number.counted == 3);
    CHECK(inventors.by_number.without == 1);

    const auto applicants = holders_of(portfolio, data.corpus, Holder::applicant);
    REQUIRE(applicants.rows.size() == 2);
    CHECK(applicants.rows[0].name == "甲公司");
    CHECK(applicants.rows[0].families == Approx(3.5));
    CHECK(applicants.rows[1].value_share == Approx(0.1));
}

TEST_CASE("portfolio concentration: shares add up to the families and the value") {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const PortfolioCase data(drawn(seed));
        const auto portfolio = data.of();
        for (const auto holder : {Holder::family, Holder::field, Holder::inventor, Holder::applicant}) {
            const auto shares = holders_of(portfolio, data.corpus, holder);
            double families = 0, share = 0;
            for (const auto& row : shares.rows) {
                families += row.families;
                share += row.share;
            }
            CHECK(families == Approx(static_cast<double>(shares.by_number.counted)));
            CHECK(share == Approx(shares.rows.empty() ? 0 : 1));
            CHECK(shares.by_number.counted + shares.by_number.without == portfolio.active);
        }
    }
}

} // namespace test_portfolio_concentration
