// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of text with marks on the right bytes.
#include <longmen/base/text.hpp>
#include <longmen/search/snippet.hpp>

#include <catch2/catch.hpp>

namespace test_snippet {

using namespace longmen;
using namespace longmen::search;

TEST_CASE("snippet: marks cover the words as they stand", "[search]") {
    const auto snippet = make_snippet("一种ＬＥＤ照明装置", {"LED照明"}, 60);
    REQUIRE(snippet.marks.size() == 1);
    const auto [begin, end] = snippet.marks[0];
    CHECK(snippet.text.substr(begin, end - begin) == "ＬＥＤ照明");
}

TEST_CASE("snippet: a long text is cut at characters, around the words", "[search]") {
    std::string text;
    for (int i = 0; i < 300; ++i) {
        text += "油";
    }
    text += "密封";
    for (int i = 0; i < 300; ++i) {
        text += "缸";
    }
    const auto snippet = make_snippet(text, {"密封"}, 40);
    CHECK(is_valid_utf8(snippet.text));
    CHECK(snippet.text.size() < 140);
    REQUIRE(snippet.marks.size() == 1);
    CHECK(snippet.text.substr(snippet.marks[0].first, snippet.marks[0].second - snippet.marks[0].first) ==
          "密封");
    CHECK(snippet.text.starts_with("…"));
    CHECK(snippet.text.ends_with("…"));
}

TEST_CASE("snippet: overlapping words are one mark, none is no mark", "[search]") {
    CHECK(make_snippet("液压密封", {"液压密", "压密封"}, 60).marks.size() == 1);
    CHECK(make_snippet("液压，密封", {"液压密封"}, 60).marks.empty());
    CHECK(make_snippet("", {"x"}, 60).text.empty());
}

} // namespace test_snippet
