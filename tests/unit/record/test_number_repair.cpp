// SPDX-License-Identifier: GPL-3.0-or-later
// What spreadsheets make of numbers, made here the same way, and whether the right number comes back or none.
#include <longmen/record/number_repair.hpp>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <string>

namespace test_number_repair {

using namespace longmen;

namespace {

std::string repaired(std::string_view text) {
    const auto number = repair_number(text);
    return number ? number->canonical() : "none";
}

} // namespace

TEST_CASE("number repair: with all its digits a number is restored, when the check digit agrees") {
    CHECK(repaired("2.017106018623E+12") == "CN201710601862.3");
    CHECK(repaired("2.017106018623E+11") == "CN201710601862.3");
    CHECK(repaired("2.017106018623e12") == "CN201710601862.3");
    CHECK(repaired(" CN2.017106018623E+12 ") == "CN201710601862.3");
    CHECK(repaired("2.017106018624E+12") == "none");
    CHECK(repaired("2.017406018623E+12") == "none"); // no kind of application has a 4
    const std::string old = "97101765";
    const std::string whole = old + cn_check_digit(old);
    REQUIRE(whole.back() != 'X');
    CHECK(repaired(whole.substr(0, 1) + "." + whole.substr(1) + "E+08") == "CN97101765." + whole.substr(8));
}

TEST_CASE("number repair: with fewer digits there is none") {
    for (const auto* text :
         {"2.02011E+12", "2.0171060186E+11", "2.01710601862E+13", "9.11407E+17", "2E+12", "E+12",
          "2.01710601862", "201710601862", "2.0171O601862E+12", "", "2.01710601862E-12"}) {
        INFO(text);
        CHECK(repaired(text) == "none");
    }
}

TEST_CASE("number repair: of twelve digits the right number comes back, or none where two are possible") {
    std::size_t restored = 0;
    std::size_t all = 0;
    for (long serial = 201710601000; serial < 201710603000; ++serial) {
        const auto digits = std::to_string(serial);
        const char check = cn_check_digit(digits);
        const auto number = "CN" + digits + "." + check;
        if (check == 'X') {
            continue; // text already: no spreadsheet takes it for a number
        }
        const long whole = serial * 10 + (check - '0');
        for (const auto& shown : {fmt::format("{:.11E}", static_cast<double>(whole)),
                                  fmt::format("{:.11E}", static_cast<double>(whole) / 10)}) {
            const auto got = repaired(shown);
            INFO(number << ' ' << shown);
            REQUIRE((got == number || got == "none"));
            restored += got == number ? 1 : 0;
            ++all;
        }
        REQUIRE(repaired(fmt::format("{:.12E}", static_cast<double>(whole))) == number);
        REQUIRE(repaired(fmt::format("{:.12E}", static_cast<double>(whole) / 10)) == number);
    }
    CHECK(restored > all / 6);
    CHECK(restored < all);
}

TEST_CASE(
    "number repair: a number that lost its check digit and shows all twelve others comes back, or none") {
    for (long serial = 201710601000; serial < 201710601500; ++serial) {
        const auto digits = std::to_string(serial);
        const auto got = repaired(fmt::format("{:.11E}", static_cast<double>(serial)));
        REQUIRE((got == "CN" + digits + "." + cn_check_digit(digits) || got == "none"));
    }
}

TEST_CASE("number: zeros in place of lost digits are seen, zeros of a number are not") {
    for (const auto* text :
         {"201711000000", "2020110000000", "202000000000", "911407001234567000", "9114070012345670"}) {
        INFO(text);
        CHECK(is_damaged_number(text));
    }
    for (const auto* text : {"201710601000", "2017106010008", "CN201711000000", "109876543000000",
                             "201010000001", "911407001234567890", "000"}) {
        INFO(text);
        CHECK_FALSE(is_damaged_number(text));
    }
}

} // namespace test_number_repair
