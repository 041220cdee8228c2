// SPDX-License-Identifier: GPL-3.0-or-later
// Symbols of classes.
#include <longmen/search/query_classes.hpp>

#include <catch2/catch.hpp>

namespace test_query_classes {

using namespace longmen;
using namespace longmen::search;

namespace {

std::string symbol(std::string_view text) {
    const auto read = read_class(text);
    const auto* found = std::get_if<std::string>(&read);
    return found != nullptr ? *found : "no: " + std::get<Sentence>(read).en;
}

} // namespace

TEST_CASE("query_classes: every way of writing a symbol gives one form", "[search]") {
    for (const auto* text : {"H01M10/0525", "H01M 10/0525", "h01m10/0525", "H01M0010052500", "H01M 0010/0525",
                             "Ｈ０１Ｍ１０／０５２５"}) {
        CHECK(symbol(text) == "H01M10/0525");
    }
    CHECK(symbol("H01M0010000000") == "H01M10/00");
    CHECK(symbol("H") == "H");
    CHECK(symbol("H01") == "H01");
    CHECK(symbol("H01M*") == "H01M");
    CHECK(symbol("H01M10") == "H01M10");
    CHECK(symbol("H01M10/") == "H01M10");
    CHECK(symbol("H01M10/05*") == "H01M10/05*");
    CHECK(symbol("H01M1*") == "H01M1*");
    CHECK(symbol("Y02E60/10") == "Y02E60/10");
    CHECK(is_subclass("H01M"));
    CHECK_FALSE(is_subclass("HO1M"));
    CHECK(is_group("10/0525"));
    CHECK_FALSE(is_group("AND"));
}

TEST_CASE("query_classes: letters for digits and the like are understood and asked back", "[search]") {
    using Catch::Matchers::Contains;
    CHECK_THAT(symbol("HO1M"), Contains("Write ipc:H01M"));
    CHECK_THAT(symbol("H0IM1O/0525"), Contains("Write ipc:H01M10/0525"));
    CHECK_THAT(symbol("H01M10-0525"), Contains("Write ipc:H01M10/0525"));
    for (const auto* text :
         {"", "电池", "H1", "Z99Z", "H01M10/5", "H01MM", "*", "H01M0", "H01M10/05250000"}) {
        CHECK_THAT(symbol(text), Contains("no: "));
    }
}

} // namespace test_query_classes
