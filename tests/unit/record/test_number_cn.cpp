// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese numbers in every written form.
#include <longmen/record/number.hpp>

#include <catch2/catch.hpp>

namespace test_number_cn {

using namespace longmen;

namespace {

std::string canonical(std::string_view text, NumberHint hint = NumberHint::any,
                      std::string_view office = {}) {
    const auto number = parse_number(text, hint, office);
    return number ? number->canonical() : "none";
}

std::string key(std::string_view text, NumberHint hint = NumberHint::any) {
    const auto number = parse_number(text, hint);
    return number ? number->key() : "none";
}

constexpr auto app = NumberHint::application;
constexpr auto pub = NumberHint::publication;

} // namespace

TEST_CASE("number: check digits of printed numbers") {
    CHECK(cn_check_digit("201710601862") == '3');
    CHECK(cn_check_digit("95115608") == 'X');
    CHECK(cn_check_digit("200710308494") == 'X');
    CHECK(cn_check_digit("90101673") == 'X');
    CHECK(cn_check_digit("97101765") == '4');
    CHECK(cn_check_digit("201310699744") == '2');
}

TEST_CASE("number: a check digit catches every change of one digit") {
    const std::string good = "201710601862";
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (char c = '0'; c <= '9'; ++c) {
            auto other = good;
            other[at] = c;
            CHECK((c == good[at]) == (cn_check_digit(other) == '3'));
        }
    }
}

TEST_CASE("number: every written form of an application is one application") {
    for (const auto* text : {"201710601862.3",
                             "CN201710601862.3",
                             "ZL201710601862.3",
                             "ZL 2017 1 0601862.3",
                             "cn201710601862.3",
                             "2017106018623",
                             "CN2017106018623",
                             "201710601862",
                             "CN201710601862",
                             "ＣＮ２０１７１０６０１８６２．３",
                             "CN 201710601862.3",
                             "ZL：201710601862.3",
                             "专利号：ZL201710601862.3",
                             "CNZL201710601862.3",
                             "CN201710601862A",
                             "CN 201710601862 A 20170721",
                             "CN-201710601862.3",
                             "\xEF\xBB\xBF"
                             "201710601862.3",
                             "201710601862．3",
                             "102017000601862"}) {
        INFO(text);
        for (const auto hint : {NumberHint::any, app, pub}) {
            CHECK(canonical(text, hint) == "CN201710601862.3");
            CHECK(key(text, hint) == "a:CN201710601862");
        }
    }
    for (const auto* text : {"200710308494.X", "200710308494x", "CN200710308494", "ZL200710308494.X"}) {
        CHECK(canonical(text) == "CN200710308494.X");
    }
    for (const auto* text :
         {"CN97101765.4", "97101765.4", "ZL97101765.4", "CN97101765", "971017654", "CN971017654"}) {
        CHECK(canonical(text) == "CN97101765.4");
        CHECK(key(text) == "a:CN97101765");
    }
    CHECK(canonical("95115608.X") == "CN95115608.X");
    CHECK(canonical("CN95115608X") == "CN95115608.X");
}

TEST_CASE("number: what the text said is kept beside the canonical form") {
    const auto given = parse_number("ZL201710601862.3");
    REQUIRE(given);
    CHECK(given->check_given);
    CHECK(given->check_ok);
    CHECK(given->granted_prefix);
    const auto computed = parse_number("CN201710601862");
    REQUIRE(computed);
    CHECK_FALSE(computed->check_given);
    CHECK(computed->check == '3');
    CHECK_FALSE(computed->granted_prefix);
}

TEST_CASE("number: a wrong check digit is kept and marked") {
    const auto wrong = parse_number("89103229.2"); // printed so in a textbook; computes 0
    REQUIRE(wrong);
    CHECK(wrong->canonical() == "CN89103229.2");
    CHECK_FALSE(wrong->check_ok);
    CHECK(wrong->key() == parse_number("CN89103229.0")->key());
}

TEST_CASE("number: applications of 1985-88 have no check digit") {
    for (const auto* text : {"CN88100001", "ZL88100001", "CN 88 1 00001"}) {
        CHECK(canonical(text) == "CN88100001");
    }
    const auto with = parse_number("CN87101357.6"); // written by later databases
    REQUIRE(with);
    CHECK(with->canonical() == "CN87101357");
    CHECK(with->check == 0);
    CHECK(with->check_given);
    CHECK(with->check_ok == (cn_check_digit("87101357") == '6'));
    CHECK(canonical("88100001", app) == "CN88100001");
    CHECK(canonical("88100001") == "CN88100001");
    CHECK(canonical("CN85100001A") == "CN85100001A");
    CHECK(key("CN85100001A") == "p:CN85100001");
    CHECK(canonical("CN85100001A", app) == "CN85100001");
    CHECK(canonical("CN85100001", pub) == "CN85100001");
    CHECK(parse_number("CN85100001", pub)->number_kind == NumberKind::publication);
}

