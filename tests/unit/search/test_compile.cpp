// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions of which some must hold, weights, parks, sets of numbers, states nobody gives.
#include "searching.hpp"

#include <longmen/base/errors.hpp>

#include <bit>

using namespace longmen;
using namespace longmen::test;
using search::QueryNode;

namespace {

QueryNode leaf(const std::string& text) {
    QueryNode node;
    node.text = text;
    return node;
}

std::vector<std::string> found(Library& library, const QueryNode& node) {
    library.update();
    std::vector<std::string> numbers;
    for (const auto& hit : search::run_query(library.workspace, node, {}, settings()).hits) {
        numbers.push_back(hit.number);
    }
    return numbers;
}

} // namespace

TEST_CASE("compile: at least so many of the conditions", "[search]") {
    Library library;
    const std::vector<std::string> letters{"甲", "乙", "丙", "丁"};
    std::vector<PatentRow> rows;
    for (int set = 0; set < 16; ++set) {
        std::string text = "文";
        for (std::size_t k = 0; k < letters.size(); ++k) {
            text += (set >> k & 1) != 0 ? "，" + letters[k] : "";
        }
        rows.push_back(text_row(set, "题", text, "某"));
    }
    import_rows(library.workspace, rows);
    for (std::size_t minimum = 1; minimum <= 4; ++minimum) {
        QueryNode node;
        node.kind = QueryNode::Kind::at_least;
        node.minimum = minimum;
        for (const auto& letter : letters) {
            node.parts.push_back(leaf(letter));
        }
        std::set<std::string> expected;
        for (unsigned set = 0; set < 16; ++set) {
            if (static_cast<std::size_t>(std::popcount(set)) >= minimum) {
                expected.insert(number(static_cast<int>(set)));
            }
        }
        const auto numbers = found(library, node);
        CHECK(std::set<std::string>(numbers.begin(), numbers.end()) == expected);
    }
    QueryNode wide;
    wide.kind = QueryNode::Kind::at_least;
    wide.minimum = 15;
    wide.parts.assign(30, leaf("甲"));
    CHECK_THROWS_AS(found(library, wide), UsageError);
}

TEST_CASE("compile: a weight turns the order", "[search]") {
    Library library;
    import_rows(library.workspace,
                {text_row(1, "题", "阀门装置，某一"), text_row(2, "题", "齿轮装置，某一")});
    QueryNode node;
    node.kind = QueryNode::Kind::any_of;
    node.parts = {leaf("阀门"), leaf("齿轮")};
    node.parts[0].weight = 3;
    CHECK(found(library, node) == std::vector<std::string>{number(1), number(2)});
    node.parts[0].weight = 1;
    node.parts[1].weight = 3;
    CHECK(found(library, node) == std::vector<std::string>{number(2), number(1)});
}

TEST_CASE("compile: sets of numbers, states that no source gives", "[search]") {
    Library library;
    import_rows(library.workspace, {text_row(1, "题", "文"), text_row(2, "题", "文"),
                                    text_row(3, "题", "文", "甲", "F16K1/00", "2018-05-01", "")});
    QueryNode node;
    node.kind = QueryNode::Kind::numbers;
    node.numbers = {number(1), number(3), "CN999999999A"};
    const auto numbers = found(library, node);
    CHECK(std::set<std::string>(numbers.begin(), numbers.end()) ==
          std::set<std::string>{number(1), number(3)});
    CHECK(library.numbers("status:unknown") == std::set<std::string>{number(3)});
    CHECK(library.numbers("status:granted") == std::set<std::string>{number(1), number(2)});
}
