// SPDX-License-Identifier: GPL-3.0-or-later
// Schemes of weights over scored patents: each by its own definition, and the orders they make.
#include "model_text.hpp"
#include "support/patents.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/scoring/data_weights.hpp>
#include <longmen/scoring/weight_schemes.hpp>
#include <longmen/stats/kendall.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

namespace test_weight_schemes {

using namespace longmen;
using namespace longmen::scoring;
using test::model_of;
using test::model_text;
using test::term_text;

namespace {

Corpus corpus_of(int n) {
    std::mt19937 random{8};
    Corpus corpus;
    corpus.as_of = test::day("2020-01-01");
    for (int i = 0; i < n; ++i) {
        auto p = test::invention("CN" + std::to_string(1000 + i) + "B", "2012-05-06");
        p.n_claims = 1 + random() % 20;
        p.vendor_family_size = 1 + random() % 4;
        corpus.patents.push_back(std::move(p));
    }
    return corpus;
}

ValueModel two_terms() {
    return model_of(model_text(term_text("claims", "0.8", "share", "full = 20\n") +
                               term_text("vendor_family_size", "0.2", "share", "full = 10\n")));
}

} // namespace

TEST_CASE("weight schemes: given, equal, from the data, from judgements, and how far their orders agree") {
    const auto corpus = corpus_of(50);
    const auto model = two_terms();
    const auto scores = evaluate(corpus, model);
    const NumberTable judgements{2, 2, {1, 3, 1.0 / 3, 1}};
    const auto schemes = weight_schemes(model, scores, &judgements);
    REQUIRE(schemes.schemes.size() == 5);
    CHECK(schemes.schemes[0].weights.value() == std::vector<double>{0.8, 0.2});
    CHECK(schemes.schemes[1].weights.value() == std::vector<double>{0.5, 0.5});
    CHECK(schemes.schemes[4].weights.value()[0] == Approx(0.75));
    CHECK(schemes.patents == 50);
    NumberTable table{50, 2, {}};
    std::vector<double> own, equal;
    for (const auto& p : corpus.patents) {
        const double claims = static_cast<double>(*p.n_claims) / 20,
                     family = static_cast<double>(*p.vendor_family_size) / 10;
        table.cells.insert(table.cells.end(), {claims, family});
        own.push_back(std::round(1e9 * (0.8 * claims + 0.2 * family)));
        equal.push_back(std::round(1e9 * (claims + family)));
    }
    CHECK(schemes.schemes[2].weights.value() == entropy_weights(table).weights.value());
    CHECK(schemes.compared ==
          std::vector<std::string>{"given", "equal", "entropy", "critic", "pairwise", "topsis"});
    CHECK(schemes.agreement.kendall[1].value() == Approx(stats::kendall_tau(own, equal).value().tau));
    CHECK(schemes.agreement.compared == 50);
}

TEST_CASE("weight schemes: a term that is left out is a gap, not a zero") {
    auto corpus = corpus_of(40);
    for (std::size_t i = 0; i < 40; i += 3) {
        corpus.patents[i].vendor_family_size.reset();
    }
    const auto model = two_terms();
    const auto schemes = weight_schemes(model, evaluate(corpus, model), nullptr);
    NumberTable table{40, 2, {}};
    for (const auto& p : corpus.patents) {
        table.cells.push_back(static_cast<double>(*p.n_claims) / 20);
        table.cells.push_back(p.vendor_family_size ? static_cast<double>(*p.vendor_family_size) / 10
                                                   : std::nan(""));
    }
    CHECK(schemes.schemes[2].weights.value() == entropy_weights(table).weights.value());
    CHECK(schemes.agreement.compared == 26); // TOPSIS compares those with every term
}

TEST_CASE("weight schemes: refused where there are no weights, no values, or judgements of other terms") {
    const auto corpus = corpus_of(5);
    const auto model = two_terms();
    const NumberTable judgements{3, 3, std::vector<double>(9, 1.0)};
    CHECK_THROWS_AS(weight_schemes(model, evaluate(corpus, model), &judgements), UsageError);
    CHECK_THROWS_AS(weight_schemes(model, evaluate(Corpus{}, model), nullptr), DataError);
    auto text = model_text(term_text("claims", "1.0", "share", "full = 20\n"));
    text.replace(text.find("weighted_mean"), 13, "geometric_mean");
    const auto product = model_of(text);
    CHECK_THROWS_AS(weight_schemes(product, evaluate(corpus, product), nullptr), UsageError);
}

} // namespace test_weight_schemes
