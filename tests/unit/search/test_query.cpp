// SPDX-License-Identifier: GPL-3.0-or-later
// Queries as trees, and where they go wrong.
#include <longmen/base/errors.hpp>
#include <longmen/search/query.hpp>

#include <catch2/catch.hpp>

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
        return node.from.substr(0, 4) + ".." + node.to.substr(0, 4);
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
    CHECK(tree("year:2018..") == "2018..9999");
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
