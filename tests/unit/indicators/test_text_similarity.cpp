// SPDX-License-Identifier: GPL-3.0-or-later
// Cosines of all pairs, on random texts.
#include "support/texts.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/indicators/text_similarity.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace test_text_similarity {

using namespace longmen;
using namespace longmen::indicators;

namespace {

/// Documents with a text of the years before.
double texts_before(const test::RandomTexts& made, int year) {
    double count = 0;
    for (std::size_t node = 0; node < made.words.size(); ++node) {
        count += !made.words[node].empty() && made.year(node) < year ? 1 : 0;
    }
    return count;
}

double weight(const test::RandomTexts& made, const std::string& word, int year, double most_common) {
    double with = 0;
    for (std::size_t node = 0; node < made.words.size(); ++node) {
        with += made.words[node].contains(word) && made.year(node) < year ? 1 : 0;
    }
    const auto all = texts_before(made, year);
    return all == 0 || with > most_common * all ? 0 : std::max(0.0, std::log(all / (1 + with)));
}

double similarity(const test::RandomTexts& made, std::size_t i, std::size_t j, const TextRules& rules) {
    std::map<std::string, double> left, right;
    const auto vector = [&](std::size_t node, std::map<std::string, double>& to) {
        double all = 0;
        for (const auto& [word, times] : made.words[node]) {
            all += times;
        }
        for (const auto& [word, times] : made.words[node]) {
            to[word] = times / all * weight(made, word, made.year(i), rules.most_common);
        }
    };
    vector(i, left);
    vector(j, right);
    double product = 0, a = 0, b = 0;
    for (const auto& [word, value] : left) {
        product += right.contains(word) ? value * right[word] : 0;
        a += value * value;
    }
    for (const auto& [word, value] : right) {
        b += value * value;
    }
    const auto cosine = a > 0 && b > 0 ? product / std::sqrt(a * b) : 0;
    return cosine < rules.floor ? 0 : cosine;
}

} // namespace

TEST_CASE("text similarity: as defined, on random texts") {
    Threads one{1};
    Threads two{2};
    const auto rules = test::text_rules();
    std::size_t defined = 0;
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        const test::RandomTexts made{seed, seed % 2 == 0, two};
        const auto graph = made.graph.view();
        const graph::DayIndex index{graph.day};
        const auto terms = made.terms(two);
        const int years = 1 + static_cast<int>(seed % 4);
        const auto forward = text_similarity(terms, graph, index, TextSide::forward, years, rules, two);
        const auto backward = text_similarity(terms, graph, index, TextSide::backward, years, rules, two);
        const auto again = text_similarity(terms, graph, index, TextSide::backward, years, rules, one);
        const auto importance = text_importance(forward, backward);
        for (std::size_t node = 0; node < graph.nodes(); ++node) {
            double after = 0, before = 0;
            for (std::size_t other = 0; other < graph.nodes(); ++other) {
                if (made.words[node].empty() || made.words[other].empty()) {
                    continue;
                }
                after += made.within(node, other, years) ? similarity(made, node, other, rules) : 0;
                before += made.within(other, node, years) ? similarity(made, other, node, rules) : 0;
            }
            const bool text = !made.words[node].empty();
            if (text && texts_before(made, made.year(node)) > 0) {
                REQUIRE(forward[node] == Approx(after));
            } else {
                REQUIRE(std::isnan(forward[node]));
            }
            if (text && made.reached(node, years)) {
                REQUIRE(backward[node] == Approx(before));
                REQUIRE(again[node] == backward[node]);
            } else {
                REQUIRE(std::isnan(backward[node]));
            }
            if (!std::isnan(forward[node]) && backward[node] > 0) {
                ++defined;
                REQUIRE(importance[node] == Approx(after / before));
            } else {
                REQUIRE(std::isnan(importance[node]));
            }
        }
    }
    CHECK(defined > 100);
}

TEST_CASE("text similarity: too many texts and windows out of range are refused") {
    Threads threads{1};
    const test::RandomTexts made{3, false, threads};
    const auto graph = made.graph.view();
    const graph::DayIndex index{graph.day};
    const auto terms = made.terms(threads);
    auto rules = test::text_rules();
    CHECK_THROWS_AS(text_similarity(terms, graph, index, TextSide::forward, 21, rules, threads), UsageError);
    rules.most_documents = 1;
    CHECK_THROWS_AS(text_similarity(terms, graph, index, TextSide::forward, 5, rules, threads), UsageError);
}

} // namespace test_text_similarity
