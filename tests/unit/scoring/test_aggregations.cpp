// SPDX-License-Identifier: GPL-3.0-or-later
// Ways to normalise and to put terms together, by hand-worked cases.
#include "model_text.hpp"
#include "support/patents.hpp"

#include <longmen/scoring/evaluate.hpp>
#include <longmen/scoring/explain.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace test_aggregations {

using namespace longmen;
using namespace longmen::scoring;
using test::model_of;
using test::model_text;
using test::term_text;

namespace {

/// A model of another aggregation.
std::string text_of(const std::string& aggregation, const std::string& terms,
                    const std::string& before = "") {
    auto text = model_text(terms);
    text.replace(text.find("weighted_mean"), 13, aggregation);
    return before + text;
}

/// The text of a term without a weight.
std::string unweighted(std::string term) {
    term.erase(term.find("weight = "), term.find('\n', term.find("weight = ")) - term.find("weight = ") + 1);
    return term;
}

Corpus of_claims(const std::vector<int>& claims) {
    Corpus corpus;
    corpus.as_of = test::day("2020-01-01");
    for (std::size_t i = 0; i < claims.size(); ++i) {
        auto p = test::invention("CN" + std::to_string(100 + i) + "B", "2010-01-01");
        if (claims[i] > 0) {
            p.n_claims = claims[i];
        }
        p.ipc = {"H01M1/00", "H02J1/00"}; // scope 2
        corpus.patents.push_back(std::move(p));
    }
    return corpus;
}

std::vector<double> values(const std::string& text, const std::vector<int>& claims) {
    std::vector<double> result;
    for (const auto& score : evaluate(of_claims(claims), model_of(text)).patents) {
        result.push_back(score.value.defined() ? score.value.value() : -1);
    }
    return result;
}

const std::string none = "undefined = \"no_value\"\n";

} // namespace

TEST_CASE("aggregation: a product takes values as they are, to the power of their weights") {
    const auto terms = term_text("claims", "1", "as_is", none) + term_text("scope", "3", "as_is", none);
    CHECK(values(text_of("product", terms), {5, 1, 0}) == std::vector<double>{100 * 5 * 8, 100 * 8, -1});
    const auto scores = evaluate(of_claims({5, 0}), model_of(text_of("product", terms)));
    CHECK(scores.patents[1].value.reason() == Undefined::no_data);
    CHECK(scores.patents[1].coverage == 0.75);
    // A mean of the cohort as the unit: claims 2, 4, 6 have mean 4.
    const auto ratio = term_text("claims", "1", "mean_ratio", none);
    CHECK(values(text_of("product", ratio), {2, 4, 6}) == std::vector<double>{50, 100, 150});
}

TEST_CASE("aggregation: a geometric mean shares the weights among the terms that are used") {
    const auto terms =
        term_text("claims", "0.5", "share", "full = 16\n") + term_text("scope", "0.5", "share", "full = 8\n");
    const auto got = values(text_of("geometric_mean", terms), {16, 4, 0});
    CHECK(got[0] == Approx(100 * 0.5));  // sqrt(1 x 1/4)
    CHECK(got[1] == Approx(100 * 0.25)); // sqrt(1/4 x 1/4)
    CHECK(got[2] == Approx(100 * 0.25)); // scope alone: 1/4
}

TEST_CASE("aggregation: TOPSIS measures the distances from the worst and the best") {
    const auto terms =
        term_text("claims", "0.6", "share", "full = 10\n") + term_text("scope", "0.4", "share", "full = 8\n");
    const auto got = values(text_of("topsis", terms), {5, 10, 0});
    // claims .5 and scope .25: d0 = |(.3, .1)|, d1 = |(.3, .3)|
    CHECK(got[0] == Approx(100 * std::sqrt(0.10) / (std::sqrt(0.10) + std::sqrt(0.18))).epsilon(1e-9));
    CHECK(got[1] == Approx(100 * std::sqrt(0.37) / (std::sqrt(0.37) + std::sqrt(0.09))).epsilon(1e-9));
    CHECK(got[2] == Approx(25)); // scope alone
}

TEST_CASE("aggregation: points of ranges; what is not known is neither had nor lacked") {
    const auto terms =
        unweighted(term_text("claims", "1", "steps",
                             "steps = [{over = 10, points = 3}, {from = 5, to = 10, points = 1}]\n")) +
        unweighted(term_text("scope", "1", "steps", "steps = [{from = 2, under = 4, points = 1}]\n"));
    const auto model = model_of(text_of("points", terms));
    CHECK(model.terms[0].weight == 0.75);
    CHECK(values(text_of("points", terms), {11, 10, 5, 4, 0}) == std::vector<double>{100, 50, 50, 25, 100});
    CHECK(evaluate(of_claims({0}), model).patents[0].coverage == 0.25);
}

