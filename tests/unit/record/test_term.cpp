// SPDX-License-Identifier: GPL-3.0-or-later
// Terms by type and filing date, never by the year in a number.
#include <longmen/base/errors.hpp>
#include <longmen/record/term.hpp>

#include <catch2/catch.hpp>

namespace test_term {

using namespace longmen;
using enum PatentType;
using Catch::Matchers::Contains;

namespace {

const TermRules& rules() {
    static const auto read = TermRules::read_folder(LONGMEN_SOURCE_DIR "/models");
    return read;
}

std::optional<Date> day(std::string_view iso) {
    return Date::from_iso(iso);
}

std::string term(const TermBasis& basis) {
    const auto end = rules().end(basis);
    return end ? end->iso() : "none";
}

TermRules parse(const std::string& text) {
    return TermRules::read(Config::parse("id = \"t\"\n" + text, "t.toml"));
}

} // namespace

TEST_CASE("term: it ends on the anniversary, and designs last longer when filed from June 2021") {
    CHECK(term({invention, day("2004-02-29")}) == "2024-02-29");
    CHECK(term({utility_model, day("2004-02-29")}) == "2014-02-28");
    CHECK(term({design, day("2021-05-31")}) == "2031-05-31");
    CHECK(term({design, day("2021-06-01")}) == "2036-06-01");
    CHECK(term({invention, day("1991-07-01")}) == "2011-07-01");
    CHECK(term({utility_model, day("1991-07-01")}) == "1999-07-01");
}

TEST_CASE("term: without type or filing date there is none") {
    CHECK(term({unknown, day("2021-06-01")}) == "none");
    CHECK(term({invention, std::nullopt}) == "none");
}

TEST_CASE(
    "term: a divisional runs from its parent's filing, an entry from abroad from the international one") {
    CHECK(term({.type = invention, .filed = day("2019-04-02"), .parent_filed = day("2015-03-01")}) ==
          "2035-03-01");
    // CN202080012345.6 was received in 2020; its international filing date is of 2018.
    CHECK(term({invention, day("2018-11-08")}) == "2038-11-08");
    CHECK(term({.type = design, .filed = day("2021-07-01"), .parent_filed = day("2021-05-31")}) ==
          "2031-05-31");
}

TEST_CASE("term: compensation is added in days, where the end is known to the day") {
    CHECK(term({invention, day("2010-05-01"), std::nullopt, 31}) == "2030-06-01");
    CHECK(term({invention, day("2010-05"), std::nullopt, 31}) == "2030-05");
    CHECK(term({invention, day("2010")}) == "2030");
}

TEST_CASE("term: mistakes in the file are refused with their line") {
    const std::string block =
        "[[term]]\ntype = \"design\"\nyears = 10\nsource = \"s\"\nsource_date = 2021-06-01\n";
    CHECK_NOTHROW(parse(block));
    CHECK_THROWS_WITH(parse(block + "colour = 1\n"), Contains("t.toml:7") && Contains("colour"));
    CHECK_THROWS_WITH(parse(block + block), Contains("overlap"));
    CHECK_THROWS_WITH(
        parse("[[term]]\ntype = \"plant\"\nyears = 1\nsource = \"s\"\nsource_date = 2021-06-01\n"),
        Contains("utility_model"));
    CHECK_THROWS_WITH(
        parse("[[term]]\ntype = \"design\"\nyears = 0\nsource = \"s\"\nsource_date = 2021-06-01\n"),
        Contains("1 to 100"));
    CHECK_THROWS_WITH(parse(block + "filed_from = \"2021\"\n"), Contains("whole date"));
    CHECK_THROWS_AS(parse("[[term]]\ntype = \"design\"\nyears = 10\n"), DataError); // rests on nothing
}

} // namespace test_term
