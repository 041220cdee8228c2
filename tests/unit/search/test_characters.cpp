// SPDX-License-Identifier: GPL-3.0-or-later
// Characters, and how far words are apart.
#include <longmen/search/characters.hpp>

#include <catch2/catch.hpp>

namespace test_characters {

using namespace longmen::search;

TEST_CASE("characters: UTF-8 there and back", "[search]") {
    const std::string text = "aé电𠮷";
    CHECK(to_characters(text) == U"aé电𠮷");
    CHECK(from_characters(to_characters(text)) == text);
    CHECK(is_running(U'电'));
    CHECK_FALSE(is_running(U'a'));
    CHECK(has_letters("-a"));
    CHECK(has_letters("α"));
    CHECK_FALSE(has_letters("-、。… *"));
}

TEST_CASE("characters: changes between words", "[search]") {
    CHECK(edit_distance(U"battery", U"battery", 2) == 0);
    CHECK(edit_distance(U"batery", U"battery", 2) == 1);
    CHECK(edit_distance(U"abttery", U"battery", 2) == 1); // a swap is one change
    CHECK(edit_distance(U"kitten", U"sitting", 3) == 3);
    CHECK(edit_distance(U"kitten", U"sitting", 2) == 3); // more than 2
    CHECK(edit_distance(U"", U"ab", 2) == 2);
    CHECK(edit_distance(U"", U"abc", 2) == 3);
}

} // namespace test_characters
