// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates by one figure against trying every figure and scoring the corpus anew.
#include "model_text.hpp"
#include "support/patents.hpp"

#include <longmen/scoring/decisions.hpp>
#include <longmen/scoring/input_flip.hpp>

#include <catch2/catch.hpp>

#include <random>

namespace test_input_flip {

using namespace longmen;
using namespace longmen::scoring;
using test::model_of;
using test::model_text;
using test::term_text;

namespace {

constexpr std::size_t terms = 3; // claims, citations, family size

std::optional<std::int64_t>& figure_of(Patent& patent, std::size_t term) {
    return term == 0   ? patent.n_claims
           : term == 1 ? patent.vendor_forward_citations
                       : patent.vendor_family_size;
}

/// Filed within three years, in two fields, so that cohorts are widened and shared by some only.
Corpus random_corpus(std::mt19937& random, int n) {
    Corpus corpus;
    corpus.as_of = test::day("2020-01-01");
    for (int i = 0; i < n; ++i) {
        auto p = test::invention("CN" + std::to_string(1000 + i) + "B", "2012-05-06",
                                 random() % 3 == 0 ? "H01M1/00" : "A61K31/00");
        p.app_date = p.app_date->add_days(static_cast<int>(random() % 900));
        p.n_claims = 1 + random() % 9;
        p.vendor_forward_citations = random() % 6;
        if (random() % 5 != 0) {
            p.vendor_family_size = 1 + random() % 4;
        }
        corpus.patents.push_back(std::move(p));
    }
    return corpus;
}

std::string kind_text(std::mt19937& random, const std::string& key, const std::string& weight,
                      const std::string& direction) {
    switch (random() % 5) {
    case 0:
        return term_text(key, weight, "share", "full = 7\n", direction);
    case 1:
        return term_text(key, weight, "curve", "curve = [[0, 0], [3, 0.9], [6, 0.4], [12, 1]]\n");
    case 2:
        return term_text(key, weight, "steps",
                         "steps = [{from = 5, to = 8, points = 3}, {from = 2, points = 1}]\n");
    case 3:
        return term_text(key, weight, "percentile", random() % 2 == 0 ? "cohort = \"corpus\"\n" : "",
                         direction);
    default:
        return term_text(key, weight, "cap_p99", "", direction);
    }
}

ValueModel random_model(std::mt19937& random) {
    return model_of(
        model_text(kind_text(random, "claims", "0.5", "more") +
                       kind_text(random, "vendor_forward_citations", "0.3", "more") +
                       kind_text(random, "vendor_family_size", "0.2", random() % 2 == 0 ? "less" : "more"),
                   static_cast<int>(1 + random() % 6)));
}

struct Anew {
    bool chosen = false;
    double score = 0;
    std::vector<TermState> states; ///< of the term, by patent
};

Anew anew(const Corpus& corpus, const ValueModel& model, const Line& line, std::size_t patent,
          std::size_t term) {
    const auto scores = evaluate(corpus, model);
    const auto named = patent_choice(corpus, model, scores, line);
    const auto found = chosen_under(named.choice, named.choice.weights);
    Anew result;
    for (std::size_t c = 0; c < named.positions.size(); ++c) {
        if (named.positions[c] == patent) {
            result.chosen = found.chosen[c] != 0;
            result.score = found.scores[c].value_or(-1);
        }
    }
    for (const auto& cell : scores.terms[term].cells) {
        result.states.push_back(cell.state);
    }
    return result;
}

/// The nearest whole figure that turns the decision, by trying them all; looks no further on a side where
/// terms come or go.
std::optional<std::int64_t> by_trying(Corpus corpus, const ValueModel& model, const Line& line,
                                      std::size_t patent, std::size_t term, const TermInput& reach) {
    const auto from = *figure_of(corpus.patents[patent], term);
    const auto now = anew(corpus, model, line, patent, term);
    std::optional<std::int64_t> nearest;
    for (const int side : {1, -1}) {
        for (auto x = from + side;
             static_cast<double>(x) >= reach.low && static_cast<double>(x) <= reach.high; x += side) {
            figure_of(corpus.patents[patent], term) = x;
            const auto there = anew(corpus, model, line, patent, term);
            if (there.states != now.states) {
                break;
            }
            if (there.chosen != now.chosen) {
                if (!nearest || std::abs(x - from) < std::abs(*nearest - from)) {
                    nearest = x;
                }
                break;
            }
        }
    }
    return nearest;
}

} // namespace

TEST_CASE("input flip: two patents by hand") {
    Corpus corpus;
    corpus.as_of = test::day("2020-01-01");
    corpus.patents = {test::invention("CN1B", "2012-05-06"), test::invention("CN2B", "2012-05-06")};
    corpus.patents[0].n_claims = 10;
    corpus.patents[1].n_claims = 4;
    const auto model = model_of(model_text(term_text("claims", "1.0", "cap_p99")));
    const auto scores = evaluate(corpus, model);
    const auto named = patent_choice(corpus, model, scores, {1, {}});
    // The cohort's 99th percentile is its largest figure. At 10 both have 1, and the smaller number goes
    // first; at 11 the other falls to 10/11.
    const auto up = input_flip(named.choice, named.inputs[0], 0, 1);
    REQUIRE(up);
    CHECK(up->from == 4);
    CHECK(up->to == 11);
    CHECK(*up->cap == 11);
    CHECK(*up->score == 1);
    CHECK(*up->line == Approx(10.0 / 11));
    CHECK(up->rival == 0U);
    const auto down = input_flip(named.choice, named.inputs[0], 0, 0);
    REQUIRE(down);
    CHECK(down->to == 3);
    CHECK(*down->score == Approx(0.75));
}

TEST_CASE("input flip: equals trying every figure and scoring the corpus anew") {
    std::mt19937 random{31};
    std::size_t found = 0, none = 0;
    for (int round = 0; round < 24; ++round) {
        const auto corpus = random_corpus(random, 12);
        const auto model = random_model(random);
        Line line;
        if (round % 4 == 0) {
            line.at_least = 45;
        } else {
            line.best = 1 + random() % 11;
        }
        const auto scores = evaluate(corpus, model);
        const auto named = patent_choice(corpus, model, scores, line);
        for (std::uint32_t c = 0; c < named.positions.size(); ++c) {
            const auto patent = named.positions[c];
            for (std::size_t t = 0; t < terms; ++t) {
                if (scores.terms[t].cells[patent].state != TermState::measured) {
                    CHECK(!input_flip(named.choice, named.inputs[t], t, c));
                    continue;
                }
                INFO("round " << round << " patent " << named.names[c] << " term " << t);
                const auto flip = input_flip(named.choice, named.inputs[t], t, c);
                const auto least = by_trying(corpus, model, line, patent, t, named.inputs[t]);
                REQUIRE(flip.has_value() == least.has_value());
                if (!flip) {
                    ++none;
                    continue;
                }
                ++found;
                REQUIRE(flip->from ==
                        static_cast<double>(*figure_of(const_cast<Patent&>(corpus.patents[patent]), t)));
                REQUIRE(std::abs(flip->to - flip->from) ==
                        std::abs(static_cast<double>(*least) - flip->from));
                auto changed = corpus;
                figure_of(changed.patents[patent], t) = static_cast<std::int64_t>(flip->to);
                const auto there = anew(changed, model, line, patent, t);
                REQUIRE(there.chosen != (chosen_under(named.choice, named.choice.weights).chosen[c] != 0));
                REQUIRE(there.score == Approx(*flip->score).margin(1e-9));
                REQUIRE((!flip->line || (there.chosen ? there.score >= *flip->line - 1e-9
                                                      : there.score <= *flip->line + 1e-9)));
            }
        }
    }
    CHECK(found > 150);
    CHECK(none > 50);
}

TEST_CASE("input flip: a figure that is not whole, to a millionth; a category by name") {
    std::mt19937 random{32};
    auto corpus = random_corpus(random, 12);
    for (auto& patent : corpus.patents) {
        patent.status = random() % 3 == 0 ? LegalState::examination : LegalState::granted;
    }
    const auto model = model_of(model_text(
        term_text("claims", "0.4", "share", "full = 10\n") +
        term_text("remaining_life", "0.3", "share", "full = 20\n") +
        term_text("status", "0.3", "points", "points = {in_force = 1, pending = 0.4, dead = 0}\n")));
    const auto scores = evaluate(corpus, model);
    Threads threads{2};
    const auto decisions =
        decide(patent_choice(corpus, model, scores, {6, {}}), {.near = 6, .weightings = 1000}, threads);
    std::size_t fine = 0, named = 0;
    for (std::size_t m = 0; m < decisions.margins.size(); ++m) {
        const auto c = decisions.margins[m].candidate;
        const auto& choice = decisions.of.choice;
        const auto chosen_with = [&](std::size_t term, double value) {
            auto changed = choice;
            changed.values[c * 3 + term] = value;
            return chosen_under(changed, changed.weights).chosen[c] != 0;
        };
        if (const auto& flip = decisions.inputs[m][1]) {
            const double inward = flip->to > flip->from ? -1e-6 : 1e-6;
            CHECK(chosen_with(1, std::min(flip->to / 20, 1.0)) != decisions.margins[m].chosen);
            CHECK(chosen_with(1, std::min((flip->to + inward) / 20, 1.0)) == decisions.margins[m].chosen);
            ++fine;
        }
        if (const auto& flip = decisions.inputs[m][2]) {
            CHECK(chosen_with(2, flip->value) != decisions.margins[m].chosen);
            CHECK(flip->to != flip->from);
            ++named;
        }
    }
    CHECK(fine > 3);
    CHECK(named > 3);
    const auto table = certificate_table(decisions, Lang::en);
    bool category = false;
    for (const auto& row : table.rows) {
        const auto* to = std::get_if<std::string>(&row[5]);
        category = category || (to != nullptr && (*to == "pending" || *to == "dead" || *to == "in_force"));
    }
    CHECK(category);
}

TEST_CASE("input flip: standing as a candidate may be lost before the place is") {
    Choice choice{{0.9, 0.4, 0.6, 0.5}, {0.5, 0.5}, {}, {}};
    choice.rule.best = 1;
    TermInput input;
    input.figures = {9, 6};
    input.high = 20;
    input.value = [](std::uint32_t, double figure) { return std::min(1.0, figure / 10); };
    const auto place = input_flip(choice, input, 0, 0);
    REQUIRE(place);
    CHECK(place->to == 6); // 0.5 against 0.55
    CHECK(place->stands);
    input.may_stand = [](std::uint32_t, double figure) { return figure >= 8; };
    const auto standing = input_flip(choice, input, 0, 0);
    REQUIRE(standing);
    CHECK(standing->to == 7);
    CHECK(!standing->stands);
    // Ahead by its place, but not allowed there: no figure helps.
    input.may_stand = [](std::uint32_t, double figure) { return figure < 8; };
    choice.values = {0.9, 0.4, 0.6, 0.5};
    CHECK(!input_flip(choice, input, 0, 1));
    input.may_stand = {};
    CHECK(input_flip(choice, input, 0, 1)->to == 9); // 0.7 against 0.65
}

} // namespace test_input_flip
