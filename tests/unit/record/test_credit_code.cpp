// SPDX-License-Identifier: GPL-3.0-or-later
// The check character against codes of well-known organisations, and against single mistakes.
#include <longmen/record/credit_code.hpp>

#include <catch2/catch.hpp>

#include <random>

namespace test_credit_code {

using namespace longmen;

namespace {
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
}

TEST_CASE("credit code: published codes of well-known organisations are valid") {
    // Registered codes as printed in public filings; 91350100M000100Y43 is the example of the standard
    // itself.
    for (const std::string_view code :
         {"91440300708461136T", "914403001922038216", "91350100M000100Y43", "91110108551385082Q",
          "91110000802100433B", "91110000600037341L", "91330100799655058B", "9144030071526726XG",
          "911101085923662400", "12100000400010275N", "91370700165420898Q", "911100007109288314"}) {
        INFO(code);
        CHECK(parse_credit_code(code) == std::string(code));
        CHECK(credit_code_check(code.substr(0, 17)) == code.back());
    }
}

TEST_CASE("credit code: blanks, case and width are folded") {
    CHECK(parse_credit_code(" 91440300708461136t ") == "91440300708461136T");
    CHECK(parse_credit_code("9144 0300 7084 6113 6T") == "91440300708461136T");
    CHECK(parse_credit_code("９１４４０３００７０８４６１１３６Ｔ") == "91440300708461136T");
}

TEST_CASE("credit code: wrong length, letters outside the alphabet and wrong checks are refused") {
    for (const auto* text :
         {"", "-", "91440300708461136", "91440300708461136TT", "91440300708461136S", "9144030070846I136T",
          "9144O300708461136T", "91440300708461136Z", "91440300708461137T", "统一社会信用代码"}) {
        INFO(text);
        CHECK_FALSE(parse_credit_code(text));
    }
}

TEST_CASE("credit code: every change of one character and every swap of neighbours is caught") {
    std::mt19937 random(7);
    int missed = 0;
    for (int round = 0; round < 50; ++round) {
        std::string code;
        for (int at = 0; at < 17; ++at) {
            code += alphabet[random() % alphabet.size()];
        }
        code += credit_code_check(code);
        REQUIRE(parse_credit_code(code));
        for (std::size_t at = 0; at < code.size(); ++at) {
            for (const char other : alphabet) {
                auto wrong = code;
                wrong[at] = other;
                missed += other != code[at] && parse_credit_code(wrong).has_value();
            }
            if (at + 2 < code.size() && code[at] != code[at + 1]) {
                auto wrong = code;
                std::swap(wrong[at], wrong[at + 1]);
                missed += parse_credit_code(wrong).has_value();
            }
        }
    }
    CHECK(missed == 0);
}

} // namespace test_credit_code
