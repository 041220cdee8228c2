// SPDX-License-Identifier: GPL-3.0-or-later
// A published table, the definition on random spells, and what a record tells of one.
#include "support/patents.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/indicators/renewal_survival.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

namespace test_renewal_survival {

using namespace longmen;
using namespace longmen::indicators;
using test::day;

namespace {

std::vector<RenewalSpell> spells(std::initializer_list<double> lapsed, std::initializer_list<double> alive) {
    std::vector<RenewalSpell> list;
    for (const double years : lapsed) {
        list.push_back({years, true});
    }
    for (const double years : alive) {
        list.push_back({years, false});
    }
    return list;
}

} // namespace

TEST_CASE("renewal survival: remissions of Freireich et al. (1963), as textbooks tabulate them") {
    const auto result =
        renewal_survival(
            spells({6, 6, 6, 7, 10, 13, 16, 22, 23}, {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}), 0.95)
            .value();
    CHECK(result.rights == 21);
    CHECK(result.lapses == 9);
    REQUIRE(result.steps.size() == 7);
    const std::vector<double> survival{0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448};
    const std::vector<double> errors{0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346};
    for (std::size_t i = 0; i < survival.size(); ++i) {
        CHECK(result.steps[i].survival == Approx(survival[i]).margin(6e-4));
        CHECK(result.steps[i].standard_error == Approx(errors[i]).margin(6e-5));
    }
    CHECK(result.steps[0].at_risk == 21);
    CHECK(result.steps[0].lapses == 3);
    CHECK(result.median.value() == 23);
    CHECK(*result.median_low == 13);
    CHECK_FALSE(result.median_high);
    CHECK(result.at(5.9).value() == 1);
    CHECK(result.at(6).value() == Approx(18.0 / 21));
    // ln(-ln) interval of 18/21: standard error of ln(-ln S) = sqrt(3 / (21 18)) / -ln(18/21).
    const double s = 18.0 / 21, reach = std::exp(1.959964 * std::sqrt(3.0 / (21 * 18)) / -std::log(s));
    CHECK(result.steps[0].interval.low == Approx(std::pow(s, reach)));
    CHECK(result.steps[0].interval.high == Approx(std::pow(s, 1 / reach)));
}

TEST_CASE("renewal survival: the product over times of lapse, on random spells in any order") {
    std::mt19937_64 random{17};
    for (int round = 0; round < 300; ++round) {
        std::vector<RenewalSpell> list;
        for (std::size_t i = 0; i < 1 + random() % 30; ++i) {
            list.push_back({static_cast<double>(random() % 12), random() % 3 != 0});
        }
        const auto result = renewal_survival(list, 0.95).value();
        for (int t = 0; t < 13; ++t) {
            double wanted = 1;
            for (int u = 0; u <= t; ++u) {
                int at_risk = 0, lapses = 0;
                for (const auto& one : list) {
                    at_risk += one.years >= u ? 1 : 0;
                    lapses += one.years == u && one.lapsed ? 1 : 0;
                }
                wanted *= at_risk > 0 ? 1 - static_cast<double>(lapses) / at_risk : 1;
            }
            const auto longest = std::ranges::max(list, {}, &RenewalSpell::years).years;
            const auto found = result.at(t);
            REQUIRE(found.defined() == (t <= longest || wanted == 0));
            if (found.defined()) {
                REQUIRE(found.value() == Approx(wanted).margin(1e-12));
            }
        }
        auto shuffled = list;
        std::ranges::shuffle(shuffled, random);
        const auto again = renewal_survival(shuffled, 0.95).value();
        REQUIRE(again.steps.size() == result.steps.size());
        for (std::size_t i = 0; i < again.steps.size(); ++i) {
            REQUIRE(again.steps[i].survival == result.steps[i].survival);
            REQUIRE(again.steps[i].interval.low <= again.steps[i].survival);
            REQUIRE(again.steps[i].interval.high >= again.steps[i].survival);
        }
    }
}

TEST_CASE("renewal survival: nobody, everybody alive, everybody gone") {
    CHECK(renewal_survival({}, 0.95).reason() == Undefined::no_data);
    const auto alive = renewal_survival(spells({}, {3, 4}), 0.95).value();
    CHECK(alive.steps.empty());
    CHECK(alive.median.reason() == Undefined::window_open);
    CHECK(alive.at(4).value() == 1);
    CHECK(alive.at(4.5).reason() == Undefined::window_open);
    const auto gone = renewal_survival(spells({2, 2}, {}), 0.95).value();
    CHECK(gone.at(2).value() == 0);
    CHECK(gone.median.value() == 2);
    CHECK(gone.steps[0].interval.high == 0);
    CHECK_THROWS_AS(renewal_survival(spells({-1}, {}), 0.95), UsageError);
    CHECK_THROWS_AS(renewal_survival(spells({1}, {}), 0), UsageError);
}

TEST_CASE("renewal survival: lapse ends a spell, the term and the cut-off date censor it") {
    RenewalDates dates{day("2000-03-01"), {}, day("2020-03-01"), true};
    auto spell = renewal_spell(dates, day("2010-03-01")).value();
    CHECK(spell.years == 10);
    CHECK_FALSE(spell.lapsed);
    spell = renewal_spell(dates, day("2024-01-01")).value();
    CHECK(spell.years == 20);
    CHECK_FALSE(spell.lapsed);
    dates.lapsed = day("2008-03-01");
    spell = renewal_spell(dates, day("2024-01-01")).value();
    CHECK(spell.years == 8);
    CHECK(spell.lapsed);
    CHECK_FALSE(renewal_spell(dates, day("2007-03-01")).value().lapsed);
    CHECK(renewal_spell(dates, day("2007-03-01")).value().years == 7);
    dates.lapsed = day("2020-03-01"); // a notice of expiry
    CHECK_FALSE(renewal_spell(dates, day("2024-01-01")).value().lapsed);
}

TEST_CASE("renewal survival: dates that tell no spell") {
    const auto as_of = day("2010-03-01");
    CHECK(renewal_spell({{}, day("2005-01-01"), {}, false}, as_of).reason() == Undefined::no_data);
    CHECK(renewal_spell({day("2000-03-01"), {}, {}, false}, as_of).reason() == Undefined::no_data);
    CHECK(renewal_spell({day("2000"), day("2005-01-01"), {}, false}, as_of).reason() == Undefined::no_data);
    CHECK(renewal_spell({day("2011-03-01"), {}, {}, true}, as_of).reason() == Undefined::not_applicable);
    CHECK(renewal_spell({day("2000-03-01"), day("1999-01-01"), {}, false}, as_of).reason() ==
          Undefined::impossible_value);
    CHECK(renewal_spell({day("2000-03-01"), {}, day("2000-03-01"), true}, as_of).reason() ==
          Undefined::impossible_value);
}

} // namespace test_renewal_survival
