// SPDX-License-Identifier: GPL-3.0-or-later
// Choices against hand values and the bare definition.
#include "choice_cases.hpp"

#include <longmen/base/errors.hpp>

#include <catch2/catch.hpp>

namespace test_choice {

using namespace longmen;
using namespace longmen::scoring;
using cases::undefined;

TEST_CASE("choice: weights are shared out among the terms that are defined") {
    Choice choice{{0.5, 1, 0.2, undefined, undefined, undefined}, {0.75, 0.25}, {}, {}};
    choice.rule.best = 2;
    const auto now = chosen_under(choice, choice.weights);
    CHECK(*now.scores[0] == 0.625);
    CHECK(*now.scores[1] == Approx(0.2));
    CHECK(!now.scores[2]);
    CHECK(now.places == std::vector<std::uint32_t>{1, 2, 3});
    CHECK(now.chosen == std::vector<char>{1, 1, 0});
    choice.rule.best = 3;
    CHECK(chosen_under(choice, choice.weights).chosen == std::vector<char>{1, 1, 0});
}

TEST_CASE("choice: equal scores go by the tie place, and rounding noise is no difference") {
    // 0.1 + 0.2 and 0.3 differ in the last bit.
    Choice choice{{0.3, 0.3, 0.1, 0.5}, {0.5, 0.5}, {}, {1, 0}};
    choice.rule.best = 1;
    CHECK(chosen_under(choice, choice.weights).chosen == std::vector<char>{0, 1});
    choice.tie_places = {0, 1};
    CHECK(chosen_under(choice, choice.weights).chosen == std::vector<char>{1, 0});
    choice.rule = {};
    choice.rule.at_least = 0.3;
    CHECK(chosen_under(choice, choice.weights).chosen == std::vector<char>{1, 1});
}

TEST_CASE("choice: too little coverage is no score") {
    Choice choice{{1, undefined, 0.5, 0.5}, {0.25, 0.75}, {}, {}};
    choice.rule.best = 1;
    choice.rule.least_coverage = 0.25;
    CHECK(chosen_under(choice, choice.weights).chosen == std::vector<char>{1, 0});
    choice.rule.least_coverage = 0.3;
    CHECK(chosen_under(choice, choice.weights).chosen == std::vector<char>{0, 1});
}

TEST_CASE("choice: equals the counting definition on random choices") {
    std::mt19937_64 random{5};
    for (int round = 0; round < 200; ++round) {
        auto choice = cases::random_choice(random, {1 + random() % 12, 1 + random() % 4, 4, 4});
        if (random() % 2 == 0) {
            choice.rule.best = random() % 13;
        } else {
            choice.rule.at_least = static_cast<double>(random() % 5) / 4;
        }
        const auto now = chosen_under(choice, choice.weights);
        for (std::size_t i = 0; i < choice.candidates(); ++i) {
            REQUIRE((now.chosen[i] != 0) == cases::plainly_chosen(choice, i, choice.weights));
        }
    }
}

TEST_CASE("choice: refuses what it cannot decide") {
    Choice good{{0.5, 1}, {0.75, 0.25}, {}, {}};
    good.rule.best = 1;
    CHECK_NOTHROW(check_choice(good));
    const auto refused = [&](auto spoil) {
        auto choice = good;
        spoil(choice);
        CHECK_THROWS_AS(check_choice(choice), UsageError);
    };
    refused([](Choice& c) { c.values[0] = 1.5; });
    refused([](Choice& c) { c.values.push_back(0); });
    refused([](Choice& c) { c.weights = {0.75, 0.5}; });
    refused([](Choice& c) { c.weights = {1.25, -0.25}; });
    refused([](Choice& c) { c.weights = {}; });
    refused([](Choice& c) { c.rule.at_least = 0.5; });
    refused([](Choice& c) { c.rule.best.reset(); });
    refused([](Choice& c) { c.tie_places = {0, 0}; });
    refused([](Choice& c) { c.rule.least_coverage = 0; });
    refused([](Choice& c) { c.rule.grain = 1e12; });
}

} // namespace test_choice
