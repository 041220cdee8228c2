// SPDX-License-Identifier: GPL-3.0-or-later
// Average precision and lift against their definitions, ties in all orders.
#include <longmen/base/errors.hpp>
#include <longmen/stats/precision_recall.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>
#include <vector>

namespace test_precision_recall {

using namespace longmen;
using namespace longmen::stats;

namespace {

using Scores = std::vector<double>;
using Outcomes = std::vector<std::uint8_t>;

/// By thresholds, each counted anew.
double slow_average_precision(const Scores& scores, const Outcomes& outcomes) {
    const double all = std::accumulate(outcomes.begin(), outcomes.end(), 0.0);
    double sum = 0, recall_before = 0;
    const std::set<double, std::greater<>> thresholds(scores.begin(), scores.end());
    for (const double threshold : thresholds) {
        double members = 0, positives = 0;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            members += scores[i] >= threshold;
            positives += scores[i] >= threshold && outcomes[i] != 0;
        }
        sum += (positives / all - recall_before) * positives / members;
        recall_before = positives / all;
    }
    return sum;
}

/// Mean over all orders that are descending by score; the last member of the top counts in part.
double slow_top_positives(const Scores& scores, const Outcomes& outcomes, double members) {
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0);
    double sum = 0, orders = 0;
    do {
        const auto falls = [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; };
        if (!std::is_sorted(order.begin(), order.end(), falls)) {
            continue;
        }
        ++orders;
        for (std::size_t rank = 0; rank < order.size(); ++rank) {
            const double part = std::clamp(members - static_cast<double>(rank), 0.0, 1.0);
            sum += part * outcomes[order[rank]];
        }
    } while (std::next_permutation(order.begin(), order.end()));
    return sum / orders;
}

struct Case {
    Scores scores;
    Outcomes outcomes;
};

Case random_case(std::mt19937_64& random, std::size_t size) {
    Case made{Scores(size), Outcomes(size)};
    for (std::size_t i = 0; i < size; ++i) {
        made.scores[i] = static_cast<double>(random() % 6);
        made.outcomes[i] = random() % 2;
    }
    made.outcomes[random() % size] = 1;
    return made;
}

} // namespace

TEST_CASE("precision recall: average precision by hand") {
    // Down the order: 1 of 1, (1 of 2), 2 of 3: 1/2 x 1 + 1/2 x 2/3.
    CHECK(average_precision(Scores{0.1, 0.4, 0.35, 0.8}, Outcomes{0, 0, 1, 1}).value() == Approx(5.0 / 6));
    // Tied: both positives enter with two negatives.
    CHECK(average_precision(Scores{5, 5, 5, 5, 1}, Outcomes{1, 1, 0, 0, 0}).value() == Approx(0.5));
    CHECK(average_precision(Scores{1, 1, 1, 1, 1}, Outcomes{1, 0, 0, 0, 0}).value() == Approx(0.2));
    CHECK(average_precision(Scores{3, 2, 1}, Outcomes{1, 1, 1}).value() == 1);
    CHECK(average_precision(Scores{3, 2, 1}, Outcomes{0, 0, 1}).value() == Approx(1.0 / 3));
}

TEST_CASE("precision recall: average precision equals the definition by thresholds") {
    std::mt19937_64 random{21};
    for (int round = 0; round < 200; ++round) {
        auto made = random_case(random, 1 + random() % 50);
        const double fast = average_precision(made.scores, made.outcomes).value();
        REQUIRE(fast == Approx(slow_average_precision(made.scores, made.outcomes)).epsilon(1e-12));
        std::reverse(made.scores.begin(), made.scores.end());
        std::reverse(made.outcomes.begin(), made.outcomes.end());
        REQUIRE(average_precision(made.scores, made.outcomes).value() == fast);
    }
}

TEST_CASE("precision recall: lift in the top share, by hand") {
    const Scores scores{10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
    const Outcomes outcomes{1, 1, 0, 1, 0, 0, 0, 0, 1, 0};
    const auto top = top_share(scores, outcomes, 0.2).value();
    CHECK(top.members == 2);
    CHECK(top.positives == 2);
    CHECK(top.precision == 1);
    CHECK(top.recall == 0.5);
    CHECK(top.lift == 2.5); // 1 over 4/10
    // 2.5 members: half of the third, which is negative.
    CHECK(top_share(scores, outcomes, 0.25).value().precision == Approx(2 / 2.5));
    const auto all = top_share(scores, outcomes, 1).value();
    CHECK(all.lift == 1);
    CHECK(all.recall == 1);
    // Cut through three equals of which one is positive: 1 + 1/3.
    const auto tied = top_share(Scores{4, 3, 3, 3, 1}, Outcomes{1, 0, 1, 0, 0}, 0.4).value();
    CHECK(tied.positives == Approx(1 + 1.0 / 3));
    CHECK(tied.lift == Approx((4.0 / 3 / 2) / (2.0 / 5)));
}

TEST_CASE("precision recall: ties at the cut count as on average over all orders") {
    std::mt19937_64 random{22};
    for (int round = 0; round < 60; ++round) {
        const auto made = random_case(random, 1 + random() % 7);
        const double share = static_cast<double>(1 + random() % 100) / 100;
        const auto top = top_share(made.scores, made.outcomes, share).value();
        REQUIRE(top.positives ==
                Approx(slow_top_positives(made.scores, made.outcomes, top.members)).margin(1e-12));
        const double all = std::accumulate(made.outcomes.begin(), made.outcomes.end(), 0.0);
        REQUIRE(top.lift ==
                Approx(top.positives / top.members / (all / static_cast<double>(made.scores.size())))
                    .margin(1e-12));
    }
}

TEST_CASE("precision recall: a constant score lifts nothing, whatever the share") {
    const Scores scores(30, 7.0);
    Outcomes outcomes(30);
    outcomes[3] = outcomes[17] = 1;
    for (const double share : {0.001, 0.1, 1.0 / 3, 0.9, 1.0}) {
        CHECK(top_share(scores, outcomes, share).value().lift == Approx(1));
    }
}

TEST_CASE("precision recall: what is not defined says so, bad input is refused") {
    const Scores scores{1, 2, 3};
    CHECK(average_precision({}, {}).reason() == Undefined::no_data);
    CHECK(average_precision(scores, Outcomes{0, 0, 0}).reason() == Undefined::zero_denominator);
    CHECK(top_share({}, {}, 0.1).reason() == Undefined::no_data);
    CHECK(top_share(scores, Outcomes{0, 0, 0}, 0.1).reason() == Undefined::zero_denominator);
    const Outcomes outcomes{0, 1, 1};
    CHECK_THROWS_AS(top_share(scores, outcomes, 0), UsageError);
    CHECK_THROWS_AS(top_share(scores, outcomes, 1.01), UsageError);
    CHECK_THROWS_AS(top_share(scores, outcomes, std::nan("")), UsageError);
    CHECK_THROWS_AS(average_precision(scores, Outcomes{0, 1}), UsageError);
    CHECK_THROWS_AS(average_precision(scores, Outcomes{0, 1, 7}), UsageError);
    CHECK_THROWS_AS(average_precision(Scores{1, 2, std::nan("")}, outcomes), UsageError);
}

} // namespace test_precision_recall
