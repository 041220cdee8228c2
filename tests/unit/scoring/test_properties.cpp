// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of any score, whatever the patents: found by drawing patents and models, not by cases.
#include "model_text.hpp"
#include "support/patents.hpp"
#include "support/property.hpp"

#include <longmen/scoring/evaluate.hpp>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace test_properties {

using namespace longmen;
using namespace longmen::scoring;
using test::holds;
using test::model_of;
using test::model_text;
using test::term_text;

namespace {

/// A patent drawn: any figure may be missing.
Patent drawn_patent(int number) {
    const auto count = [](int most) {
        return *rc::gen::weightedOneOf<std::optional<std::int64_t>>(
            {{4,
              rc::gen::map(rc::gen::inRange(0, most), [](int x) { return std::optional<std::int64_t>{x}; })},
             {1, rc::gen::just(std::optional<std::int64_t>{})}});
    };
    auto p = test::invention(fmt::format("CN{}B", 100000 + number), "2012-05-06");
    p.app_date = p.app_date->add_days(*rc::gen::inRange(0, 1500));
    p.n_claims = count(30);
    p.vendor_forward_citations = count(25);
    p.vendor_family_size = count(8);
    const char* classes[] = {"H01M1/00", "A61K31/00", "B60L1/00"};
    p.ipc = {classes[*rc::gen::inRange(0, 3)]};
    p.status = *rc::gen::element(LegalState::granted, LegalState::fee_lapsed, LegalState::examination);
    return p;
}

Corpus drawn_corpus() {
    Corpus corpus;
    corpus.as_of = test::day("2020-01-01");
    const int n = *rc::gen::inRange(1, 40);
    for (int i = 0; i < n; ++i) {
        corpus.patents.push_back(drawn_patent(i));
    }
    return corpus;
}

/// A weighted mean in which citations count the more the better, by a drawn normalisation.
ValueModel drawn_model(bool corpus_wide = false) {
    const int first = *rc::gen::inRange(1, 99), second = *rc::gen::inRange(1, 100 - first + 1);
    std::vector<std::pair<std::string, int>> shares{{"vendor_forward_citations", first}};
    if (first < 100 && second < 100 - first) {
        shares.emplace_back("claims", second);
        shares.emplace_back("vendor_family_size", 100 - first - second);
    } else {
        shares.emplace_back("claims", 100 - first);
    }
    std::string terms;
    for (const auto& [key, share] : shares) {
        const auto kind = *rc::gen::element<std::string>("share", "percentile", "cap_p99", "curve", "steps");
        const std::string option = kind == "share"   ? "full = 12\n"
                                   : kind == "curve" ? "curve = [[0, 0], [4, 0.5], [20, 1]]\n"
                                   : kind == "steps"
                                       ? "steps = [{from = 10, points = 3}, {from = 3, points = 1}]\n"
                                   : corpus_wide ? "cohort = \"corpus\"\n"
                                                 : "";
        terms += term_text(key, fmt::format("{}.{:02}", share / 100, share % 100), kind, option);
    }
    auto text = model_text(terms, *rc::gen::inRange(1, 6));
    const auto aggregation = *rc::gen::element<std::string>("weighted_mean", "geometric_mean", "topsis");
    text.replace(text.find("weighted_mean"), 13, aggregation);
    return model_of(text);
}

double value_of(const Scores& scores, std::size_t i) {
    return scores.patents[i].value.defined() ? scores.patents[i].value.value() : -1;
}

} // namespace

TEST_CASE("properties: one citation more never lowers a value that citations raise") {
    holds("monotone", [] {
        auto corpus = drawn_corpus();
        const auto model = drawn_model();
        const auto at =
            static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(corpus.patents.size())));
        auto& count = corpus.patents[at].vendor_forward_citations;
        RC_PRE(count.has_value());
        const auto before = evaluate(corpus, model);
        ++*count;
        const auto after = evaluate(corpus, model);
        // A percentile or cap of the cohort that was undefined (all zero) may come to life: then there is
        // more to measure, and the value is of another coverage.
        RC_PRE(before.patents[at].coverage == after.patents[at].coverage);
        RC_ASSERT(value_of(after, at) >= value_of(before, at) - 1e-9);
    });
}

TEST_CASE("properties: the order of the rows does not matter") {
    holds("order", [] {
        const auto corpus = drawn_corpus();
        const auto model = drawn_model();
        auto shuffled = corpus;
        std::shuffle(shuffled.patents.begin(), shuffled.patents.end(),
                     std::mt19937{static_cast<unsigned>(*rc::gen::inRange(0, 1000))});
        const auto a = evaluate(corpus, model), b = evaluate(shuffled, model);
        for (std::size_t i = 0; i < a.patent_order.size(); ++i) {
            RC_ASSERT(corpus.patents[a.patent_order[i]].number == shuffled.patents[b.patent_order[i]].number);
            RC_ASSERT(value_of(a, a.patent_order[i]) == value_of(b, b.patent_order[i]));
        }
    });
}

TEST_CASE("properties: weights count by their proportions; values stay within the scale") {
    holds("scale", [] {
        const auto corpus = drawn_corpus();
        auto model = drawn_model();
        const auto before = evaluate(corpus, model);
        double sum = 0;
        for (auto& term : model.terms) {
            sum += term.weight;
            term.weight *= 3;
        }
        RC_ASSERT(std::abs(sum - 1) < 1e-9);
        const auto after = evaluate(corpus, model);
        for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
            RC_ASSERT(std::abs(value_of(before, i) - value_of(after, i)) < 1e-8);
            RC_ASSERT(value_of(before, i) <= 100);
            RC_ASSERT(!before.patents[i].value.defined() || value_of(before, i) >= 0);
        }
    });
}

TEST_CASE("properties: what is not known changes the coverage and is never a zero") {
    holds("undefined", [] {
        // Cohorts apart from the patent itself: its own missing figure must not move them.
        auto corpus = drawn_corpus();
        const auto model = model_of(
            model_text(term_text("claims", "0.5", "share", "full = 20\n") +
                       term_text("vendor_forward_citations", "0.3", "curve", "curve = [[0, 0], [9, 1]]\n") +
                       term_text("vendor_family_size", "0.2", "share", "full = 8\n")));
        auto& patent = corpus.patents.front();
        RC_PRE(patent.n_claims.value_or(0) > 0 && patent.vendor_family_size.value_or(0) > 0);
        patent.vendor_forward_citations.reset();
        const auto unknown = evaluate(corpus, model);
        patent.vendor_forward_citations = 0;
        const auto zero = evaluate(corpus, model);
        patent.vendor_forward_citations = 9;
        const auto best = evaluate(corpus, model);
        RC_ASSERT(unknown.patents[0].coverage == 0.7);
        RC_ASSERT(zero.patents[0].coverage == 1);
        RC_ASSERT(value_of(unknown, 0) > value_of(zero, 0));
        RC_ASSERT(value_of(unknown, 0) <= value_of(best, 0));
        for (std::size_t i = 1; i < corpus.patents.size(); ++i) {
            RC_ASSERT(value_of(unknown, i) == value_of(zero, i));
        }
    });
}

} // namespace test_properties
