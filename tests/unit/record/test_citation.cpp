// SPDX-License-Identifier: GPL-3.0-or-later
// Items of lists of citations.
#include <longmen/record/citation.hpp>

#include <catch2/catch.hpp>

namespace test_citation {

using namespace longmen;

TEST_CASE("citation: an item is its number alone where nothing else is known") {
    CHECK(citation_text({"US7131597B2", "", ""}) == "US7131597B2");
    CHECK(citation_text({"US7131597B2", "X", ""}) == "US7131597B2\tX\t");
    CHECK(citation_text({"US7131597B2", "", "examiner"}) == "US7131597B2\t\texaminer");
}

TEST_CASE("citation: what is written reads back") {
    for (const Citation& one : {Citation{"EP1271392A1", "XY", "search"}, Citation{"EP1271392A1", "", ""},
                                Citation{"Smith 1999", "", "applicant"}}) {
        const auto again = parse_citation(citation_text(one));
        CHECK(again.number == one.number);
        CHECK(again.category == one.category);
        CHECK(again.origin == one.origin);
    }
    CHECK(parse_citation("CN1\tA").category == "A");
}

} // namespace test_citation
