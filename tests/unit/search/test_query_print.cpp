// SPDX-License-Identifier: GPL-3.0-or-later
// Queries written and read again.
#include "../../support/property.hpp"

#include <longmen/base/text.hpp>
#include <longmen/search/query_options.hpp>
#include <longmen/search/query_print.hpp>

namespace test_query_print {

using namespace longmen;
using namespace longmen::search;

namespace {

int draw(int below) {
    return *rc::gen::inRange(0, below);
}

QueryNode leaf(QueryField field) {
    constexpr const char* words[] = {"电池", "battery", "LED照明", "1,2-x", "wom?n", "*phob*",
                                     "and",  "E=mc2",   "非晶",    "2",     "m^2/s"};
    constexpr const char* phrases[] = {"two words", "AND", "(a, b)", "#3",        "a^2",
                                       "2 OF (a)",  "-x",  "电*池",  "filed:2018"};
    QueryNode node;
    node.field = field;
    node.quoted = draw(2) == 0;
    node.text = node.quoted ? phrases[draw(9)] : words[draw(11)];
    constexpr double weights[] = {1, 1, 2, 0.1, 0.3333333333333333, 100};
    node.weight = weights[draw(6)];
    return node;
}

QueryNode other_leaf() {
    QueryNode node;
    switch (draw(3)) {
    case 0:
        node.kind = QueryNode::Kind::range;
        node.field = QueryField::published;
        node.from = draw(2) == 0 ? "20180305" : "";
        node.to = node.from.empty() || draw(2) == 0 ? "20200101" : "";
        return node;
    case 1:
        node.kind = QueryNode::Kind::numbers;
        node.field = QueryField::number;
        node.numbers = {"CN101234567A", "ZL201810123456.7", "12345"};
        return node;
    default:
        node.field = QueryField::ipc;
        node.text = draw(2) == 0 ? "H01M" : "H01M10/05*";
        return node;
    }
}

QueryField text_field() {
    constexpr QueryField fields[] = {QueryField::any, QueryField::title, QueryField::claims};
    return fields[draw(3)];
}

/// Trees as the reader makes them: no group directly in a group of its kind.
QueryNode tree(int depth) {
    using Kind = QueryNode::Kind;
    QueryNode node;
    const int kind = depth == 0 ? draw(2) : draw(8);
    if (kind == 0) {
        return leaf(draw(4) == 0 ? QueryField::applicant : text_field());
    }
    if (kind == 1) {
        return other_leaf();
    }
    node.kind = kind < 4    ? Kind::all_of
                : kind < 6  ? Kind::any_of
                : kind == 6 ? Kind::none_of
                            : Kind::at_least;
    if (kind == 7 && draw(2) == 0) {
        node.kind = Kind::near;
        node.ordered = draw(2) == 0;
        node.distance = static_cast<unsigned>(draw(101));
        const auto field = text_field();
        for (int i = 0; i < 2 + draw(2); ++i) {
            QueryNode part = leaf(field);
            if (draw(3) == 0) {
                QueryNode either;
                either.kind = Kind::any_of;
                either.parts = {part, leaf(field)};
                part = either;
            }
            node.parts.push_back(part);
        }
        return node;
    }
    const int count = node.kind == Kind::none_of ? 1 : 2 + draw(2);
    while (static_cast<int>(node.parts.size()) < count) {
        auto part = tree(depth - 1);
        if (part.kind != node.kind || node.kind == Kind::none_of || node.kind == Kind::at_least) {
            node.parts.push_back(std::move(part));
        }
    }
    if (node.kind == Kind::at_least) {
        node.minimum = static_cast<std::size_t>(1 + draw(count));
    }
    return node;
}

} // namespace

TEST_CASE("query_print: any tree is read back as it was", "[search]") {
    test::holds("print and read", [] {
        const auto drawn = tree(4);
        const auto text = print_query(drawn);
        RC_LOG() << text << '\n';
        const auto read = parse_query(text);
        RC_ASSERT(same_query(drawn, read));
        RC_ASSERT(print_query(read) == text);
    });
}

TEST_CASE("query_print: brackets only where they are needed; trees are compared in every member",
          "[search]") {
    CHECK(print_query(parse_query("((a) AND (b OR (c)))")) == "a AND (b OR c)");
    CHECK(print_query(parse_query("(a b) OR NOT (c)")) == "a AND b OR NOT c");
    CHECK_FALSE(same_query(parse_query("a"), parse_query("title:a")));
    CHECK_FALSE(same_query(parse_query("a^2"), parse_query("a")));
    CHECK_FALSE(same_query(parse_query("a NEAR/3 b"), parse_query("a NEAR/4 b")));
    CHECK_FALSE(same_query(parse_query("a NEAR/3 b"), parse_query("a ADJ/3 b")));
    CHECK(same_query(parse_query(" a  b"), parse_query("a AND b")));
    const auto odd = parse_query("noa*:电*池^2*池5"); // a piece that looks like a weight is a phrase
    CHECK(same_query(odd, parse_query(print_query(odd))));
    for (const auto* text :
         {"number:(\"a Ox2\", x1, \"AND 5\")", "number:(\"OR 1\")", "number:(CN 101, ad2:3)",
          "number:(=-5, \"NEAR/5\")", "1 =2 OF (a, b)", "2;\n=\u200D=20"}) {
        INFO(text);
        const auto query = parse_query(text);
        INFO(print_query(query));
        CHECK(same_query(query, parse_query(print_query(query))));
    }
}

} // namespace test_query_print
