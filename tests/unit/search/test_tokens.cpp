// SPDX-License-Identifier: GPL-3.0-or-later
// Words and pairs of words.
#include <longmen/search/tokens.hpp>

#include <catch2/catch.hpp>

namespace test_tokens {

using namespace longmen::search;

namespace {

std::string words(std::string_view text) {
    Tokeniser tokeniser;
    std::string result;
    for (const auto& token : tokeniser.split(text)) {
        result += (result.empty() ? "" : " ") + token.text + "@" + std::to_string(token.position);
    }
    return result;
}

} // namespace

TEST_CASE("tokens: characters one by one, letters and digits together", "[search]") {
    CHECK(words("LED照明") == "led@0 照@1 明@2");
    CHECK(words("5G基站") == "5g@0 基@1 站@2");
    CHECK(words("Al2O3涂层") == "al2o3@0 涂@1 层@2");
    CHECK(words("Ｃ２２Ｃ") == "c22c@0"); // full width
    CHECK(words("café Ω") == "café@0 ω@1");
    CHECK(words("") == "");
    CHECK(words("，。") == "");
}

TEST_CASE("tokens: signs that stand for several characters are those, at their place", "[search]") {
    CHECK(words("5m²") == "5m2@0");
    CHECK(words("⑴开启") == "1@1 开@3 启@4");
    CHECK(words("５．５ｍｍ") == words("5.5mm"));
    CHECK(words("80℃时") == words("80°C时"));
    Tokeniser tokeniser;
    const std::string text = "⑴开";
    const auto tokens = tokeniser.split(text);
    REQUIRE(tokens.size() == 2);
    CHECK(text.substr(tokens[0].begin, tokens[0].end - tokens[0].begin) == "⑴");
    CHECK(text.substr(tokens[1].begin, tokens[1].end - tokens[1].begin) == "开");
}

TEST_CASE("tokens: accents written behind their letter, and those behind none", "[search]") {
    CHECK(words("cafe\u0301 \u00e9") == words("caf\u00e9 e\u0301"));
    CHECK(words("\u304b\u3099") == words("\u304c")); // kana with its sound mark
    CHECK(words("280\u02daC") == "280@0 c@2");       // a ring that stands for itself
    CHECK(words("x\u0332y") == "x\u0332y@0");        // a mark that makes no letter stays in the word
    Tokeniser tokeniser;
    const std::string text = "e\u0301a";
    const auto tokens = tokeniser.split(text);
    REQUIRE(tokens.size() == 1);
    CHECK(tokens[0].end == text.size());
}

TEST_CASE("tokens: punctuation leaves a gap, blanks and joining marks do not", "[search]") {
    CHECK(words("液压，密封") == "液@0 压@1 密@3 封@4");
    CHECK(words("液压 密封") == "液@0 压@1 密@2 封@3");
    CHECK(words("C22C38/00") == "c22c38@0 00@1");
    CHECK(words("0.5mm") == "0@0 5mm@1");
    CHECK(words("压/密") == "压@0 密@2"); // between Chinese characters a slash is punctuation
}

TEST_CASE("tokens: bytes of the original, nothing is lost of a long run", "[search]") {
    Tokeniser tokeniser;
    const std::string text = "一LED灯";
    const auto tokens = tokeniser.split(text);
    REQUIRE(tokens.size() == 3);
    CHECK(text.substr(tokens[1].begin, tokens[1].end - tokens[1].begin) == "LED");
    std::string run;
    for (int i = 0; i < 5000; ++i) {
        run += "齿";
    }
    CHECK(tokeniser.split(run).size() == 5000);
    CHECK(tokeniser.split(std::string(500, 'a')).at(0).text.size() == 64);
}

TEST_CASE("tokens: two long words that begin alike are two words", "[search]") {
    Tokeniser tokeniser;
    const std::string head(100, 'a');
    CHECK(tokeniser.split(head + "b").at(0).text != tokeniser.split(head + "c").at(0).text);
    CHECK(tokeniser.split(head + "b").at(0).text == tokeniser.split(head + "B").at(0).text);
}

TEST_CASE("tokens: traditional characters are simplified ones", "[search]") {
    CHECK(words("鋰離子電池") == words("锂离子电池"));
    CHECK(words("臺灣") == words("台湾"));
}

TEST_CASE("tokens: a phrase is found where all its words stand in a row", "[search]") {
    Tokeniser tokeniser;
    const auto text = tokeniser.split("液压，密封液压密封");
    const auto found = find_phrase(text, tokeniser.split("液压密封"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].first == std::string{"液压，密封"}.size());
    CHECK(find_phrase(text, {}).empty());
}

} // namespace test_tokens
