// SPDX-License-Identifier: GPL-3.0-or-later
// Queries as trees, and where they go wrong.
#include <longmen/base/errors.hpp>
#include <longmen/search/query.hpp>
#include <longmen/search/query_error.hpp>
#include <longmen/search/query_options.hpp>
#include <longmen/search/query_print.hpp>

#include <catch2/catch.hpp>

namespace test_query {

using namespace longmen;
using namespace longmen::search;
using Catch::Matchers::Contains;

namespace {

/// The tree in brackets: `(all a (any b c))`.
std::string tree(const QueryNode& node) {
    constexpr const char* fields[] = {
        "",          "title:", "abstract:", "claims:",    "description:", "applicant:",
        "inventor:", "ipc:",   "filed:",    "published:", "expires:",     "status:",
        "type:",     "place:", "park:",     "number:",    "enterprise:"};
    switch (node.kind) {
    case QueryNode::Kind::text:
        return fields[static_cast<std::size_t>(node.field)] + node.text;
    case QueryNode::Kind::range:
        return node.from.substr(0, 4) + ".." + node.to.substr(0, 4); // an open end is empty
    default:
        break;
    }
    std::string text = node.kind == QueryNode::Kind::all_of   ? "(all"
                       : node.kind == QueryNode::Kind::any_of ? "(any"
                                                              : "(none";
    for (const auto& part : node.parts) {
        text += " " + tree(part);
    }
    return text + ")";
}

std::string tree(const std::string& query) {
    return tree(parse_query(query));
}

} // namespace

TEST_CASE("query: words, operators and brackets in both languages", "[search]") {
    CHECK(tree("液压") == "液压");
    CHECK(tree("液压 密封") == "(all 液压 密封)");
    CHECK(tree("a AND b OR c") == "(any (all a b) c)");
    CHECK(tree("a 与 b 或 c") == "(any (all a b) c)");
    CHECK(tree("a NOT b") == "(all a (none b))");
    CHECK(tree("a AND NOT b") == "(all a (none b))");
    CHECK(tree("a 非 (b OR c)") == "(all a (none (any b c)))");
    CHECK(tree("（a OR b）c") == "(all (any a b) c)");
    CHECK(tree("\"two words\"") == "two words");
    CHECK(tree("“液压 密封”") == "液压 密封");
    CHECK(tree("非晶合金 与非门") == "(all 非晶合金 与非门)"); // part of a word is no operator
}

TEST_CASE("query: fields and years", "[search]") {
    CHECK(tree("applicant:甲公司 申请人：乙") == "(all applicant:甲公司 applicant:乙)");
    CHECK(tree("title:(a OR b)") == "(any title:a title:b)");
    CHECK(tree("year:2018") == "2018..2018");
    CHECK(tree("年份:2018..2021") == "2018..2021");
    CHECK(tree("year:2018-2021") == "2018..2021");
    CHECK(tree("year:2018..") == "2018..");
}

TEST_CASE("query: what cannot be read names the place and what was expected", "[search]") {
    CHECK_THROWS_WITH(parse_query(""), Contains("character 1") && Contains("ends here"));
    CHECK_THROWS_WITH(parse_query("液压 AND"), Contains("ends here"));
    CHECK_THROWS_WITH(parse_query("(液压"), Contains("character 1") && Contains("bracket"));
    CHECK_THROWS_WITH(parse_query("液压)"), Contains("character 3"));
    CHECK_THROWS_WITH(parse_query("\"液压"), Contains("quotation mark"));
    CHECK_THROWS_WITH(parse_query("colour:red"), Contains("no field") && Contains("applicant"));
    CHECK_THROWS_WITH(parse_query("year:abc"), Contains("no year"));
    CHECK_THROWS_WITH(parse_query("year:2021..2018"), Contains("later than the last"));
    CHECK_THROWS_WITH(parse_query("OR a"), Contains("not `OR`"));
    CHECK_THROWS_AS(parse_query("title:ipc:a"), UsageError);
}

namespace {

std::string printed(const std::string& query) {
    return print_query(parse_query(query));
}

} // namespace

TEST_CASE("query: short and Chinese names of fields, with : or =", "[search]") {
    CHECK(printed("TI=(a OR b)") == "title:a OR title:b");
    CHECK(printed("摘要=电池 权利要求：隔膜 说明书:极耳") ==
          "abstract:电池 AND claims:隔膜 AND description:极耳");
    CHECK(printed("pa:甲 in:乙 专利权人:丙") == "applicant:甲 AND inventor:乙 AND applicant:丙");
    CHECK(printed("title : 电池") == "title:电池");
    CHECK(printed("E=mc2 3:1") == "E=mc2 AND 3:1"); // neither is a field
    CHECK(printed("=batteries") == "\"batteries\"");
}

TEST_CASE("query: NOT binds closest, then NEAR and ADJ, AND, OR", "[search]") {
    CHECK(printed("a NEAR/5 b AND c OR d") == "a NEAR/5 b AND c OR d");
    const auto query = parse_query("a NEAR/5 b AND c OR d");
    REQUIRE(query.kind == QueryNode::Kind::any_of);
    REQUIRE(query.parts[0].kind == QueryNode::Kind::all_of);
    CHECK(query.parts[0].parts[0].kind == QueryNode::Kind::near);
    CHECK(printed("NOT (a NEAR b)") == "NOT (a NEAR/10 b)");
    CHECK(printed("a ADJ b ADJ c") == "a ADJ/1 b ADJ/1 c");
    CHECK(printed("甲 邻近/3 （乙 或 丙）") == "甲 NEAR/3 (乙 OR 丙)");
    CHECK(printed("title:(甲 顺序/2 乙)") == "title:甲 ADJ/2 title:乙");
    CHECK_THROWS_WITH(parse_query("a ADJ b NEAR/3 c"), Contains("must be the same"));
    CHECK_THROWS_WITH(parse_query("a NEAR NOT b"), Contains("(a OR b) NEAR/5 c"));
    CHECK_THROWS_WITH(parse_query("title:a NEAR b"), Contains("write title:(a NEAR/5 b)"));
    CHECK_THROWS_WITH(parse_query("a NEAR/999 b"), Contains("at most 100"));
    CHECK_THROWS_WITH(parse_query("a NEAR/x b"), Contains("write NEAR/5"));
}

TEST_CASE("query: marks, other operators, and what stands for none", "[search]") {
    CHECK(printed("a && b || !c") == "a AND b OR NOT c");
    CHECK(printed("电池，正极；隔膜、极耳, a;b") == "电池 AND 正极 AND 隔膜 AND 极耳 AND a AND b");
    CHECK(printed("1,2-二氯乙烷") == "1,2-二氯乙烷");
    CHECK(printed("＂two words＂ 「三 四」 ‘five’") == "\"two words\" AND \"三 四\" AND \"five\"");
    CHECK(printed("Alzheimer's don’t") == "Alzheimer's AND don’t");
    CHECK_THROWS_WITH(parse_query("a -b"), Contains("character 3") && Contains("write NOT"));
    CHECK_THROWS_WITH(parse_query("\"a b\"~5"), Contains("NEAR/5"));
    std::vector<Sentence> hints;
    QueryOptions options;
    options.hints = &hints;
    CHECK(print_query(parse_query("a and b", options)) == "a AND and AND b");
    REQUIRE(hints.size() == 1);
    CHECK(hints[0].en.find("capitals") != std::string::npos);
}

TEST_CASE("query: wildcards", "[search]") {
    CHECK(printed("batter* *phobic wom?n") == "batter* AND *phobic AND wom?n");
    CHECK(printed("电*池") == "电 ADJ/10 池");
    CHECK(printed("LED＊照明") == "LED ADJ/10 照明");
    CHECK(printed("电池*") == "电池");
    CHECK(printed("\"a*\"") == "\"a*\"");
    CHECK_THROWS_WITH(parse_query("a *"), Contains("character 3") && Contains("batter*"));
    CHECK_THROWS_WITH(parse_query("电?池"), Contains("ADJ/1"));
}

TEST_CASE("query: dates, classes, numbers, minimum, weights", "[search]") {
    CHECK(printed("filed:[2018-01-01 TO 2020-12-31]") == "filed:20180101..20201231");
    CHECK(printed("ad>=2018 pd:2019/3") == "filed:20180101.. AND published:20190301..20190331");
    CHECK(printed("申请日：(2018 OR 2020..) 电池") ==
          "(filed:20180101..20181231 OR filed:20200101..) AND 电池");
    CHECK(printed("ad:20180101-20181231 [x]") == "filed:20180101..20181231 AND [x]");
    CHECK(printed("ipc:H01M 10/0525 a") == "ipc:H01M10/0525 AND a");
    CHECK(printed("number:(CN1 CN2, ZL3；cn 4 OR 5)") == "number:(CN1, CN2, ZL3, cn4, 5)");
    CHECK(printed("number:(CN1\nCN2\n)") == "number:(CN1, CN2)"); // a list as it is written to a file
    CHECK(parse_query("number:(CN1,CN2)").kind == QueryNode::Kind::numbers);
    CHECK(printed("number:US7,131,597") == "number:(\"US7,131,597\")");
    CHECK(printed(printed("number:US7,131,597")) == printed("number:US7,131,597"));
    CHECK(parse_query("number:(\"US 7,131,597 B2\" CN2)").numbers ==
          std::vector<std::string>{"US 7,131,597 B2", "CN2"});
    CHECK(printed("number:ZL 2018 1 0123456.7 a") == "number:ZL201810123456.7 AND a");
    CHECK(printed("2 OF (a, b c, d)") == "2 OF (a, b AND c, d)");
    CHECK(printed("ATLEAST/2 (a b c)") == "2 OF (a, b, c)");
    CHECK(printed("title:(2 OF (a, b))") == "2 OF (title:a, title:b)");
    CHECK(printed("电池^3 \"a b\"^0.5 (c d^2)^4") == "电池^3 AND \"a b\"^0.5 AND c^4 AND d^8");
    CHECK(printed("m^2/s") == "m^2/s");
    CHECK_THROWS_WITH(parse_query("3 OF (a, b)"), Contains("3 of 2 conditions"));
    CHECK_THROWS_WITH(parse_query("a^1000"), Contains("weight"));
    CHECK_THROWS_WITH(parse_query("number:(a AND b)"), Contains("only numbers"));
}

TEST_CASE("query: references to other queries", "[search]") {
    QueryOptions options;
    options.resolve = [](std::string_view mark) -> std::optional<std::string> {
        return mark == "#1"     ? std::optional<std::string>{"电池 OR battery"}
               : mark == "#2"   ? std::optional<std::string>{"#1 AND year:2018"}
               : mark == "@环"  ? std::optional<std::string>{"a OR @b"}
               : mark == "@b"   ? std::optional<std::string>{"NOT @环"}
               : mark == "@bad" ? std::optional<std::string>{"(x"}
                                : std::nullopt;
    };
    const auto read = [&](std::string_view text) { return print_query(parse_query(text, options)); };
    CHECK(read("#2 NOT #1") == "(电池 OR battery) AND filed:20180101..20181231 AND NOT (电池 OR battery)");
    CHECK_THROWS_WITH(read("x @环"), Contains("character 3") && Contains("refers to itself"));
    CHECK_THROWS_WITH(read("#9"), Contains("no query #9"));
    CHECK_THROWS_WITH(read("@bad"), Contains("in @bad") && Contains("bracket"));
    CHECK_THROWS_WITH(read("title:#1"), Contains("inside a field"));
    CHECK_THROWS_WITH(parse_query("#1"), Contains("cannot be referred to"));
}

TEST_CASE("query: ten typical mistakes each say what to type", "[search]") {
    const auto said = [](const std::string& query) {
        try {
            (void)parse_query(query);
        } catch (const QueryError& error) {
            CHECK_FALSE(std::string{error.in(Lang::zh)} == error.what());
            return std::to_string(error.character()) + ": " + error.what();
        }
        return std::string{"read"};
    };
    CHECK_THAT(said("a (b OR c"), Contains("3: ") && Contains("put a ) where it ends"));
    CHECK_THAT(said("a) b"), Contains("2: ") && Contains("leave it out"));
    CHECK_THAT(said("titel:a"), Contains("is title: meant?"));
    CHECK_THAT(said("申清人:甲"), Contains("is 申请人: meant?"));
    CHECK_THAT(said("a AND AND b"), Contains("7: ") && Contains("not `AND`") && Contains("a AND b"));
    CHECK_THAT(said("a \"\""), Contains("3: ") && Contains("leave the marks out"));
    CHECK_THAT(said("*"), Contains("batter*"));
    CHECK_THAT(said("filed:2018-13"), Contains("no month 13") && Contains("2018-12"));
    CHECK_THAT(said("filed:2018/2/30"), Contains("28 days") && Contains("2018-02-28"));
    CHECK(said("（电池　ＡＮＤ　title：“隔膜”）") == "read");
    CHECK(said("“smart quotes”") == "read");
    CHECK_THAT(said("ipc:HO1M"), Contains("Write ipc:H01M"));
}

TEST_CASE("query: limits", "[search]") {
    QueryOptions options;
    options.limits.parts = 3;
    options.limits.nesting = 2;
    options.limits.characters = 20;
    options.limits.numbers = 2;
    CHECK_NOTHROW(parse_query("((a)) b c", options));
    CHECK_THROWS_WITH(parse_query("a b c d", options), Contains("more than 3 parts"));
    CHECK_THROWS_WITH(parse_query("(((a)))", options), Contains("2 deep"));
    CHECK_THROWS_WITH(parse_query(std::string(21, 'a'), options), Contains("21 characters"));
    CHECK_THROWS_WITH(parse_query("number:(1 2 3)", options), Contains("more than 2 numbers"));
    CHECK_THROWS_AS(parse_query(std::string(90000, '(')), QueryError);
    CHECK_THROWS_AS(parse_query(std::string(90000, '!')), QueryError);
    CHECK_THROWS_AS(parse_query("\xFF"), QueryError);
}

TEST_CASE("query: only numbers stand in a set of numbers; a country needs its number", "[search]") {
    for (const auto* text : {"number:(=8==)", "number:(CN101234567A, <)", "number:(\"a\x01 b\")",
                             "number:(a*)", "number:(CN)", "number:(CN101234567A CN)"}) {
        INFO(text);
        CHECK_THROWS_AS(parse_query(text), QueryError);
    }
    CHECK(parse_query("number:(CN 101234567 A)").numbers == std::vector<std::string>{"CN101234567", "A"});
    CHECK_THROWS_AS(parse_query("= OF (a)"), QueryError); // nothing behind `=`, and no number before `OF`
    CHECK(parse_query("=2 OF (a, b)").kind == QueryNode::Kind::all_of);
}

} // namespace test_query
