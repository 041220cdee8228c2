// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates against hand values, grids and vertices of the weights, and scoring anew.
#include "nearest_weights.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/scoring/decision_margin.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

namespace test_decision_margin {

using namespace longmen;
using namespace longmen::scoring;
using cases::by_greed;
using cases::by_vertices;
using cases::distance;
using cases::moved;
using cases::plainly_chosen;
using cases::set_rule;
using cases::undefined;

namespace {

std::vector<DecisionMargin> margins(const Choice& choice, unsigned threads = 1) {
    Threads pool{threads};
    DecisionMarginOptions options;
    options.asked.resize(choice.candidates());
    std::iota(options.asked.begin(), options.asked.end(), 0U);
    return decision_margins(choice, options, pool);
}

/// `chosen(v)` is the bare decision at v in 0..1. A grid that holds most simple fractions.
template <class Decide>
void check_figure(const std::optional<FigureFlip>& flip, double from, Decide chosen) {
    constexpr int grid = 840;
    constexpr double noise = 1e-6;
    const bool now = chosen(from);
    if (flip) {
        REQUIRE(flip->from == from);
        REQUIRE(chosen(flip->to) != now);
        REQUIRE((flip->to == flip->boundary) == flip->at_boundary);
        REQUIRE(std::abs(flip->to - from) >= std::abs(flip->boundary - from));
    }
    const double near = flip ? std::abs(flip->boundary - from) - noise : 2;
    for (int g = 0; g <= grid; ++g) {
        const double v = static_cast<double>(g) / grid;
        REQUIRE((std::abs(v - from) >= near || chosen(v) == now));
        const double close = from + (2 * v - 1) * near;
        REQUIRE((close < 0 || close > 1 || near <= 0 || chosen(close) == now));
    }
}

} // namespace

TEST_CASE("decision margin: two candidates by hand") {
    Choice choice{{1, 0, 0, 1}, {0.6, 0.4}, {}, {}};
    choice.rule.best = 1;
    const auto found = margins(choice);
    const auto& first = found[0];
    CHECK(first.chosen);
    CHECK(first.place == 1);
    // Equal at one half; the first wins ties, so it falls below one half only.
    CHECK(first.by_weight[0]->boundary == Approx(0.5));
    CHECK(!first.by_weight[0]->at_boundary);
    CHECK(first.by_weight[0]->to < 0.5);
    CHECK(first.by_weight[0]->rival == 1U);
    CHECK(*first.by_weight[0]->score < *first.by_weight[0]->line);
    CHECK(first.by_value[0]->boundary == Approx(2.0 / 3));
    CHECK(first.by_value[1] == std::nullopt); // is 0 already, and more of it does no harm
    CHECK(first.by_weights.exact);
    CHECK(first.by_weights.upper_bound == Approx(0.2));
    CHECK(first.by_rule->to == 0);
    CHECK(found[1].by_rule->to == 2);
    CHECK(!found[1].by_weight[0]->at_boundary);
    choice.tie_places = {1, 0};
    CHECK(margins(choice)[0].by_weight[0]->at_boundary);
    CHECK(margins(choice)[0].by_weight[0]->to == Approx(0.5));
}

TEST_CASE("decision margin: a threshold by hand") {
    Choice choice{{0.8, 0.2}, {0.5, 0.5}, {}, {}};
    choice.rule.at_least = 0.6;
    const auto out = margins(choice)[0];
    CHECK(!out.chosen);
    CHECK(out.by_weight[0]->boundary == Approx(2.0 / 3));
    CHECK(out.by_value[0]->boundary == Approx(1.0));
    CHECK(out.by_value[1]->boundary == Approx(0.4));
    CHECK(out.by_rule->to == Approx(0.5));
    CHECK(out.by_rule->at_boundary);
    CHECK(out.by_weights.upper_bound == Approx(1.0 / 3));
    choice.rule.at_least = 0.5;
    const auto in = margins(choice)[0];
    CHECK(in.chosen);
    CHECK(in.by_rule->boundary == Approx(0.5));
    CHECK(!in.by_rule->at_boundary);
    CHECK(in.by_rule->to > 0.5);
    // On the line: the least loss of weight takes it out.
    CHECK(in.by_weights.upper_bound < 1e-7);
}

TEST_CASE("decision margin: what cannot flip says so") {
    Choice choice{{0.9, 0.8, 0.1, 0.2, undefined, undefined}, {0.5, 0.5}, {}, {}};
    choice.rule.best = 1;
    const auto found = margins(choice);
    for (const auto& margin : found) {
        CHECK(!margin.by_weight[0]);
        CHECK(!margin.by_weights.found);
        CHECK(margin.by_weights.exact);
    }
    CHECK(!found[2].score);
    CHECK(!found[2].by_value[0]);
    CHECK(!found[2].by_rule);
}

TEST_CASE("decision margin: one weight, one value and the rule equal the grid") {
    std::mt19937_64 random{11};
    for (int round = 0; round < 60; ++round) {
        auto choice = cases::random_choice(
            random, {2 + random() % 8, 2 + random() % 3, 8, static_cast<unsigned>(round % 2 == 0 ? 0 : 5)});
        set_rule(choice, random);
        choice.rule.least_coverage = round % 3 == 0 ? 0.25 : 0.01;
        for (const auto& margin : margins(choice)) {
            const auto i = margin.candidate;
            REQUIRE(margin.chosen == plainly_chosen(choice, i, choice.weights));
            for (std::size_t t = 0; t < choice.terms(); ++t) {
                check_figure(margin.by_weight[t], choice.weights[t], [&](double v) {
                    return plainly_chosen(
                        choice, i, v == choice.weights[t] ? choice.weights : moved(choice.weights, t, v));
                });
                const double value = choice.values[i * choice.terms() + t];
                if (std::isnan(value)) {
                    REQUIRE(!margin.by_value[t]);
                    continue;
                }
                auto changed = choice;
                check_figure(margin.by_value[t], value, [&](double v) {
                    changed.values[i * choice.terms() + t] = v;
                    return plainly_chosen(changed, i, choice.weights);
                });
            }
            if (margin.by_rule) {
                auto changed = choice;
                changed.rule.best.reset();
                changed.rule.at_least.reset();
                if (choice.rule.best) {
                    changed.rule.best = static_cast<std::size_t>(margin.by_rule->to);
                } else {
                    changed.rule.at_least = margin.by_rule->to;
                }
                REQUIRE(plainly_chosen(changed, i, choice.weights) != margin.chosen);
            }
        }
    }
}

TEST_CASE("decision margin: all weights equal the vertices with complete data") {
    std::mt19937_64 random{12};
    int found = 0, none = 0;
    for (int round = 0; round < 60; ++round) {
        auto choice = cases::random_choice(random, {2 + random() % 8, 3, 8, 0});
        set_rule(choice, random);
        for (const auto& margin : margins(choice)) {
            const auto& flip = margin.by_weights;
            const double least = by_vertices(choice, margin.candidate);
            INFO("round " << round << " candidate " << margin.candidate);
            REQUIRE(flip.exact);
            REQUIRE(flip.found == (least < 9));
            if (flip.found) {
                REQUIRE(flip.upper_bound == Approx(least).margin(1e-6));
                REQUIRE(distance(flip.weights, choice.weights) == Approx(flip.upper_bound).margin(1e-12));
                REQUIRE(std::accumulate(flip.weights.begin(), flip.weights.end(), 0.0) == Approx(1));
                REQUIRE(plainly_chosen(choice, margin.candidate, flip.weights) != margin.chosen);
            }
            (flip.found ? found : none) += 1;
        }
    }
    CHECK(found > 100);
    CHECK(none > 20);
}

TEST_CASE("decision margin: against one rival or a threshold, all weights equal the greedy move") {
    std::mt19937_64 random{13};
    for (int round = 0; round < 200; ++round) {
        const std::size_t m = 2 + random() % 6;
        const bool line = round % 2 == 0;
        auto choice = cases::random_choice(random, {2, m, 1000, static_cast<unsigned>(line ? 6 : 0)});
        if (line) {
            choice.rule.at_least = 0.5;
        } else {
            choice.rule.best = 1;
        }
        const auto found = margins(choice);
        for (const auto& margin : found) {
            std::vector<double> gain;
            bool whole = true;
            for (std::size_t t = 0; t < m; ++t) {
                const double x = choice.values[margin.candidate * m + t];
                const double y = line ? 0.5 : choice.values[(1 - margin.candidate) * m + t];
                whole = whole && !std::isnan(x);
                gain.push_back(std::isnan(x) ? 0 : (margin.chosen ? y - x : x - y));
            }
            const double least = by_greed(choice.weights, gain);
            const bool can = *std::max_element(gain.begin(), gain.end()) > 0;
            if (!margin.score || (!can && !whole)) {
                continue; // leaves by losing its score, if at all
            }
            REQUIRE(margin.by_weights.exact);
            REQUIRE(margin.by_weights.found == can);
            if (can) {
                REQUIRE(margin.by_weights.upper_bound == Approx(least).margin(1e-5));
            }
        }
    }
}

TEST_CASE("decision margin: bounds over all weights hold with undefined terms") {
    std::mt19937_64 random{14};
    int exact = 0, all = 0;
    for (int round = 0; round < 40; ++round) {
        auto choice = cases::random_choice(random, {2 + random() % 6, 3, 8, 4});
        set_rule(choice, random);
        choice.rule.least_coverage = round % 2 == 0 ? 0.3 : 0.01;
        for (const auto& margin : margins(choice)) {
            const auto& flip = margin.by_weights;
            double least = 9;
            constexpr int grid = 120;
            for (int a = 0; a <= grid; ++a) {
                for (int b = 0; a + b <= grid; ++b) {
                    const std::vector<double> w{a / 120.0, b / 120.0, (grid - a - b) / 120.0};
                    if (plainly_chosen(choice, margin.candidate, w) != margin.chosen) {
                        least = std::min(least, distance(w, choice.weights));
                    }
                }
            }
            INFO("round " << round << " candidate " << margin.candidate);
            REQUIRE(flip.lower_bound <= least + 1e-6);
            REQUIRE((flip.found || least == 9 || !flip.exact));
            if (flip.found) {
                REQUIRE(flip.lower_bound <= flip.upper_bound);
                REQUIRE((!flip.exact || flip.upper_bound <= least + 1e-6));
                REQUIRE(plainly_chosen(choice, margin.candidate, flip.weights) != margin.chosen);
            }
            exact += flip.exact ? 1 : 0;
            ++all;
        }
    }
    CHECK(exact * 10 >= all * 9);
}

TEST_CASE("decision margin: no weights nearer than the lower bound flip, with more terms") {
    std::mt19937_64 random{18};
    std::normal_distribution<double> normal;
    int exact = 0;
    for (int round = 0; round < 12; ++round) {
        auto choice =
            cases::random_choice(random, {15, 6, 20, static_cast<unsigned>(round % 2 == 0 ? 0 : 7)});
        choice.rule.best = 2 + random() % 12;
        for (const auto& margin : margins(choice)) {
            const auto& flip = margin.by_weights;
            exact += flip.exact ? 1 : 0;
            REQUIRE(plainly_chosen(choice, margin.candidate, flip.found ? flip.weights : choice.weights) !=
                    (flip.found == margin.chosen));
            for (int draw = 0; draw < 400; ++draw) {
                // Towards the weights found, with some noise, just inside the bound.
                auto there = choice.weights;
                double sum = 0;
                for (std::size_t t = 0; t < 6; ++t) {
                    const double aim = flip.found ? flip.weights[t] - choice.weights[t] : 0;
                    there[t] = std::max(0.0, choice.weights[t] + aim + normal(random) * 0.002 * (draw % 50));
                    sum += there[t];
                }
                for (auto& weight : there) {
                    weight /= sum;
                }
                const double far = distance(there, choice.weights);
                const double share = std::min(1.0, flip.lower_bound * (1 - 1e-6) / far);
                for (std::size_t t = 0; t < 6; ++t) {
                    there[t] = choice.weights[t] + share * (there[t] - choice.weights[t]);
                }
                REQUIRE(plainly_chosen(choice, margin.candidate, there) == margin.chosen);
            }
        }
    }
    CHECK(exact >= 12 * 15 * 9 / 10);
}

TEST_CASE("decision margin: a search that is cut short still gives true bounds") {
    std::mt19937_64 random{19};
    int cut = 0;
    for (int round = 0; round < 60; ++round) {
        auto choice = cases::random_choice(random, {9, 3, 8, 0});
        choice.rule.best = 2 + random() % 6;
        Threads pool{1};
        DecisionMarginOptions options;
        options.most_nodes = static_cast<std::size_t>(round % 3);
        for (const auto& margin : decision_margins(choice, options, pool)) {
            const auto& flip = margin.by_weights;
            const double least = by_vertices(choice, margin.candidate);
            REQUIRE(flip.lower_bound <= least + 1e-6);
            REQUIRE((!flip.found || flip.upper_bound >= least - 1e-6));
            REQUIRE((!flip.exact || flip.found == (least < 9)));
            REQUIRE((!flip.exact || !flip.found || flip.upper_bound <= least + 1e-6));
            cut += flip.exact ? 0 : 1;
        }
    }
    CHECK(cut > 10);
}

TEST_CASE("decision margin: one term, no place, no candidates") {
    Choice choice{{0.2, 0.6}, {1}, {}, {}};
    choice.rule.best = 1;
    const auto two = margins(choice);
    CHECK(two[0].candidate == 1);
    CHECK(!two[0].by_weight[0]);
    CHECK(two[0].by_value[0]->boundary == Approx(0.2));
    CHECK(two[0].by_value[0]->at_boundary); // the other one wins ties
    CHECK(two[1].by_value[0]->boundary == Approx(0.6));
    CHECK((two[0].by_weights.exact && !two[0].by_weights.found));
    choice.rule.best = 0;
    for (const auto& margin : margins(choice)) {
        CHECK(!margin.chosen);
        CHECK(!margin.by_value[0]);
        CHECK((margin.by_weights.exact && !margin.by_weights.found));
        CHECK(margin.by_rule->to == margin.place);
    }
    choice.values.clear();
    CHECK(margins(choice).empty());
}

TEST_CASE("decision margin: with two terms one weight says all, undefined terms or not") {
    std::mt19937_64 random{15};
    for (int round = 0; round < 150; ++round) {
        auto choice = cases::random_choice(random, {2 + random() % 8, 2, 8, 4});
        set_rule(choice, random);
        for (const auto& margin : margins(choice)) {
            const auto& one = margin.by_weight[0];
            const auto& all = margin.by_weights;
            INFO("round " << round << " candidate " << margin.candidate);
            REQUIRE(all.exact);
            REQUIRE(all.found == one.has_value());
            if (one) {
                REQUIRE(all.upper_bound == Approx(2 * std::abs(one->boundary - one->from)).margin(3e-6));
            }
        }
    }
}

TEST_CASE("decision margin: threads and the order of the candidates change nothing") {
    std::mt19937_64 random{16};
    auto choice = cases::random_choice(random, {12, 4, 8, 6});
    choice.rule.best = 5;
    const auto one = margins(choice, 1), three = margins(choice, 3);
    auto turned = choice;
    for (std::size_t i = 0; i < 12; ++i) {
        std::copy_n(choice.values.begin() + static_cast<std::ptrdiff_t>(4 * i), 4,
                    turned.values.begin() + static_cast<std::ptrdiff_t>(4 * (11 - i)));
        turned.tie_places[11 - i] = choice.tie_places[i];
    }
    const auto other = margins(turned, 2);
    for (std::size_t p = 0; p < 12; ++p) {
        CHECK(one[p].candidate == three[p].candidate);
        CHECK(one[p].by_weights.weights == three[p].by_weights.weights);
        CHECK(one[p].candidate == 11 - other[p].candidate);
        CHECK(one[p].by_weights.upper_bound == Approx(other[p].by_weights.upper_bound).margin(1e-7));
        for (std::size_t t = 0; t < 4; ++t) {
            CHECK(one[p].by_weight[t].has_value() == other[p].by_weight[t].has_value());
            CHECK((!one[p].by_weight[t] || one[p].by_weight[t]->to == three[p].by_weight[t]->to));
            CHECK((!one[p].by_weight[t] || one[p].by_weight[t]->to == other[p].by_weight[t]->to));
        }
    }
}

TEST_CASE("decision margin: those near the line, or those asked for") {
    std::mt19937_64 random{17};
    auto choice = cases::random_choice(random, {12, 3, 1000, 0});
    choice.rule.best = 5;
    Threads pool{1};
    DecisionMarginOptions options;
    options.near = 2;
    const auto near = decision_margins(choice, options, pool);
    REQUIRE(near.size() == 4);
    CHECK(near.front().place == 4);
    CHECK(near.back().place == 7);
    options.asked = {12};
    CHECK_THROWS_AS(decision_margins(choice, options, pool), UsageError);
    options.asked = {3, 3};
    options.all_weights = false;
    const auto asked = decision_margins(choice, options, pool);
    REQUIRE(asked.size() == 1);
    CHECK(!asked[0].by_weights.found);
    options.gap = 0;
    CHECK_THROWS_AS(decision_margins(choice, options, pool), UsageError);
}

} // namespace test_decision_margin
