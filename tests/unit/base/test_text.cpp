// SPDX-License-Identifier: GPL-3.0-or-later
// Folding, splitting, display width.
#include <longmen/base/text.hpp>

#include <catch2/catch.hpp>

namespace test_text {

using namespace longmen;

TEST_CASE("text: full-width brackets, blanks and case fold away in a key") {
    CHECK(fold_key("公开（公告）号") == fold_key(" 公开 (公告) 号"));
    CHECK(fold_key("标题 (中文)") == "标题(中文)");
    CHECK(fold_key("ＩＰＣ") == "ipc");
}

TEST_CASE("text: trim takes ideographic blanks and a byte-order mark") {
    CHECK(trim("\xEF\xBB\xBF　 题目　") == "题目");
    CHECK(trim("   ").empty());
    CHECK(trim("").empty());
    CHECK(trim("　").empty());
    CHECK(trim("中文　a\u00a0\u2009\ufeff\r\n") == "中文　a");
    CHECK(trim(" \x80") == "\x80"); // what is no text is no blank
    CHECK(trim("\xE3\x80 ") == "\xE3\x80");
}

TEST_CASE("text: ideographs are found wherever they stand") {
    CHECK(has_han("中"));
    CHECK(has_han("a long English text — with “marks” and é, then 〇"));
    CHECK(has_han("𠀀")); // beyond the basic plane
    CHECK_FALSE(has_han("ABC, é — ひらがな カタカナ 한글 ，。"));
    CHECK_FALSE(has_han("\xE4\xB8"));
    CHECK_FALSE(has_han(""));
}

TEST_CASE("text: broken UTF-8 is seen") {
    CHECK(is_valid_utf8("专利 abc"));
    CHECK_FALSE(is_valid_utf8("\xD7\xA8\xC0\xFB")); // 专利 in GB18030
    CHECK_FALSE(is_valid_utf8("\xE4\xB8"));
}

TEST_CASE("text: splitting drops empty parts and blanks") {
    CHECK(split_trimmed("甲; 乙;;丙 ", ";") == std::vector<std::string>{"甲", "乙", "丙"});
    CHECK(split_trimmed("", ";").empty());
}

TEST_CASE("text: wide characters take two columns") {
    CHECK(display_width("专利ab") == 6);
    CHECK(display_width("ｅ\u0301") == 2);
    CHECK(cut_to_width("专利导航", 5) == "专利…");
    CHECK(cut_to_width("专利", 4) == "专利");
}

TEST_CASE("text: the hash is a fixed function of the bytes") {
    CHECK(hash_hex("").size() == 32);
    CHECK(hash_hex("") == "99aa06d3014798d86001c324468d497f"); // XXH3-128 of no input, published test vector
    CHECK(hash_hex("a") != hash_hex("b"));
}

} // namespace test_text
