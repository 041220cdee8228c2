// SPDX-License-Identifier: GPL-3.0-or-later
// JSON lines: lines of strings alone, of other values, broken ones; keys that come late or in another order.
#include "reading.hpp"

namespace test_jsonl {

using namespace longmen::ingest;
using reading::Rows;
using reading::TempFile;

namespace {

reading::Table rows_of(const std::string& text, const Limits& limits = {}) {
    const TempFile file{"a.jsonl", text};
    auto tables = reading::read(file.path(), limits);
    REQUIRE(tables.size() == 1);
    return std::move(tables[0]);
}

} // namespace

TEST_CASE("json lines: strings alone and other values give the same cells", "[ingest]") {
    const std::string strings = R"({"a":"1","b":"x\ny","c":""})";
    const std::string values = R"({"a":1,"b":["x","y"],"c":null})";
    const auto table = rows_of(strings + "\n" + values + "\n" + strings + "\n" + strings + "\n");
    CHECK(table.rows ==
          Rows{{"a", "b", "c"}, {"1", "x\ny", ""}, {"1", "x\ny", ""}, {"1", "x\ny", ""}, {"1", "x\ny", ""}});
}

TEST_CASE("json lines: keys in any order, late, long, escaped or twice find their column", "[ingest]") {
    const auto table =
        rows_of("{\"k1\":\"a\",\"k2\":\"b\"}\n"
                "{\"k2\":\"c\",\"k1\":\"d\"}\n"
                "{\"k\\u0031\":\"e\",\"a key of more than sixteen bytes\":\"f\"}\n"
                "{\"k1\" : \"g\" , \"a key of more than sixteen bytes\" : \"h\" , \"quo\\\"te\":\"i\"}\n"
                "{\"quo\\\"te\":\"j\",\"k2\":\"k\",\"k2\":\"l\"}\n");
    CHECK(table.rows == Rows{{"k1", "k2", "a key of more than sixteen bytes", "quo\"te"},
                             {"a", "b", "", ""},
                             {"d", "c", "", ""},
                             {"e", "", "f", ""},
                             {"g", "", "h", "i"},
                             {"", "l", "", "j"}});
    CHECK(std::ranges::all_of(table.faults, [](auto fault) { return fault == TableRow::Fault::none; }));
}

TEST_CASE("json lines: a broken line is a row of its own and its keys are no columns", "[ingest]") {
    const std::vector<std::string> broken{R"({"a":"1","new":"2")",
                                          R"({"a":"1" "new":"2"})",
                                          R"({"a":"1","new":"2"} x)",
                                          R"({"a":"1","new":"2"}})",
                                          R"({"a":"1","new":"\q"})",
                                          R"({"a":"1","new":tru})",
                                          R"({"a":"1",})",
                                          R"({"a":"1","a"})",
                                          R"({"a":"\u12"})",
                                          R"({"a":"1"}{"a":"2"})",
                                          R"(["a"])",
                                          R"({"a":"1)",
                                          "{\"a\":\"\t\"}",
                                          R"({a:"1"})",
                                          R"({"a":01})",
                                          R"({"a":"1"]})"};
    for (const bool after_strings : {true, false}) {
        std::string text = after_strings ? "{\"a\":\"0\"}\n" : "{\"a\":0}\n";
        for (const auto& line : broken) {
            text += line + "\n";
        }
        const auto table = rows_of(text + "{\"a\":\"9\"}\n");
        REQUIRE(table.rows.size() == broken.size() + 3);
        CHECK(table.rows.front() == std::vector<std::string>{"a"});
        for (std::size_t i = 0; i < broken.size(); ++i) {
            INFO(broken[i]);
            CHECK(table.faults[i + 2] == TableRow::Fault::bad_json);
            CHECK(table.rows[i + 2] == std::vector<std::string>{broken[i]});
        }
        CHECK(table.rows.back() == std::vector<std::string>{"9"});
    }
}

TEST_CASE("json lines: a cell beyond the limit is cut and told, strings or not", "[ingest]") {
    for (const std::string more : {"", ",\"n\":1"}) {
        const auto table = rows_of("{\"a\":\"x\",\"b\":\"0123456789\"" + more + "}\n", {.cell_bytes = 40});
        CHECK(table.faults[1] == TableRow::Fault::none);
        const auto cut =
            rows_of("{\"a\":\"x\",\"b\":\"\\u4e2d0123456789\"" + more + "}\n", {.cell_bytes = 44});
        CHECK(cut.faults[1] == TableRow::Fault::none);
    }
    const auto long_line =
        rows_of("{\"a\":\"x\"}\n{\"a\":\"" + std::string(50, 'y') + "\"}\n", {.cell_bytes = 40});
    CHECK(long_line.faults[2] == TableRow::Fault::cell_too_large);
    CHECK(long_line.rows[2][0].size() == 40);
}

TEST_CASE("json lines: lines across the pieces of a large file are whole", "[ingest]") {
    std::string text;
    std::size_t lines = 0;
    for (; text.size() < 3'000'000; ++lines) {
        text += fmt::format("{{\"number\":\"{}\",\"text\":\"{}\"}}\n", lines, std::string(lines % 300, 'x'));
    }
    const auto table = rows_of(text);
    REQUIRE(table.rows.size() == lines + 1);
    for (std::size_t i = 0; i < lines; ++i) {
        REQUIRE(table.rows[i + 1] == std::vector<std::string>{std::to_string(i), std::string(i % 300, 'x')});
    }
}

} // namespace test_jsonl
