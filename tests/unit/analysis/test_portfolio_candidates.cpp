// SPDX-License-Identifier: GPL-3.0-or-later
// The list to look at: hand cases, the definition taken literally on drawn portfolios, no field emptied.
#include "portfolio_cases.hpp"

#include <longmen/analysis/portfolio_candidates.hpp>

#include <set>

namespace test_portfolio_candidates {

using namespace longmen;
using namespace longmen::analysis;
using namespace longmen::test;
using Catch::Matchers::Contains;

namespace {

/// Five families of one field and year with 10, 20, 30, 40, 50 claims and old citations, each with a fee that
/// grows as its value falls.
std::vector<Held> five() {
    std::vector<Held> held;
    for (int i = 1; i <= 5; ++i) {
        held.push_back({.number = "CN" + std::to_string(i), .claims = 10 * i, .citations = 10 * i});
    }
    return held;
}

PortfolioCase with_fees(const std::vector<Held>& held = five()) {
    PortfolioCase data(held);
    for (int i = 1; i <= 5; ++i) {
        data.fee("CN" + std::to_string(i), "2022-06-01", 1000 * (6 - i));
        data.fee("CN" + std::to_string(i), "2023-06-01", 1000);
    }
    return data;
}

Candidates list(const PortfolioCase& data) {
    return candidates_of(data.of(), data.inputs(), portfolio_rules());
}

std::string number(const PortfolioCase& data, const Portfolio& portfolio, const Candidate& one) {
    return data.corpus.patents[portfolio.families[one.family].representative].number;
}

} // namespace

TEST_CASE("portfolio candidates: low, costly, unused, with others above it") {
    const auto data = with_fees();
    const auto found = list(data);
    CHECK(found.looked_at == 5);
    CHECK(found.cost_line->fen == 400'000); // of 6000, 5000, 4000, 3000, 2000
    REQUIRE(found.rows.size() == 1);        // the next one stands at 0.3
    const auto& one = found.rows[0];
    CHECK(number(data, data.of(), one) == "CN1");
    CHECK(one.sure);
    CHECK(found.sure == 1);
    CHECK(one.above == 4);
    CHECK(one.saving.at(2022).fen == 500'000);
    CHECK(one.saved.fen == 600'000);
    REQUIRE(one.reasons.size() == 4);
    CHECK_THAT(one.reasons[0].en, Contains("value 10.0: percentile 10 among the 5 families of cohort CN/"));
    CHECK_THAT(one.reasons[0].zh, Contains("5 个专利族中处于第 10 百分位"));
    CHECK_THAT(one.reasons[1].en, Contains("6000 CNY") && Contains("4000 CNY"));
    CHECK(one.unknown.empty());
}

TEST_CASE("portfolio candidates: a use, a price below the line or no right in force keeps a family off") {
    auto used = with_fees();
    used.uses[used.at("CN1")].counts[EventKind::licence] = 1;
    CHECK(list(used).rows.empty());
    auto moved = with_fees(); // a transfer is no use, but is told
    moved.uses[moved.at("CN1")].counts[EventKind::transfer] = 2;
    REQUIRE(list(moved).rows.size() == 1);
    CHECK_THAT(list(moved).rows[0].against.at(0).en, Contains("transferred: 2"));
    auto late = with_fees(); // nobody told whether it was paid
    late.fee("CN1", "2021-12-01", 700, true);
    REQUIRE(list(late).rows.size() == 1);
    CHECK_THAT(list(late).rows[0].against.at(0).en, Contains("700 CNY") && Contains("may be paid already"));
    late.fees.fees.front().unpaid = true;
    CHECK(list(late).rows.at(0).against.empty());
    auto pending = five();
    pending[0].status = LegalState::examination;
    CHECK(list(with_fees(pending)).rows.empty());
    auto alone = five();
    for (int i = 1; i < 5; ++i) {
        alone[static_cast<std::size_t>(i)].enterprises = {1}; // others' families do not cover ours
    }
    CHECK(list(with_fees(alone)).rows.empty());
}

TEST_CASE("portfolio candidates: what is not known makes it one to look at, never a candidate") {
    const auto look = [](const PortfolioCase& data, CandidateRule rule, const char* why) {
        const auto found = list(data);
        const auto row = std::ranges::find_if(
            found.rows, [&](const Candidate& one) { return number(data, data.of(), one) == "CN1"; });
        REQUIRE(row != found.rows.end());
        CHECK_FALSE(row->sure);
        CHECK(row->told[static_cast<std::size_t>(rule)] == Told::unknown);
        REQUIRE_FALSE(row->unknown.empty());
        CHECK_THAT(row->unknown.front().en, Contains(why));
    };
    auto untold = with_fees();
    untold.uses[0].told = false;
    look(untold, CandidateRule::unused, "nothing is told");
    auto no_fee = with_fees();
    no_fee.fees.unknown.emplace(no_fee.at("CN1"), Undefined::no_data);
    look(no_fee, CandidateRule::costly, "fees cannot be told");
    auto young = five(); // citations still come in
    for (auto& one : young) {
        one.filed = "2020-06-01";
    }
    look(with_fees(young), CandidateRule::solid_value, "still growing");
    auto no_value = five();
    no_value[0].claims.reset();
    no_value[0].citations.reset();
    look(with_fees(no_value), CandidateRule::low_value, "no value or percentile");
    auto no_state = five();
    no_state[0].status = LegalState::unknown;
    look(with_fees(no_state), CandidateRule::in_force, "legal status");
}

TEST_CASE("portfolio candidates: drawn portfolios against the definition, in any order of records") {
    std::size_t sure = 0, looked = 0;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        auto held = drawn(seed, 80);
        const auto build = [&](const std::vector<Held>& records) {
            PortfolioCase data(records);
            for (const auto& one : records) {
                const int n = std::stoi(one.number.substr(2));
                if (one.status == LegalState::granted && n % 7 != 0) {
                    data.fee(one.number, "2023-01-01", 100 * (n % 13));
                } else if (one.status == LegalState::granted) {
                    data.fees.unknown.emplace(data.at(one.number), Undefined::no_data);
                }
                auto& use = data.uses[data.at(one.number)];
                use.told = n % 5 != 0;
                if (n % 11 == 0) {
                    use.counts[EventKind::pledge] = 1;
                }
            }
            return data;
        };
        const auto data = build(held);
        const auto portfolio = data.of();
        const auto found = list(data);

        // --- the conditions, family by family, from the records ------------------------------------------
        std::vector<double> costs;
        for (const auto& family : portfolio.families) {
            const auto cost = family.cost(portfolio.until);
            if (family.active && cost.defined()) {
                costs.push_back(static_cast<double>(cost.value().fen));
            }
        }
        std::ranges::sort(costs);
        const auto half = costs.size() / 2;
        const double line = costs.empty()           ? 0
                            : costs.size() % 2 == 1 ? costs[half]
                                                    : (costs[half - 1] + costs[half]) / 2;
        std::set<std::string> candidates, look;
        for (const auto& family : portfolio.families) {
            if (!family.active && family.validity != Validity::unknown) {
                continue;
            }
            std::vector<int> states; // 0 no, 1 yes, 2 unknown
            states.push_back(!family.active ? 2 : family.in_force.empty() ? 0 : 1);
            const auto& percentile = family.place.percentile;
            states.push_back(!percentile.defined() ? 2 : percentile.value() <= 0.25 ? 1 : 0);
            states.push_back(family.value.defined() && family.value.complete() && family.coverage >= 0.6 ? 1
                                                                                                         : 2);
            const auto cost = family.cost(portfolio.until);
            states.push_back(!cost.defined() || costs.empty()               ? 2
                             : static_cast<double>(cost.value().fen) > line ? 1
                                                                            : 0);
            states.push_back(family.use.counts.contains(EventKind::pledge) ? 0 : family.use.told ? 1 : 2);
            bool higher = false, open = false;
            for (const auto& other : portfolio.families) {
                if (&other == &family || !other.active || other.field != family.field) {
                    continue;
                }
                open = open || !other.value.defined();
                higher = higher || (other.value.defined() && family.value.defined() &&
                                    (other.value.value() > family.value.value() ||
                                     (other.value.value() == family.value.value() &&
                                      data.corpus.patents[other.representative].number <
                                          data.corpus.patents[family.representative].number)));
            }
            states.push_back(family.field == 0 || !family.value.defined() ? 2 : higher ? 1 : open ? 2 : 0);
            if (std::ranges::count(states, 0) == 0) {
                (std::ranges::count(states, 2) == 0 ? candidates : look).insert(family.key);
            }
        }
        std::set<std::string> got, got_look;
        for (const auto& one : found.rows) {
            (one.sure ? got : got_look).insert(portfolio.families[one.family].key);
        }
        CHECK(got == candidates);
        CHECK(got_look == look);
        sure += got.size();
        looked += got_look.size();

        // --- no field loses all its families to the candidates --------------------------------------------
        std::set<int> before, after;
        for (const auto& family : portfolio.families) {
            if (family.active) {
                before.insert(family.field);
                if (!got.contains(family.key)) {
                    after.insert(family.field);
                }
            }
        }
        CHECK(before == after);

        // --- another order of the records -----------------------------------------------------------------
        std::mt19937 random(seed);
        std::ranges::shuffle(held, random);
        const auto shuffled = build(held);
        const auto again = list(shuffled);
        REQUIRE(again.rows.size() == found.rows.size());
        for (std::size_t i = 0; i < again.rows.size(); ++i) {
            CHECK(shuffled.of().families[again.rows[i].family].key ==
                  portfolio.families[found.rows[i].family].key);
            CHECK(again.rows[i].saved == found.rows[i].saved);
        }
    }
    CHECK(sure > 5); // the drawn portfolios do have some
    CHECK(looked > 20);
}

} // namespace test_portfolio_candidates