TEST_CASE("number: type and year are read from the digits") {
    const auto type = [](std::string_view text) { return parse_number(text, app)->type(); };
    CHECK(type("201710601862") == PatentType::invention);
    CHECK(type("201780000001") == PatentType::invention);
    CHECK(type("201720000001") == PatentType::utility_model);
    CHECK(type("201790000001") == PatentType::utility_model);
    CHECK(type("201730000001") == PatentType::design);
    CHECK(type("88200001") == PatentType::utility_model);
    CHECK(type("CN109876543B") == PatentType::invention);
    CHECK(type("CN209876543U") == PatentType::utility_model);
    CHECK(type("CN3003001S") == PatentType::design);
    CHECK(type("US7131597") == PatentType::unknown);
    CHECK(parse_number("201710601862")->year() == 2017);
    CHECK(parse_number("CN88100001")->year() == 1988);
    CHECK(parse_number("CN03100001")->year() == 2003);
    CHECK_FALSE(parse_number("CN109876543B")->year());
}

TEST_CASE("number: every written form of a publication is one document") {
    for (const auto* text : {"CN109876543B", "CN 109876543 B", "CN-109876543-B", "cn109876543b",
                             "ＣＮ１０９８７６５４３Ｂ", "CN109876543(B)", "CN 109876543B"}) {
        INFO(text);
        CHECK(canonical(text) == "CN109876543B");
        CHECK(key(text) == key("CN109876543"));
        CHECK(key(text) == key("CN109876543A"));
    }
    CHECK(canonical("109876543B", pub) == "CN109876543B");
    CHECK(canonical("109876543", pub) == "CN109876543");
    CHECK(canonical("109876543", pub, "CN") == "CN109876543");
    CHECK(canonical("109876543", NumberHint::any, "CN") == "CN109876543");
    CHECK(canonical("109876543") == "none");
    CHECK(canonical("109876543", app) == "none");
    for (const auto* text :
         {"CN1030001A", "CN1003001B", "CN2030001U", "CN3003001S", "CN1115315", "CN109876543A8",
          "CN109876543B9", "CN101234567C1", "CN201369101Y", "CN301234567D"}) {
        CHECK(canonical(text) == text);
        CHECK(parse_number(text)->number_kind == NumberKind::publication);
    }
}

TEST_CASE("number: series tell publications from old applications") {
    CHECK(parse_number("CN971017654")->number_kind == NumberKind::application);
    CHECK(parse_number("CN101765432")->number_kind == NumberKind::publication);
    CHECK(parse_number("CN012345678")->number_kind == NumberKind::application); // 2001
    CHECK(canonical("CN501234567") == "none");
    CHECK(canonical("CN7131597B2") == "none");
}

TEST_CASE("number: what spreadsheets do is undone where that is certain") {
    REQUIRE(cn_check_digit("201810000009") == '0');
    CHECK(canonical("201810000009.0") == "CN201810000009.0");
    CHECK(parse_number("201810000009.0")->check_ok);
    CHECK_FALSE(parse_number("201810000008.0")->check_ok);
    CHECK(canonical("109876543.0", pub) == "CN109876543");
    CHECK(canonical("1115315.0", pub) == "CN1115315");
    const std::string zero = "01234567";
    const std::string eaten = zero.substr(1) + "." + cn_check_digit(zero);
    CHECK(canonical(eaten) == canonical("CN" + zero));
    CHECK(canonical("1234567.X") == (cn_check_digit(zero) == 'X' ? canonical("CN" + zero) : "none"));
    for (const auto* text : {"2.02011E+12", "9.11407E+17", "2E+12", " 2.02011e12 ", "CN2.02011E+12"}) {
        CHECK(is_damaged_number(text));
        CHECK_FALSE(parse_number(text));
    }
    for (const auto* text :
         {"", "201710601862.3", "CN109876543B", "E", "2.E", "US7131597E1", "EP1271392A1", "1E5"}) {
        CHECK_FALSE(is_damaged_number(text));
    }
}

TEST_CASE("number: what is no number gives nothing") {
    for (const auto* text : {"",
                             " ",
                             "-",
                             "CN",
                             "ZL",
                             "申请号",
                             "CN2017106018",
                             "20171060186",
                             "CN201740601862",
                             "201710601862.33",
                             "CN201710601862XX",
                             "200110601862",
                             "CN98400001",
                             "CN04100001.1",
                             "CN201710601862.Y1Z",
                             "CN109876543AB",
                             "12345",
                             "Loading...",
                             "一种LED灯",
                             "CN1098765432109876543210987654321098765432109876543",
                             "US",
                             "PCT",
                             "PCT/CN",
                             "PCT/CN2011",
                             "QQ1234567",
                             "2017-1-060186",
                             "CN109876543+A"}) {
        INFO(text);
        for (const auto hint : {NumberHint::any, app, pub}) {
            CHECK(canonical(text, hint) == "none");
        }
    }
}

} // namespace test_number_cn
