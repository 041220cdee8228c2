// SPDX-License-Identifier: GPL-3.0-or-later
// Held against the standard library's printing.
#include <longmen/base/significant.hpp>

#include <catch2/catch.hpp>

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <random>
#include <string>

namespace test_significant {

using namespace longmen;

namespace {

std::string ours(double value) {
    std::array<char, longest_significant> buffer{};
    return {buffer.data(), write_significant(buffer.data(), value)};
}

std::string library(double value) {
    std::array<char, 64> buffer{};
    return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                         std::chars_format::general, significant_digits)
                               .ptr};
}

} // namespace

TEST_CASE("significant: as the standard library has it, for numbers of every size") {
    std::mt19937_64 random{7};
    const auto check = [](double value) {
        if (value != std::floor(value)) {
            REQUIRE(ours(value) == library(value));
            REQUIRE(ours(-value) == library(-value));
        }
    };
    for (int i = 0; i < 300000; ++i) {
        const auto share = std::ldexp(static_cast<double>(random() >> 11), -53);
        check(share);
        check(std::ldexp(share, static_cast<int>(random() % 200) - 100));
        check(static_cast<double>(random() % 1000) / static_cast<double>(1 + random() % 1000));
        check(static_cast<double>(random() % 100000) / 1000); // few digits
        check(std::bit_cast<double>(random() % 0x7fe0000000000000));
    }
}

TEST_CASE("significant: powers of ten and their neighbours, halves, carries into one more digit") {
    for (int power = -30; power < 20; ++power) {
        const auto ten = std::pow(10.0, power);
        for (double value : {ten, std::nextafter(ten, 0.0), std::nextafter(ten, 1e300), 9.9999999995 * ten,
                             9.99999999949 * ten, 1.00000000005 * ten, 2.5 * ten}) {
            if (value != std::floor(value)) {
                CHECK(ours(value) == library(value));
            }
        }
    }
    // Exact halves in the eleventh digit go to the even digit.
    CHECK(ours(1000000000.5) == "1000000000");
    CHECK(ours(1000000001.5) == "1000000002");
    CHECK(ours(999999999.25) == "999999999.2");
    CHECK(ours(999999999.75) == "999999999.8");
    CHECK(ours(9999999999.5) == library(9999999999.5));
}

TEST_CASE("significant: whole numbers have all their digits") {
    CHECK(ours(0) == "0");
    CHECK(ours(-3) == "-3");
    CHECK(ours(123456789012345) == "123456789012345");
    CHECK(ours(1e15) == "1e+15");
}

} // namespace test_significant
