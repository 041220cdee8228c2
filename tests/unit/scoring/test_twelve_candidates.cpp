// SPDX-License-Identifier: GPL-3.0-or-later
// Twelve candidates, everything by force: each certificate and each share against trying all there is.
#include "nearest_weights.hpp"

#include <longmen/scoring/decision_margin.hpp>
#include <longmen/scoring/rank_acceptability.hpp>

#include <catch2/catch.hpp>

#include <numeric>

namespace test_twelve_candidates {

using namespace longmen;
using namespace longmen::scoring;
using cases::by_vertices;
using cases::distance;
using cases::moved;
using cases::plainly_chosen;

namespace {

constexpr std::size_t twelve = 12;
constexpr std::size_t terms = 3;

/// The nearest of 2,521 figures in 0..1 that turns the decision; 9 without one.
template <class Decide>
double by_grid(double from, bool now, Decide chosen) {
    constexpr int parts = 2520;
    double nearest = 9;
    for (int g = 0; g <= parts; ++g) {
        const double v = static_cast<double>(g) / parts;
        if (std::abs(v - from) < nearest && chosen(v) != now) {
            nearest = std::abs(v - from);
        }
    }
    return nearest;
}

/// Nothing on the grid is nearer than the figure found, and that figure turns the decision.
template <class Decide>
void check(const std::optional<FigureFlip>& flip, double from, bool now, Decide chosen) {
    const double nearest = by_grid(from, now, chosen);
    REQUIRE((flip.has_value() || nearest == 9));
    if (flip) {
        REQUIRE(std::abs(flip->boundary - from) <= nearest + 1e-9);
        REQUIRE(chosen(flip->to) != now);
        REQUIRE(std::abs(flip->to - flip->boundary) < 1e-6);
    }
}

Choice twelve_candidates(std::mt19937_64& random, int round) {
    auto choice = cases::random_choice(random, {twelve, terms, 20, 0});
    if (round % 3 == 0) {
        choice.rule.at_least = 0.5;
    } else {
        choice.rule.best = 3 + random() % 7;
    }
    return choice;
}

} // namespace

TEST_CASE("twelve candidates: the least change of a weight, a value, the rule and all weights, by force") {
    std::mt19937_64 random{51};
    std::size_t turned = 0;
    for (int round = 0; round < 6; ++round) {
        const auto choice = twelve_candidates(random, round);
        Threads pool{2};
        DecisionMarginOptions options;
        options.asked.resize(twelve);
        std::iota(options.asked.begin(), options.asked.end(), 0U);
        const auto found = decision_margins(choice, options, pool);
        REQUIRE(found.size() == twelve);
        for (const auto& margin : found) {
            const auto i = margin.candidate;
            INFO("round " << round << " candidate " << i);
            REQUIRE(margin.chosen == plainly_chosen(choice, i, choice.weights));
            for (std::size_t t = 0; t < terms; ++t) {
                check(margin.by_weight[t], choice.weights[t], margin.chosen,
                      [&](double v) { return plainly_chosen(choice, i, moved(choice.weights, t, v)); });
                auto changed = choice;
                auto& value = changed.values[i * terms + t];
                const double from = value;
                check(margin.by_value[t], from, margin.chosen, [&](double v) {
                    value = v;
                    return plainly_chosen(changed, i, choice.weights);
                });
            }
            if (choice.rule.best) {
                std::size_t nearest = 99;
                for (std::size_t k = 0; k <= twelve; ++k) {
                    auto changed = choice;
                    changed.rule.best = k;
                    const auto far = k > *choice.rule.best ? k - *choice.rule.best : *choice.rule.best - k;
                    if (plainly_chosen(changed, i, choice.weights) != margin.chosen) {
                        nearest = std::min(nearest, far);
                    }
                }
                REQUIRE(std::abs(margin.by_rule->to - margin.by_rule->from) == static_cast<double>(nearest));
            }
            const double least = by_vertices(choice, i);
            REQUIRE(margin.by_weights.exact);
            REQUIRE(margin.by_weights.found == (least < 9));
            if (margin.by_weights.found) {
                ++turned;
                REQUIRE(margin.by_weights.upper_bound == Approx(least).margin(1e-6));
                REQUIRE(plainly_chosen(choice, i, margin.by_weights.weights) != margin.chosen);
                REQUIRE(distance(margin.by_weights.weights, choice.weights) ==
                        Approx(margin.by_weights.upper_bound).margin(1e-12));
            }
        }
    }
    CHECK(turned > 30);
}

TEST_CASE("twelve candidates: the share of weightings under which each stays, counted one by one") {
    std::mt19937_64 random{52};
    for (int round = 0; round < 4; ++round) {
        const auto choice = twelve_candidates(random, round);
        RankAcceptabilityOptions options;
        options.weightings = 5000;
        options.seed = 7;
        Threads pool{2};
        const auto found = rank_acceptability(choice, options, pool);
        std::vector<std::uint64_t> times(twelve);
        std::size_t drawn = 0;
        for (std::size_t block = 0; drawn < options.weightings; ++block) {
            const auto weights = drawn_weights(choice, options, block);
            for (std::size_t w = 0; w + terms <= weights.size() && drawn < options.weightings;
                 w += terms, ++drawn) {
                const std::vector<double> one(weights.begin() + static_cast<std::ptrdiff_t>(w),
                                              weights.begin() + static_cast<std::ptrdiff_t>(w + terms));
                for (std::size_t i = 0; i < twelve; ++i) {
                    times[i] += plainly_chosen(choice, i, one) ? 1 : 0;
                }
            }
        }
        for (std::size_t i = 0; i < twelve; ++i) {
            CHECK(found[i].times_chosen == times[i]);
        }
    }
}

} // namespace test_twelve_candidates
