// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions of which some must hold, weights, parks, sets of numbers, states nobody gives.
#include "searching.hpp"

#include <longmen/base/errors.hpp>

#include <bit>

namespace test_compile {

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

TEST_CASE("compile: inflected forms weigh as one word, however rare each is", "[search]") {
    Library library;
    std::vector<PatentRow> rows;
    for (int i = 0; i < 20; ++i) {
        rows.push_back(text_row(i, "题", i == 7 ? "batteries" : i % 2 == 0 ? "battery" : "motor", "某"));
    }
    import_rows(library.workspace, rows);
    library.update();
    const auto result = search::run_query(library.workspace, leaf("battery"), {}, settings());
    REQUIRE(result.total == 11);
    for (const auto& hit : result.hits) {
        CHECK(hit.value == Approx(result.hits.front().value));
    }
    CHECK(result.hits.front().value > 0);
}

TEST_CASE("compile: no phrase reaches from one title into the other; a first claim counts once", "[search]") {
    Library library;
    const std::string claims = "一种阀，其特征在于包括阀体。";
    const auto row = [&](int serial, const std::string& first_claim) {
        return patent_row(static_cast<std::uint64_t>(serial) + 1, {{Field::pub_no, number(serial)},
                                                                   {Field::title, "机械 sealing"},
                                                                   {Field::title_en, "ring 密封"},
                                                                   {Field::first_claim, first_claim},
                                                                   {Field::claims, claims}});
    };
    import_rows(library.workspace, {row(1, ""), row(2, claims), row(3, "另一种泵。")});
    CHECK(library.numbers("\"sealing ring\"").empty());
    CHECK(library.numbers("title:sealing").size() == 3);
    CHECK(library.numbers("claims:泵") == std::set<std::string>{number(3)}); // what the claims do not repeat
    const auto result = library.find("claims:阀体");
    REQUIRE(result.total == 3);
    const auto value = [&](int serial) {
        for (const auto& hit : result.hits) {
            if (hit.number == number(serial)) {
                return hit.value;
            }
        }
        return 0.0;
    };
    CHECK(value(1) == Approx(value(2)));
}

} // namespace test_compile
