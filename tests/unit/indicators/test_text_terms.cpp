// SPDX-License-Identifier: GPL-3.0-or-later
// Terms by hand; the two directions of many texts.
#include <longmen/indicators/text_terms.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace test_text_terms {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("text terms: words, and pairs of characters; no numbers") {
    Threads threads{1};
    const std::vector<DocumentText> texts{
        {"Pump with 2 pumps, PUMP", "a valve"}, {"水泵装置", ""}, {"", ""}, {"装置，水 pump", "12 V1"}};
    const auto terms = text_terms(texts, threads);
    const auto of = terms.of.view();
    // pump with pumps a valve | 水泵 泵装 装置 | | 装置 pump v1: a mark parts characters
    CHECK(terms.terms() == 9);
    CHECK(of.count(0) == 5);
    CHECK(terms.count[0] == 2); // pump
    CHECK(of.count(1) == 3);
    CHECK_FALSE(terms.has_text(2));
    CHECK(of.count(3) == 3);
    CHECK(terms.in.view().count(0) == 2); // pump: the first and the last
    CHECK(terms.in.view().count(7) == 2); // 装置
}

TEST_CASE("text terms: both directions hold the same pairs, whatever the number of threads") {
    Threads one{1};
    Threads three{3};
    std::mt19937_64 random{1};
    std::vector<std::string> words;
    for (int i = 0; i < 1500; ++i) {
        std::string text;
        for (auto left = random() % 12; left-- > 0;) {
            text += "w" + std::to_string(random() % 60) + " ";
        }
        words.push_back(text);
    }
    std::vector<DocumentText> texts;
    for (const auto& text : words) {
        texts.push_back({text, {}});
    }
    const auto terms = text_terms(texts, one);
    const auto again = text_terms(texts, three);
    REQUIRE(std::ranges::equal(terms.of.items, again.of.items));
    REQUIRE(std::ranges::equal(terms.in.items, again.in.items));
    const auto of = terms.of.view();
    const auto in = terms.in.view();
    std::size_t pairs = 0;
    for (std::uint32_t term = 0; term < terms.terms(); ++term) {
        REQUIRE(std::ranges::is_sorted(in[term]));
        for (auto at = in.offsets[term]; at < in.offsets[term + 1]; ++at, ++pairs) {
            REQUIRE(of.items[terms.place[at]] == term);
            const auto document = in.items[at];
            REQUIRE((terms.place[at] >= of.offsets[document] && terms.place[at] < of.offsets[document + 1]));
        }
    }
    CHECK(pairs == of.items.size());
    std::uint32_t occurrences = 0;
    for (const auto count : terms.count) {
        occurrences += count;
    }
    std::size_t wanted = 0;
    for (const auto& text : words) {
        wanted += static_cast<std::size_t>(std::ranges::count(text, ' '));
    }
    CHECK(occurrences == wanted);
}

} // namespace test_text_terms
