// SPDX-License-Identifier: GPL-3.0-or-later
// Lines through scored patents; certificates held against scoring the whole corpus anew.
#include "model_text.hpp"
#include "support/patents.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/scoring/decisions.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <random>

namespace test_decisions {

using namespace longmen;
using namespace longmen::scoring;
using test::model_of;
using test::model_text;
using test::term_text;

namespace {

ValueModel three_terms() {
    return model_of(model_text(term_text("claims", "0.5", "share", "full = 20\n") +
                               term_text("scope", "0.2", "share", "full = 6\n") +
                               term_text("vendor_family_size", "0.3", "share", "full = 12\n")));
}

Corpus random_corpus(unsigned seed, int n) {
    std::mt19937 random{seed};
    Corpus corpus;
    corpus.as_of = test::day("2020-01-01");
    const char* classes[] = {"H01M1/00", "H02J1/00", "A61K31/00", "B60L1/00", "C07D1/00"};
    for (int i = 0; i < n; ++i) {
        auto p = test::invention("CN" + std::to_string(1000 + i) + "B", "2012-05-06");
        p.n_claims = 1 + random() % 20;
        p.ipc.clear();
        for (std::size_t c = 0; c < 1 + random() % 5; ++c) {
            p.ipc.emplace_back(classes[c]);
        }
        if (random() % 4 != 0) {
            p.vendor_family_size = 1 + random() % 12;
        }
        corpus.patents.push_back(std::move(p));
    }
    return corpus;
}

/// Whether the patent is among the best by value, then number, when all is scored by this model.
bool among_best(const Corpus& corpus, const ValueModel& model, std::size_t patent, std::size_t places) {
    const auto scores = evaluate(corpus, model);
    const auto place = std::ranges::find(scores.patent_order, patent) - scores.patent_order.begin();
    return static_cast<std::size_t>(place) < places;
}

ValueModel with_weight(ValueModel model, std::size_t term, double weight) {
    const double rest = 1 - model.terms[term].weight;
    for (std::size_t t = 0; t < model.terms.size(); ++t) {
        model.terms[t].weight = t == term ? weight : model.terms[t].weight * (1 - weight) / rest;
    }
    return model;
}

} // namespace

TEST_CASE("decisions: a line is a number of places or a value") {
    CHECK(parse_line("best:20").best == std::size_t{20});
    CHECK(parse_line("at-least:62.5").at_least == 62.5);
    for (const auto* text :
         {"", "20", "best:", "best:0", "best:-1", "best:2x", "at-least:", "at-least:x", "top:3"}) {
        INFO(text);
        CHECK_THROWS_AS(parse_line(text), UsageError);
    }
}

TEST_CASE("decisions: the choice decides as the ranking of the model does") {
    const auto corpus = random_corpus(1, 60);
    const auto model = three_terms();
    const auto scores = evaluate(corpus, model);
    Threads threads{1};
    const auto decisions =
        decide(patent_choice(corpus, model, scores, {20, {}}), {.weightings = 1000}, threads);
    REQUIRE(decisions.of.names.size() == 60);
    for (std::size_t place = 0; place < 60; ++place) {
        const auto patent = scores.patent_order[place];
        const auto candidate =
            std::ranges::find(decisions.of.positions, patent) - decisions.of.positions.begin();
        CHECK(bool{decisions.chosen.chosen[static_cast<std::size_t>(candidate)] != 0} == (place < 20));
    }
    // A threshold is on the scale of the values.
    const auto above = decide(patent_choice(corpus, model, scores, {{}, 50}), {.weightings = 1000}, threads);
    for (std::size_t c = 0; c < 60; ++c) {
        CHECK((above.chosen.chosen[c] != 0) == (scores.patents[above.of.positions[c]].value.value() >= 50));
    }
}

TEST_CASE("decisions: what a certificate says happens when the corpus is scored anew") {
    const auto corpus = random_corpus(2, 40);
    const auto model = three_terms();
    constexpr std::size_t places = 12;
    constexpr double beside = 1e-6;
    Threads threads{2};
    const auto decisions = decide(patent_choice(corpus, model, evaluate(corpus, model), {places, {}}),
                                  {.near = 6, .weightings = 1000}, threads);
    REQUIRE(decisions.margins.size() == 12);
    std::size_t weights = 0, all = 0;
    for (const auto& margin : decisions.margins) {
        const auto patent = decisions.of.positions[margin.candidate];
        for (std::size_t t = 0; t < 3; ++t) {
            if (const auto& flip = margin.by_weight[t]) {
                const double side = flip->to > flip->from ? beside : -beside;
                CHECK(among_best(corpus, with_weight(model, t, flip->to + side), patent, places) !=
                      margin.chosen);
                CHECK(among_best(corpus, with_weight(model, t, flip->boundary - side), patent, places) ==
                      margin.chosen);
                ++weights;
            }
        }
        if (margin.by_weights.found) {
            auto other = model;
            double distance = 0;
            for (std::size_t t = 0; t < 3; ++t) {
                distance += std::abs(margin.by_weights.weights[t] - model.terms[t].weight);
                // A little beyond, away from the weights as they are.
                other.terms[t].weight = std::max(
                    0.0, model.terms[t].weight +
                             (margin.by_weights.weights[t] - model.terms[t].weight) * (1 + 1e3 * beside));
            }
            CHECK(distance == Approx(margin.by_weights.upper_bound).margin(1e-9));
            CHECK(among_best(corpus, other, patent, places) != margin.chosen);
            ++all;
        }
    }
    CHECK(weights > 10);
    CHECK(all > 6);
}

TEST_CASE("decisions: tables and JSON say the same; the same bits for any number of threads and order") {
    auto corpus = random_corpus(3, 50);
    const auto model = three_terms();
    const auto told = [&](unsigned n) {
        Threads threads{n};
        return decide(patent_choice(corpus, model, evaluate(corpus, model), {10, {}}), {.weightings = 5000},
                      threads);
    };
    const auto one = told(1);
    const auto json = nlohmann::json::parse(decisions_json(one));
    CHECK(json["decisions"].size() == one.margins.size());
    CHECK(decision_table(one, Lang::zh).rows.size() == one.margins.size());
    std::size_t changes = 0;
    for (const auto& decision : json["decisions"]) {
        changes += decision.contains("by_weight") ? decision["by_weight"].size() : 0;
        changes += decision.contains("by_value") ? decision["by_value"].size() : 0;
        changes += decision["by_rule"].is_null() ? 0 : 1;
        changes += decision["by_all_weights"]["found"] ? 1 : 0;
        CHECK(decision["share_chosen"] >= 0);
    }
    CHECK(certificate_table(one, Lang::en).rows.size() == changes);
    CHECK(certificate_notes(one, Lang::en).size() == 4);
    CHECK(decisions_json(told(2)) == decisions_json(one));
    std::shuffle(corpus.patents.begin(), corpus.patents.end(), std::mt19937{9});
    CHECK(decisions_json(told(2)) == decisions_json(one));
}

TEST_CASE("decisions: large choices draw fewer weightings and say how many; products have none") {
    const auto corpus = random_corpus(4, 30);
    const auto model = three_terms();
    Threads threads{1};
    const auto few = decide(patent_choice(corpus, model, evaluate(corpus, model), {5, {}}),
                            {.most_products = 30 * 3 * 2500.0}, threads);
    CHECK(few.weightings == 2000);
    auto text = model_text(term_text("claims", "1.0", "share", "full = 20\n"));
    text.replace(text.find("weighted_mean"), 13, "topsis");
    const auto topsis = model_of(text);
    CHECK_THROWS_AS(patent_choice(corpus, topsis, evaluate(corpus, topsis), {5, {}}), UsageError);
}

} // namespace test_decisions
