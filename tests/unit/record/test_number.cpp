// SPDX-License-Identifier: GPL-3.0-or-later
// Every written form of a document number, canonical forms, keys, check digits.
#include <longmen/record/number.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace test_number {

using namespace longmen;

namespace {

std::string canonical(std::string_view text, NumberHint hint = NumberHint::any) {
    const auto number = parse_number(text, hint);
    return number ? number->canonical() : "none";
}

/// All forms parse to the same key.
void same_document(const std::vector<std::string>& forms, const std::string& wanted,
                   NumberHint hint = NumberHint::any) {
    for (const auto& form : forms) {
        INFO(form);
        const auto number = parse_number(form, hint);
        REQUIRE(number);
        CHECK(number->key() == wanted);
    }
}

} // namespace

TEST_CASE("number: forms of a Chinese application are one document") {
    same_document({"CN201710601862.3", "201710601862.3", "2017106018623", "201710601862", "ZL201710601862.3",
                   "ZL 2017 1 0601862.3", "cn２０１７１０６０１８６２．３", "CN201710601862",
                   "CN 201710601862 A"},
                  "a:CN201710601862");
    CHECK(canonical("201710601862") == "CN201710601862.3");
    CHECK(parse_number("ZL201710601862.3")->granted_prefix);
    CHECK(parse_number("201710601862.3")->year() == 2017);
    CHECK(parse_number("201710601862.3")->type() == PatentType::invention);
}

TEST_CASE("number: published check digits verify (ZC 0006-2003)") {
    for (const auto* text :
         {"201710601862.3", "95115608.X", "200710308494.X", "90101673.X", "97101765.4", "201310699744.2"}) {
        INFO(text);
        const auto number = parse_number(text);
        REQUIRE(number);
        CHECK(number->check_given);
        CHECK(number->check_ok);
    }
    const auto misprinted = parse_number("89103229.2"); // a textbook page prints it so; the check digit is 0
    REQUIRE(misprinted);
    CHECK_FALSE(misprinted->check_ok);
    CHECK(misprinted->canonical() == "CN89103229.2");
    CHECK(cn_check_digit("89103229") == '0');
}

TEST_CASE("number: before 1989 there is no check digit, and PCT entries carry type 8 or 9") {
    CHECK(canonical("88100001") == "CN88100001");
    CHECK(canonical("CN85100001") == "CN85100001");
    CHECK(parse_number("200480012345")->type() == PatentType::invention);
    CHECK(parse_number("200490000123")->type() == PatentType::utility_model);
    CHECK(parse_number("03301234")->year() == 2003);
    CHECK(parse_number("03301234")->type() == PatentType::design);
}

TEST_CASE("number: forms of a Chinese publication are one document whatever the kind") {
    same_document({"CN109876543B", "CN 109876543 B", "CN-109876543-B", "CN109876543A", "CN109876543"},
                  "p:CN109876543");
    CHECK(canonical("109876543B", NumberHint::publication) == "CN109876543B");
    CHECK(canonical("CN1030001A") == "CN1030001A");
    CHECK(canonical("CN85100001A") == "CN85100001A");
    CHECK(parse_number("CN85100001A")->number_kind == NumberKind::publication);
    CHECK(parse_number("CN85100001A")->type() == PatentType::invention);
    CHECK(parse_number("CN203456789U")->type() == PatentType::utility_model);
    CHECK(canonical("CN101234567C8") == "CN101234567C8");
}

TEST_CASE("number: offices abroad have one normal form") {
    same_document({"US7131597", "US 7,131,597 B2", "US-7131597-B2", "US07131597B2"}, "p:US7131597");
    same_document({"US20040123456A1", "US2004123456A1", "US 2004/0123456 A1"}, "p:US20040123456");
    same_document({"EP1271392A1", "EP 01271392 A1", "EP1271392"}, "p:EP1271392");
    same_document({"WO1989011703A1", "WO89/11703", "WO8911703A1", "WO 89/011703"}, "p:WO1989011703");
    same_document({"WO2004012345A1", "WO2004/012345", "WO04/012345"}, "p:WO2004012345");
    same_document({"JP2004123456A", "JP特开2004-123456", "JP 2004-123456 A"}, "p:JP2004123456");
    same_document({"JPH10123456A", "JP特開平10-123456"}, "p:JPH10123456");
    same_document({"KR20190012345A", "KR1020190012345A", "KR 10-2019-0012345 A"}, "p:KR20190012345");
    CHECK(canonical("DE102004012345A1") == "DE102004012345A1");
    CHECK(canonical("USRE39550E1") == "USRE39550E1");
    CHECK(canonical("USD678901S") == "USD678901S");
    CHECK(canonical("PCT/CN2011/080640") == "PCT/CN2011/080640");
    CHECK(parse_number("US12/345,678", NumberHint::application)->key() == "a:US12345678");
}

TEST_CASE("number: every one-digit error of a Chinese application is caught by the check digit") {
    const std::string good = "2017106018623";
    for (std::size_t i = 5; i < 12; ++i) {
        for (char c = '0'; c <= '9'; ++c) {
            auto bad = good;
            bad[i] = c;
            const auto number = parse_number(bad);
            REQUIRE(number);
            CHECK(number->check_ok == (bad == good));
        }
    }
}

TEST_CASE("number: printing and parsing are inverse") {
    for (const auto* text :
         {"CN201710601862.3", "CN88100001", "CN95115608.X", "CN109876543B", "CN85100001A", "US7131597B2",
          "US20040123456A1", "EP1271392A1", "WO1989011703A1", "JPH10123456A", "KR20190012345A"}) {
        INFO(text);
        CHECK(canonical(text) == text);
    }
}

TEST_CASE("number: what is no number is refused") {
    for (const auto* text : {"", "专利", "专利201710601862.3", "201740601862.3", "CN", "12345", "2.02011E+12",
                             "CN499876543B", "201710601862.33", "AB", "XX12", "--------"}) {
        INFO(text);
        CHECK(canonical(text) == "none");
    }
}

TEST_CASE("number: rounding by a spreadsheet is seen") {
    CHECK(is_damaged_number("2.02011E+12"));
    CHECK(is_damaged_number("9.11407E+17"));
    CHECK(is_damaged_number("2e12"));
    CHECK_FALSE(is_damaged_number("USRE39550E1"));
    CHECK_FALSE(is_damaged_number("201710601862.3"));
    CHECK_FALSE(is_damaged_number("EP1271392A1"));
    CHECK_FALSE(is_damaged_number(""));
}

} // namespace test_number
