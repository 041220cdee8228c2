// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of other offices: one key for each document however it is written.
#include <longmen/record/number.hpp>

#include <catch2/catch.hpp>

#include <initializer_list>

namespace test_number_offices {

using namespace longmen;

namespace {

std::string canonical(std::string_view text, NumberHint hint = NumberHint::any,
                      std::string_view office = {}) {
    const auto number = parse_number(text, hint, office);
    return number ? number->canonical() : "none";
}

void same(std::string_view expected, std::initializer_list<std::string_view> texts) {
    const auto wanted = parse_number(expected);
    REQUIRE(wanted);
    CHECK(wanted->canonical() == expected);
    for (const auto text : texts) {
        INFO(text);
        const auto number = parse_number(text);
        REQUIRE(number);
        CHECK(number->canonical() == expected);
        CHECK(number->key() == wanted->key());
    }
}

constexpr auto app = NumberHint::application;
constexpr auto pub = NumberHint::publication;

} // namespace

TEST_CASE("number: US patents and applications") {
    same("US7131597B2", {"US 7,131,597 B2", "US7131597B2", "us-7131597-b2", "US07131597B2"});
    same("US20040123456A1",
         {"US2004123456A1", "US 2004/0123456 A1", "US2004/0123456A1", "US-2004-0123456-A1"});
    same("USRE38918E1", {"US RE38,918 E1", "USRE038918E1"});
    same("USD801224S1", {"US D801,224 S1", "USD0801224S1"});
    same("USPP12345P2", {"US PP12,345 P2"});
    CHECK(canonical("USH000485H") == "USH485H");
    CHECK(canonical("US7131597") == "US7131597");
    CHECK(parse_number("US7131597")->key() == parse_number("US7131597B2")->key());
    CHECK(canonical("US15/212752") == "US15212752");
    CHECK(parse_number("US15/212752")->number_kind == NumberKind::application);
    CHECK(canonical("US15360203A 2016-11-23") == "US15360203");
    CHECK(canonical("US 201415102430 A") == "US15102430");
    CHECK(canonical("08769614", pub, "US") == "US8769614");
    CHECK(canonical("20020068632", NumberHint::any, "US") == "US20020068632");
    CHECK(canonical("12980996", app, "US") == "US12980996");
    CHECK_FALSE(parse_number("US7131597B2")->year());
}

TEST_CASE("number: EP publications fill to seven digits, applications to eight") {
    same("EP1271392A1", {"EP01271392A1", "EP 1 271 392 A1", "EP-1271392-A1"});
    same("EP0967592A3", {"EP967592A3"});
    same("EP1271392", {"EP01271392"});
    CHECK(canonical("EP05756434", app) == "EP05756434");
    CHECK(canonical("EP05756434.1") == "EP05756434");
    CHECK(canonical("EP2014290118") == "EP14290118");
    CHECK(canonical("EP 14751640 A") == "EP14751640");
    CHECK(canonical("1720520", pub, "EP") == "EP1720520");
}

TEST_CASE("number: WO publications of every age have one form") {
    same("WO1989011703A1", {"WO8911703A1", "WO89/11703A1", "WO 1989/011703 A1", "WO-1989011703-A1"});
    same("WO2004012345", {"WO2004/012345", "WO 04/012345", "WO04/12345", "WO/2004/012345", "WO200412345"});
    CHECK(canonical("WO/1996/018206", pub, "WO") == "WO1996018206");
    CHECK(canonical("WO/1996/018206") == "WO1996018206");
    CHECK(parse_number("WO89/11703")->year() == 1989);
    CHECK(canonical("WO2006134759", pub, "JP") == "WO2006134759");
}

TEST_CASE("number: international applications name their receiving office") {
    same("PCT/CN2011/080640", {"PCTCN2011080640", "pct/cn2011/080640", "PCT/CN2011/80640", "CN 2011080640 W",
                               "WO2011CN80640A 2011-10-10", "PCT/CN11/80640"});
    CHECK(canonical("US 0327415 W") == "PCT/US2003/027415");
    CHECK(canonical("US 2012/0071100 W") == "PCT/US2012/071100");
    CHECK(canonical("PCT/CN2005/001564", app, "WO") == "PCT/CN2005/001564");
    const auto number = parse_number("PCT/CN2011/080640");
    CHECK(number->office == "WO");
    CHECK(number->number_kind == NumberKind::application);
    CHECK(number->year() == 2011);
    CHECK(number->key() != parse_number("WO2011080640")->key());
}

TEST_CASE("number: Japanese eras and years") {
    same("JP2004123456A", {"JP特开2004-123456", "JP特開2004-123456", "特開2004-123456", "JP2004-123456A",
                           "特开２００４－１２３４５６号"});
    same("JPH10123456A", {"JP10123456A", "特開平10-123456", "JP特开平10-123456", "JPH10-123456A"});
    same("JPH05001234A", {"特開平5-1234", "JPH051234A", "JP5001234A"});
    same("JPS58080387U", {"JP58080387U", "実開昭58-80387", "JPS5880387U"});
    CHECK(canonical("JP6064592A") == "JPH06064592A");
    CHECK(canonical("JP6212662B1") == "JP6212662B1");
    CHECK(canonical("JP06219485B1") == "JP6219485B1");
    CHECK(canonical("JP38012570B1") == "JPS38012570B1");
    CHECK(canonical("3163857", pub, "JP") == "JP3163857");
    CHECK(canonical("H0553868", pub, "JP") == "JPH05053868");
    CHECK(canonical("JPWO2016181426A1") == "JPWO2016181426A1");
    CHECK(parse_number("JPH10123456A")->year() == 1998);
    CHECK(parse_number("JPS58080387U")->year() == 1983);
    CHECK(parse_number("JP2004123456A")->year() == 2004);
}

TEST_CASE("number: Korean laid-open and granted numbers") {
    same("KR20190012345A", {"KR1020190012345A", "KR 10-2019-0012345 A", "KR2019012345A"});
    same("KR101234567B1", {"KR1234567B1", "KR 10-1234567 B1"});
    same("KR100946686B1", {"KR946686B1"});
    CHECK(parse_number("KR20190012345A")->year() == 2019);
    CHECK(canonical("1020067018818", app, "KR") == "KR20067018818");
}

TEST_CASE("number: other offices are kept as given under their code") {
    CHECK(canonical("DE102014009903A1") == "DE102014009903A1");
    CHECK(canonical("DE 10 2014 009 903 A1") == "DE102014009903A1");
    CHECK(canonical("000001226035", pub, "DE") == "DE1226035");
    CHECK(canonical("GB0117436D0") == "GB0117436D0");
    CHECK(canonical("FR2262280B3") == "FR2262280B3");
    CHECK(canonical("TWI504539B") == "TWI504539B");
    CHECK(canonical("TWM544355U") == "TWM544355U");
    CHECK(canonical("BRPI0915719A2") == "BRPI0915719A2");
    CHECK(canonical("AU 2016/219013 A1") == "AU2016219013A1");
    CHECK(canonical("40086/72", app, "AU") == "AU4008672");
    CHECK(canonical("PI 0507680-3", app, "BR") == "BRPI05076803");
    CHECK(canonical("C0033402", app, "DE") == "DEC0033402");
    CHECK(parse_number("FR2262280B3")->key() == parse_number("FR2262280")->key());
    CHECK(parse_number("ES2320448T3")->kind == "T3");
    CHECK_FALSE(parse_number("EP22W"));
    CHECK(canonical("EP19910906261", app) == canonical("EP91906261", app));
    CHECK(canonical("WOPCT/CN2013/089443") == "PCT/CN2013/089443");
    CHECK(canonical("WOPCTUS2015048412A1") == "PCT/US2015/048412");
    CHECK(canonical("CN1985109565A") == "CN85109565A");
    CHECK(canonical("CN 1985 1 09565", app) == "CN85109565");
    CHECK(canonical(canonical("US0/2(008017.000")) == canonical("US0/2(008017.000"));
    CHECK(canonical("AP2P2V", app) == canonical(canonical("AP2P2V", app), app));
}

TEST_CASE("number: canonical forms read back to themselves") {
    for (const auto* text :
         {"CN201710601862.3", "CN88100001", "CN109876543B", "US7131597B2", "US20040123456A1", "USRE38918E1",
          "EP0967592A3", "WO1989011703A1", "PCT/CN2011/080640", "JPH10123456A", "JP2004123456A",
          "KR20190012345A", "KR101234567B1", "DE102014009903A1"}) {
        CHECK(canonical(text) == text);
        CHECK(canonical(canonical(text)) == text);
    }
}

} // namespace test_number_offices
