// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of documents in 64 bits.
#include <longmen/record/packed_number.hpp>

#include <catch2/catch.hpp>

#include <random>
#include <set>
#include <string>

namespace test_packed_number {

using namespace longmen;

TEST_CASE("packed number: what packs unpacks to the same text") {
    for (const std::string text :
         {"4000001", "0", "0000000000000", "9999999999999", "CN109876543B", "US7131597B2", "US20080250823A1",
          "WO2008123456A1", "USD0567890S1", "USRE39908E1", "USPP12345P2", "JP07123456A", "KR1020080012345A",
          "EP1271392A1", "ZZ9Z9", "AA0A", "USX1", "USH1234H"}) {
        CAPTURE(text);
        const auto packed = pack_number(text);
        REQUIRE(packed);
        CHECK(*packed < first_unpacked());
        CHECK(unpack_number(*packed) == text);
    }
}

TEST_CASE("packed number: nothing for other texts") {
    for (const std::string text :
         {"", "A", "CN", "CNA", "CN201811234567.X", "12345678901234", "CN123AB", "CN123A12", "cn123",
          "patstat:12", "12 3", "US-1", "CN1A1B", "JPH07123456A"}) {
        CAPTURE(text);
        const auto packed = pack_number(text);
        CHECK((!packed || unpack_number(*packed) == text));
        CHECK((text == "JPH07123456A") ==
              packed.has_value()); // H stands before American ones and Japanese alike
    }
}

TEST_CASE("packed number: different texts have different numbers, plain ones in order") {
    std::mt19937_64 random{5};
    std::set<std::string> texts;
    std::set<PackedNumber> numbers;
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        if (random() % 3 != 0) {
            text += static_cast<char>('A' + random() % 26);
            text += static_cast<char>('A' + random() % 26);
        }
        for (auto n = 1 + random() % 13; n > 0; --n) {
            text += static_cast<char>('0' + random() % 10);
        }
        if (random() % 2 == 0) {
            text += static_cast<char>('A' + random() % 26);
            if (random() % 2 == 0) {
                text += static_cast<char>('0' + random() % 10);
            }
        }
        const auto packed = pack_number(text);
        REQUIRE(packed);
        REQUIRE(unpack_number(*packed) == text);
        texts.insert(text);
        numbers.insert(*packed);
    }
    CHECK(texts.size() == numbers.size());
    CHECK(*pack_number("4000001") < *pack_number("4000002"));
    CHECK(*pack_number("999") < *pack_number("1000"));
    CHECK(*pack_number("9999999999999") < *pack_number("AA0"));
}

TEST_CASE("packed number: places of plain numbers") {
    for (const std::string text :
         {"0", "9", "00", "12", "0012", "4000001", "0000000000000", "9999999999999"}) {
        CAPTURE(text);
        CHECK(*pack_number(text) == plain_step * plain_place(std::stoull(text), text.size()));
    }
    CHECK(*pack_number("9999999999999") < *pack_number("AA0"));
    CHECK(*pack_number("0A") % plain_step != 0);
}

} // namespace test_packed_number