TEST_CASE("aggregation: points of categories beside ranges") {
    const auto terms =
        unweighted(term_text("status", "1", "points", "points = {in_force = 4, pending = 2, dead = 0}\n")) +
        unweighted(term_text("claims", "1", "steps", "steps = [{over = 3, points = 4}]\n"));
    auto corpus = of_claims({4, 2});
    corpus.patents[0].status = LegalState::examination;
    corpus.patents[1].status = LegalState::granted;
    const auto scores = evaluate(corpus, model_of(text_of("points", terms)));
    CHECK(scores.patents[0].value.value() == 75); // 2 + 4 of 8
    CHECK(scores.patents[1].value.value() == 50); // 4 + 0 of 8
}

TEST_CASE("normalisation: a curve may rise and fall, and is level beyond its ends") {
    const auto term = term_text("claims", "1.0", "curve", "curve = [[2, 0.0], [10, 1], [20, 0.5]]\n");
    CHECK(values(model_text(term), {1, 2, 6, 10, 15, 20, 99}) ==
          std::vector<double>{0, 0, 50, 100, 75, 50, 50});
}

TEST_CASE("normalisation: a quotient of two indicators, with the reason of either") {
    // Filed 2010-01-01, ten years old: 20 claims are 2 a year.
    const auto term = term_text("claims", "1.0", "share", "full = 4\nper = \"age\"\n");
    auto corpus = of_claims({20, 0, 20, 20});
    corpus.patents[2].app_date.reset();
    corpus.patents[3].app_date = corpus.as_of;
    const auto model = model_of(model_text(term));
    const auto scores = evaluate(corpus, model);
    CHECK(model.terms[0].name() == "claims/age");
    CHECK(scores.patents[0].value.value() == 50);
    CHECK(scores.terms[0].cells[1].reason == Undefined::no_data);
    CHECK(scores.terms[0].cells[2].reason == Undefined::no_data);
    CHECK(scores.terms[0].cells[3].reason == Undefined::zero_denominator);
}

TEST_CASE("normalisation: the cohort may begin wider than the technology field") {
    auto corpus = of_claims({1, 2, 3, 4});
    corpus.patents[2].ipc = corpus.patents[3].ipc = {"A61K31/00"};
    const auto percentiles = [&](const std::string& more) {
        std::vector<double> result;
        const auto model = model_of(model_text(term_text("claims", "1.0", "percentile", more)));
        for (const auto& score : evaluate(corpus, model).patents) {
            result.push_back(score.value.value());
        }
        return result;
    };
    CHECK(percentiles("") == std::vector<double>{25, 75, 25, 75});
    CHECK(percentiles("cohort = \"all_fields\"\n") == std::vector<double>{12.5, 37.5, 62.5, 87.5});
    CHECK(percentiles("cohort = \"corpus\"\n") == std::vector<double>{12.5, 37.5, 62.5, 87.5});
}

TEST_CASE("value model: groups have a value of their own and bands a name") {
    const std::string groups = "[[group]]\nid = \"a\"\ntitle_zh = \"甲\"\ntitle_en = \"A\"\n[[group]]\nid = "
                               "\"b\"\ntitle_zh = \"乙\"\n"
                               "title_en = \"B\"\n[[band]]\nid = \"low\"\nfrom = 0\ntitle_zh = "
                               "\"低\"\ntitle_en = \"low\"\n[[band]]\nid = "
                               "\"high\"\nfrom = 50\ntitle_zh = \"高\"\ntitle_en = \"high\"\n";
    const auto model =
        model_of(model_text(groups) + term_text("claims", "0.3", "share", "full = 10\ngroup = \"a\"\n") +
                 term_text("scope", "0.5", "share", "full = 2\ngroup = \"b\"\n") +
                 term_text("grant_lag", "0.2", "share", "full = 100\ngroup = \"a\"\n"));
    const auto corpus = of_claims({4, 1});
    const auto scores = evaluate(corpus, model);
    const auto trace = explain_patent(corpus, model, scores, 0);
    REQUIRE(trace.groups.size() == 2);
    CHECK(trace.groups[0].value.value() == Approx(40)); // claims alone: no grant
    CHECK(trace.groups[0].coverage == Approx(0.6));
    CHECK(trace.groups[1].value.value() == Approx(100));
    CHECK(trace.groups[0].contribution + trace.groups[1].contribution ==
          Approx(scores.patents[0].value.value()));
    CHECK(trace.band->id == "high");
    CHECK(band_of(model, 49.9)->id == "low");
    CHECK(band_of(model, -1) == nullptr);
}

TEST_CASE("portfolio: h families with a value of at least h steps") {
    auto text = model_text(term_text("claims", "1.0", "share", "full = 10\n"));
    text.replace(text.find("value = \"sum\""), 13, "value = \"h\", step = 20");
    auto corpus = of_claims({10, 9, 6, 5, 1});
    corpus.enterprises.resize(1);
    for (auto& patent : corpus.patents) {
        patent.enterprises = {0};
        patent.status = LegalState::granted;
        patent.family = patent.number;
    }
    const auto model = model_of(text);
    CHECK(evaluate(corpus, model).enterprises[0].value.value() == 3); // 100, 90, 60 >= 3 x 20; 50 < 4 x 20
    corpus.patents[3].n_claims = 8;
    corpus.patents[2].n_claims = 8;
    CHECK(evaluate(corpus, model).enterprises[0].value.value() == 4);
}

} // namespace test_aggregations
