// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of words, on random texts.
#include "support/texts.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/indicators/new_words.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace test_new_words {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("new words: as defined, on random texts") {
    Threads one{1};
    Threads two{2};
    const auto rules = test::text_rules();
    std::size_t defined = 0, reused = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const test::RandomTexts made{seed, seed % 2 == 0, two};
        const auto graph = made.graph.view();
        const graph::DayIndex index{graph.day};
        const auto terms = made.terms(two);
        const int years = 1 + static_cast<int>(seed % 4);
        const auto words = new_words(terms, graph, index, rules, two);
        const auto reuse = new_word_reuse(terms, graph, index, years, rules, two);
        const auto again = new_word_reuse(terms, graph, index, years, rules, one);
        for (std::size_t node = 0; node < graph.nodes(); ++node) {
            if (made.words[node].empty() || !made.reached(node, rules.first_years)) {
                REQUIRE(std::isnan(words[node]));
                REQUIRE(std::isnan(reuse[node]));
                continue;
            }
            double fresh = 0, uses = 0;
            for (const auto& [word, times] : made.words[node]) {
                bool old = false;
                double after = 0;
                for (std::size_t other = 0; other < graph.nodes(); ++other) {
                    if (!made.words[other].contains(word)) {
                        continue;
                    }
                    old = old || made.later(other, node);
                    after += made.within(node, other, years) ? 1 : 0;
                }
                fresh += old ? 0 : 1;
                uses += old ? 0 : after;
            }
            ++defined;
            reused += uses > 0 ? 1 : 0;
            REQUIRE(words[node] == fresh);
            REQUIRE(reuse[node] == uses);
            REQUIRE(again[node] == uses);
        }
    }
    CHECK(defined > 1000);
    CHECK(reused > 50);
}

TEST_CASE("new words: windows out of range are refused") {
    Threads threads{1};
    const test::RandomTexts made{3, false, threads};
    const graph::DayIndex index{made.graph.day};
    CHECK_THROWS_AS(
        new_word_reuse(made.terms(threads), made.graph.view(), index, 0, test::text_rules(), threads),
        UsageError);
}

} // namespace test_new_words
