// SPDX-License-Identifier: GPL-3.0-or-later
// Citations in every spelling to records, and stubs that count once.
#include <longmen/resolve/cited_numbers.hpp>

#include <catch2/catch.hpp>

#include <set>
#include <string>

namespace test_cited_numbers {

using namespace longmen;
using namespace longmen::resolve;

namespace {

/// `record:match`, or `stub:match`.
std::string found(const CitedNumbers& known, std::string_view cited, std::string_view office = {}) {
    const auto result = known.find(cited, office);
    CHECK(result.stub.empty() == result.record.has_value());
    return (result.record ? std::to_string(*result.record) : result.stub) + ":" +
           std::string{cited_match_key(result.match)};
}

} // namespace

TEST_CASE("cited numbers: every spelling leads to the record") {
    CitedNumbers known;
    REQUIRE(known.add(0, "US7131597B2", NumberHint::publication));
    REQUIRE(known.add(1, "EP1271392A1", NumberHint::publication));
    REQUIRE(known.add(2, "WO1989011703A1", NumberHint::publication));
    REQUIRE(known.add(3, "CN109476786A", NumberHint::publication));
    CHECK(found(known, "US7131597") == "0:kind_ignored");
    CHECK(found(known, "US 7,131,597 B2") == "0:exact");
    CHECK(found(known, "EP 1 271 392 A1") == "1:exact");
    CHECK(found(known, "WO89/11703") == "2:kind_ignored");
    CHECK(found(known, "WO 89/11703 A1") == "2:exact");
    CHECK(found(known, "CN-109476786-A") == "3:exact");
    CHECK(found(known, "109476786A") == "?:109476786a:unreadable"); // bare: see the next case
}

TEST_CASE("cited numbers: the office of the citing record completes a bare number") {
    CitedNumbers known;
    known.add(0, "US7131597B2", NumberHint::publication);
    CHECK(found(known, "7,131,597", "US") == "0:kind_ignored");
    known.add(1, "CN109476786A", NumberHint::publication);
    CHECK(found(known, "109476786A", "CN") == "1:exact");
    CHECK(found(known, "EP1271392A1", "US") == "p:EP1271392:unknown"); // its own office wins
}

TEST_CASE("cited numbers: kinds are steps of one file, whichever the record holds") {
    CitedNumbers known;
    known.add(0, "EP1271392B1", NumberHint::publication);
    CHECK(found(known, "EP1271392A1") == "0:kind_ignored");
    known.add(0, "EP1271392A1", NumberHint::publication);
    known.add(0, "EP1271392A1", NumberHint::publication);
    CHECK(known.size() == 2);
    CHECK(found(known, "EP1271392A1") == "0:exact");
    CHECK(found(known, "EP1271392A3") == "0:kind_ignored");
    CHECK(found(known, "EP1271392") == "0:kind_ignored");
}

TEST_CASE("cited numbers: in Japan and Korea letters are series of their own") {
    CitedNumbers known;
    known.add(0, "JPH05123456A", NumberHint::publication);
    CHECK(found(known, "JPH05123456A") == "0:exact");
    CHECK(found(known, "JPH05123456") == "0:kind_ignored");
    CHECK(found(known, "JPH05123456U") == "p:JPH05123456:U:unknown");
    known.add(1, "JPH05123456U", NumberHint::publication);
    CHECK(found(known, "JPH05123456U") == "1:exact");
    CHECK(found(known, "JPH05123456") == "p:JPH05123456:ambiguous");
}

TEST_CASE("cited numbers: publication and grant with numbers of their own") {
    CitedNumbers known;
    known.add(0, "US20040123456A1", NumberHint::publication);
    known.add(1, "CN1234567A", NumberHint::publication);   // published under one number
    known.add(1, "CN100345678C", NumberHint::publication); // granted under another
    CHECK(found(known, "US2004/0123456") == "0:kind_ignored");
    CHECK(found(known, "US2004123456A1") == "0:exact");
    CHECK(found(known, "US7131597B2") == "p:US7131597:unknown");
    known.add(0, "US7131597B2", NumberHint::publication);
    CHECK(found(known, "US7131597B2") == "0:exact");
    CHECK(found(known, "CN1234567") == "1:kind_ignored");
    CHECK(found(known, "CN100345678C") == "1:exact");
}

TEST_CASE("cited numbers: an application number finds its record") {
    CitedNumbers known;
    known.add(0, "CN201811234567.8", NumberHint::application);
    known.add(1, "PCT/CN2011/080640", NumberHint::application);
    known.add(2, "CN85100001", NumberHint::application);
    CHECK(found(known, "201811234567") == "0:application");
    CHECK(found(known, "CN 2011080640 W") == "1:application");
    CHECK(found(known, "CN85100001A") == "2:application"); // one number for all documents of that time
}

TEST_CASE("cited numbers: one number in two records is told, not guessed") {
    CitedNumbers known;
    known.add(0, "EP1271392A1", NumberHint::publication);
    known.add(1, "EP1271392B1", NumberHint::publication);
    CHECK(found(known, "EP1271392B1") == "1:exact");
    CHECK(found(known, "EP1271392B2") == "1:kind_ignored");
    CHECK(found(known, "EP1271392") == "p:EP1271392:ambiguous");
    known.renumber([](std::uint32_t) { return 7U; }); // found to be one record
    CHECK(found(known, "EP1271392") == "7:kind_ignored");
}

TEST_CASE("cited numbers: spellings of one unresolved document have one stub") {
    const CitedNumbers known;
    const auto stubs = [&](std::initializer_list<std::string_view> spellings) {
        std::set<std::string> result;
        for (const auto spelling : spellings) {
            result.insert(known.find(spelling).stub);
        }
        return result.size();
    };
    CHECK(stubs({"US7131597", "US 7,131,597 B2", "US-7131597-B2", "us07131597b2"}) == 1);
    CHECK(stubs({"WO1989011703A1", "WO89/11703", "WO 8911703 A1"}) == 1);
    CHECK(stubs({"EP1271392A1", "EP1271392B1", "EP 1271392"}) == 1);
    CHECK(stubs({"US20040123456A1", "US7131597B2"}) == 2);
    CHECK(stubs({"JPH05123456A", "JPH05123456U"}) == 2);
    CHECK(found(known, "See front  page") == found(known, "see FRONT page"));
    CHECK(found(known, "") == "?::unreadable");
}

} // namespace test_cited_numbers
