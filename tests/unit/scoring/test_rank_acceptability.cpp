// SPDX-License-Identifier: GPL-3.0-or-later
// Acceptability against the definition, intervals of two terms and volumes of more.
#include "choice_cases.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/scoring/rank_acceptability.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

namespace test_rank_acceptability {

using namespace longmen;
using namespace longmen::scoring;
using cases::undefined;

namespace {

std::vector<RankAcceptability> run(const Choice& choice, const RankAcceptabilityOptions& options,
                                   unsigned threads = 1) {
    Threads pool{threads};
    return rank_acceptability(choice, options, pool);
}

/// Share of the weights (v, 1 - v) under which the candidate is chosen: between two ties nothing changes.
double share_by_intervals(const Choice& choice, std::size_t own) {
    std::vector<double> marks{0, 1};
    const auto gap = [&](std::size_t r, std::size_t t) {
        return choice.values[own * 2 + t] - choice.values[r * 2 + t];
    };
    for (std::size_t r = 0; r < choice.candidates(); ++r) {
        const double slope = gap(r, 0) - gap(r, 1);
        const double root = slope != 0 ? -gap(r, 1) / slope : 0;
        marks.push_back(std::clamp(root, 0.0, 1.0));
    }
    std::sort(marks.begin(), marks.end());
    double share = 0;
    for (std::size_t m = 1; m < marks.size(); ++m) {
        const double middle = (marks[m] + marks[m - 1]) / 2;
        if (cases::plainly_chosen(choice, own, {middle, 1 - middle})) {
            share += marks[m] - marks[m - 1];
        }
    }
    return share;
}

} // namespace

TEST_CASE("rank acceptability: equals the definition under the weights drawn") {
    std::mt19937_64 random{21};
    for (int round = 0; round < 30; ++round) {
        auto choice = cases::random_choice(
            random, {1 + random() % 30, 1 + random() % 5, 4, static_cast<unsigned>(round % 2 == 0 ? 0 : 4)});
        choice.rule.least_coverage = 0.2;
        if (round % 3 == 0) {
            choice.rule.at_least = 0.5;
        } else {
            choice.rule.best = random() % 32;
        }
        RankAcceptabilityOptions options;
        options.weightings = 1 + random() % 1500;
        options.seed = random();
        if (round % 5 == 0) {
            options.within = 0.1;
        }
        const auto found = run(choice, options);
        const auto n = choice.candidates(), m = choice.terms();
        std::vector<std::uint64_t> times(n);
        std::vector<std::vector<std::uint32_t>> places(n);
        for (std::size_t block = 0; block * weightings_a_block < options.weightings; ++block) {
            const auto drawn = drawn_weights(choice, options, block);
            for (std::size_t w = 0; w < drawn.size(); w += m) {
                const auto now = chosen_under(choice, std::span{drawn}.subspan(w, m));
                for (std::size_t i = 0; i < n; ++i) {
                    times[i] += now.chosen[i] != 0 ? 1 : 0;
                    places[i].push_back(now.places[i]);
                }
            }
        }
        for (std::size_t i = 0; i < n; ++i) {
            auto& mine = places[i];
            REQUIRE(mine.size() == options.weightings);
            std::sort(mine.begin(), mine.end());
            const auto at = [&](double share) {
                return mine[static_cast<std::size_t>(std::ceil(share * static_cast<double>(mine.size()))) -
                            1];
            };
            REQUIRE(found[i].times_chosen == times[i]);
            REQUIRE(*found[i].mean_rank == Approx(std::accumulate(mine.begin(), mine.end(), 0.0) /
                                                  static_cast<double>(mine.size())));
            REQUIRE(*found[i].low_rank == at(0.05));
            REQUIRE(*found[i].high_rank == at(0.95));
        }
    }
}

TEST_CASE("rank acceptability: two terms against the lengths of intervals") {
    std::mt19937_64 random{22};
    for (int round = 0; round < 10; ++round) {
        auto choice = cases::random_choice(random, {8, 2, 1000, 0});
        choice.rule.best = 1 + random() % 7;
        RankAcceptabilityOptions options;
        options.weightings = 40000;
        options.ranks = false;
        const auto found = run(choice, options);
        double sum = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            const double share = share_by_intervals(choice, i);
            const double error = std::sqrt(share * (1 - share) / 40000);
            REQUIRE(std::abs(found[i].share_chosen - share) <= 4.5 * error + 1e-12);
            REQUIRE(!found[i].mean_rank);
            sum += share;
        }
        REQUIRE(sum == Approx(*choice.rule.best));
    }
}

