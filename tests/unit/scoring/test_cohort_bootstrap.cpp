// SPDX-License-Identifier: GPL-3.0-or-later
// Cohorts drawn anew: against probabilities worked out by hand, and what must not move.
#include "model_text.hpp"
#include "support/patents.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/scoring/cohort_bootstrap.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

namespace test_cohort_bootstrap {

using namespace longmen;
using namespace longmen::scoring;
using test::model_of;
using test::model_text;
using test::term_text;

namespace {

Corpus of_claims(const std::vector<int>& claims) {
    Corpus corpus;
    corpus.as_of = test::day("2020-01-01");
    corpus.enterprises.resize(1);
    corpus.enterprises[0].park = "园区";
    for (std::size_t i = 0; i < claims.size(); ++i) {
        auto p = test::invention("CN" + std::to_string(1000 + i) + "B", "2012-05-06");
        p.n_claims = claims[i];
        p.enterprises = {0};
        corpus.patents.push_back(std::move(p));
    }
    return corpus;
}

CohortBootstrap of(const Corpus& corpus, const ValueModel& model, CohortBootstrapOptions options,
                   unsigned threads = 1) {
    Threads pool{threads};
    return cohort_bootstrap(model, evaluate(corpus, model), options, pool);
}

} // namespace

TEST_CASE("cohort bootstrap: the spread of a percentile is that of a binomial share") {
    // 100 values 1..100: the number drawn below 61 is binomial with p = 0.6, sd = sqrt(0.24 / 100) = 0.049;
    // its 5 % and 95 % points are 0.52 and 0.68 (binomial quantiles), that of the mid-rank within one member
    // of these.
    std::vector<int> claims;
    for (int i = 1; i <= 100; ++i) {
        claims.push_back(i);
    }
    const auto model = model_of(model_text(term_text("claims", "1.0", "percentile")));
    const auto range = of(of_claims(claims), model, {.draws = 2000}).patents[60];
    CHECK(range.value_low == Approx(52).margin(1.01));
    CHECK(range.value_high == Approx(68).margin(1.01));
}

TEST_CASE("cohort bootstrap: equals stand in the middle of every draw") {
    const auto model = model_of(model_text(term_text("claims", "1.0", "percentile")));
    const auto told = of(of_claims({3, 3, 3, 3}), model, {.draws = 50, .low_share = 0, .high_share = 1});
    CHECK(told.patents[2].value_low == 50);
    CHECK(told.patents[2].value_high == 50);
}

TEST_CASE("cohort bootstrap: a maximum is drawn again as often as 1 - (1 - 1/n)^n") {
    // The 99th percentile of ten values is the largest drawn: 10 (with 0.6513), else 5 and less. The share of
    // draws in which the patent of 5 claims has 0.5 is told by where its value turns to 1.
    const auto model = model_of(model_text(term_text("claims", "1.0", "cap_p99")));
    const auto corpus = of_claims({10, 5, 5, 5, 5, 5, 5, 5, 5, 5});
    const auto low_until = [&](double share) {
        return of(corpus, model, {.draws = 4000, .low_share = 0, .high_share = share})
                   .patents[1]
                   .value_high == 50;
    };
    CHECK(low_until(0.63));
    CHECK_FALSE(low_until(0.67));
    // The one with most claims is the best in every draw.
    const auto best = of(corpus, model, {.draws = 200}).patents[0];
    CHECK(best.value_low == 100);
    CHECK(best.rank_high == 1);
}

TEST_CASE("cohort bootstrap: what has no cohort does not move, and no value has no range") {
    const auto model = model_of(model_text(term_text("claims", "1.0", "share", "full = 10\n"), 1, "0.5"));
    auto corpus = of_claims({4, 8});
    corpus.patents.push_back(test::invention("CN2000B", "2012-05-06")); // no claims
    const auto scores = evaluate(corpus, model);
    const auto told = of(corpus, model, {.draws = 20});
    CHECK(told.patents[0].value_low == 40);
    CHECK(told.patents[0].value_high == 40);
    CHECK(told.patents[0].rank_low == 2);
    CHECK(told.patents[1].rank_high == 1);
    CHECK(told.patents[2].rank_low == 0);
    CHECK(told.enterprises[0].value_low == scores.enterprises[0].value.value());
    CHECK(told.parks[0].value_high == scores.parks[0].value.value());
    CHECK_THROWS_AS(of(corpus, model, {.draws = 1}), UsageError);
    CHECK_THROWS_AS(of(corpus, model, {.draws = 10, .low_share = 0.9, .high_share = 0.1}), UsageError);
}

TEST_CASE("cohort bootstrap: ranges hold the value; the same bits for any number of threads and any order") {
    std::mt19937 random{4};
    std::vector<int> claims;
    for (int i = 0; i < 120; ++i) {
        claims.push_back(static_cast<int>(1 + random() % 40));
    }
    auto corpus = of_claims(claims);
    for (auto& patent : corpus.patents) {
        if (random() % 2 == 0) {
            patent.ipc = {"H01M1/00"};
        }
        patent.vendor_family_size = 1 + random() % 5;
    }
    const auto model = model_of(model_text(term_text("claims", "0.6", "percentile") +
                                           term_text("vendor_family_size", "0.4", "cap_p99", "", "less")));
    const auto scores = evaluate(corpus, model);
    const auto one = of(corpus, model, {.draws = 100}), two = of(corpus, model, {.draws = 100}, 2);
    std::size_t spread = 0;
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
        CHECK(one.patents[i].value_low <= scores.patents[i].value.value() + 8);
        CHECK(one.patents[i].value_high >= scores.patents[i].value.value() - 8);
        CHECK(one.patents[i].value_low == two.patents[i].value_low);
        CHECK(one.patents[i].rank_high == two.patents[i].rank_high);
        spread += one.patents[i].rank_low < one.patents[i].rank_high ? 1 : 0;
    }
    CHECK(spread > 60);
    auto shuffled = corpus;
    std::shuffle(shuffled.patents.begin(), shuffled.patents.end(), random);
    const auto other = of(shuffled, model, {.draws = 100});
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
        const auto at = std::ranges::find(shuffled.patents, corpus.patents[i].number, &Patent::number) -
                        shuffled.patents.begin();
        CHECK(other.patents[static_cast<std::size_t>(at)].value_low == one.patents[i].value_low);
        CHECK(other.patents[static_cast<std::size_t>(at)].rank_high == one.patents[i].rank_high);
    }
    CHECK(of(corpus, model, {.draws = 100, .seed = 2}).patents[0].value_low != one.patents[0].value_low);
}

} // namespace test_cohort_bootstrap
