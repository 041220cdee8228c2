// SPDX-License-Identifier: GPL-3.0-or-later
// Unified social credit codes.
#include <longmen/record/credit_code.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <string>

using namespace longmen;

namespace {

/// The standard's own words: C = 31 - sum(Ci * 3^(i-1)) mod 31, with 31 written 0.
char slow_check(const std::string& code) {
    const std::string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    long long sum = 0;
    for (std::size_t i = 0; i < 17; ++i) {
        long long weight = 1;
        for (std::size_t k = 0; k < i; ++k) {
            weight = weight * 3 % 31;
        }
        sum += static_cast<long long>(alphabet.find(code[i])) * weight;
    }
    return alphabet[static_cast<std::size_t>((31 - sum % 31) % 31)];
}

} // namespace

TEST_CASE("credit_code: the check character follows the standard's formula") {
    for (const std::string first : {"91140702MA0GW5QJ1", "911407001110000ABC"}) {
        const auto seventeen = first.substr(0, 17);
        CHECK(credit_code_check(seventeen) == slow_check(seventeen));
        CHECK(parse_credit_code(seventeen + slow_check(seventeen)) == seventeen + slow_check(seventeen));
    }
    CHECK(parse_credit_code("91350100M000100Y43") ==
          "91350100M000100Y43"); // the example printed in GB 32100-2015
    CHECK(parse_credit_code(" ９１350100m000100y43 ") == "91350100M000100Y43");
}

TEST_CASE("credit_code: every change of one character is caught") {
    const std::string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    const std::string good = "91350100M000100Y43";
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (const char c : alphabet) {
            auto bad = good;
            bad[i] = c;
            CHECK(parse_credit_code(bad).has_value() == (bad == good));
        }
    }
    CHECK_FALSE(parse_credit_code(""));
    CHECK_FALSE(parse_credit_code("9135010OM000100Y43"));
    CHECK_FALSE(parse_credit_code("9.1350E+17"));
}