TEST_CASE("rank acceptability: the first weight exceeds a with probability (1 - a)^(m - 1)") {
    for (const std::size_t m : {std::size_t{3}, std::size_t{5}}) {
        for (const double a : {0.1, 0.25, 0.5}) {
            Choice choice;
            choice.values.assign(2 * m, 0);
            choice.values[0] = 1;
            std::fill(choice.values.begin() + static_cast<std::ptrdiff_t>(m), choice.values.end(), a);
            choice.weights.assign(m, 1.0 / static_cast<double>(m));
            choice.rule.best = 1;
            RankAcceptabilityOptions options;
            options.weightings = 50000;
            const auto found = run(choice, options);
            const double share = std::pow(1 - a, static_cast<double>(m - 1));
            CHECK(std::abs(found[0].share_chosen - share) < 4.5 * std::sqrt(share * (1 - share) / 50000));
            CHECK(found[0].times_chosen + found[1].times_chosen == 50000);
            CHECK(*found[0].mean_rank == Approx(2 - found[0].share_chosen));
        }
    }
}

TEST_CASE("rank acceptability: weights near the given ones") {
    std::mt19937_64 random{23};
    auto choice = cases::random_choice(random, {9, 4, 8, 5});
    choice.rule.best = 4;
    RankAcceptabilityOptions options;
    options.weightings = 3000;
    options.within = 0;
    const auto still = run(choice, options);
    for (std::size_t i = 0; i < 9; ++i) {
        CHECK(still[i].times_chosen == (cases::plainly_chosen(choice, i, choice.weights) ? 3000 : 0));
        CHECK(*still[i].low_rank == *still[i].high_rank);
    }
    options.within = 0.05;
    const auto drawn = drawn_weights(choice, options, 0);
    REQUIRE(drawn.size() == weightings_a_block * 4);
    for (std::size_t w = 0; w < drawn.size(); w += 4) {
        REQUIRE(std::accumulate(drawn.begin() + static_cast<std::ptrdiff_t>(w),
                                drawn.begin() + static_cast<std::ptrdiff_t>(w + 4), 0.0) == Approx(1));
        for (std::size_t t = 0; t < 4; ++t) {
            // The sum before the division is between 0.8 and 1.2.
            REQUIRE(drawn[w + t] >= std::max(0.0, choice.weights[t] - 0.05) / 1.2 - 1e-12);
            REQUIRE(drawn[w + t] <= (choice.weights[t] + 0.05) / 0.8 + 1e-12);
        }
    }
}

TEST_CASE("rank acceptability: seeds decide, threads and the order of the candidates do not") {
    std::mt19937_64 random{24};
    auto choice = cases::random_choice(random, {13, 4, 8, 6});
    choice.rule.best = 5;
    auto turned = choice;
    for (std::size_t i = 0; i < 13; ++i) {
        std::copy_n(choice.values.begin() + static_cast<std::ptrdiff_t>(4 * i), 4,
                    turned.values.begin() + static_cast<std::ptrdiff_t>(4 * (12 - i)));
        turned.tie_places[12 - i] = choice.tie_places[i];
    }
    RankAcceptabilityOptions options;
    options.weightings = 10001;
    const auto one = run(choice, options, 1), three = run(choice, options, 3),
               other = run(turned, options, 2);
    options.seed = 2;
    const auto again = run(choice, options, 1);
    bool differ = false;
    for (std::size_t i = 0; i < 13; ++i) {
        CHECK(one[i].times_chosen == three[i].times_chosen);
        CHECK(*one[i].mean_rank == *three[i].mean_rank);
        CHECK(*one[i].low_rank == *three[i].low_rank);
        CHECK(one[i].times_chosen == other[12 - i].times_chosen);
        CHECK(*one[i].mean_rank == *other[12 - i].mean_rank);
        differ = differ || one[i].times_chosen != again[i].times_chosen;
    }
    CHECK(differ);
}

TEST_CASE("rank acceptability: no candidates, no values, bad options") {
    Choice choice{{}, {1}, {}, {}};
    choice.rule.best = 1;
    CHECK(run(choice, {}).empty());
    choice.values = {undefined, 0.5};
    const auto found = run(choice, {});
    CHECK(found[0].times_chosen == 0);
    CHECK(*found[0].mean_rank == 2);
    CHECK(found[1].share_chosen == 1);
    const auto refused = [&](auto spoil) {
        RankAcceptabilityOptions options;
        spoil(options);
        CHECK_THROWS_AS(run(choice, options), UsageError);
    };
    refused([](auto& o) { o.weightings = 0; });
    refused([](auto& o) { o.within = -0.1; });
    refused([](auto& o) { o.low_share = 0.96; });
    refused([](auto& o) { o.high_share = 1.5; });
    choice.weights = {0.5};
    CHECK_THROWS_AS(run(choice, {}), UsageError);
}

} // namespace test_rank_acceptability
