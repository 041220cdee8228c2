// SPDX-License-Identifier: GPL-3.0-or-later
// Documents: nothing empty goes in, and a chart has its table.
#include <longmen/report/document.hpp>

#include <catch2/catch.hpp>

namespace test_document {

using namespace longmen;
using namespace longmen::report;

TEST_CASE("document: empty charts and tables are left out", "[report]") {
    Chapter chapter;
    chapter.add(Chart{});
    chapter.add(Listing{});
    CHECK(chapter.blocks.empty());
    chapter.say(Tone::plain, "x");
    CHECK(chapter.blocks.size() == 1);
}

TEST_CASE("document: the table of a chart holds its figures, gaps undefined", "[report]") {
    Chart chart;
    chart.categories = {"2020", "2021"};
    chart.series = {{"发明", {3.0, std::nullopt}}, {"占比", {0.5, 1.0}}};
    const auto table = chart_table(chart, Lang::zh);
    REQUIRE(table.rows.size() == 2);
    CHECK(std::get<std::int64_t>(table.rows[0][1]) == 3);
    CHECK(std::get<Decimal>(table.rows[0][2]).value == Approx(0.5));
    CHECK(std::holds_alternative<std::monostate>(table.rows[1][1]));
}

TEST_CASE("document: the table of a matrix has a row and a column for each key", "[report]") {
    Chart chart;
    chart.kind = Chart::Kind::matrix;
    chart.categories = {"a", "b"};
    chart.rows = {"x"};
    chart.cells = {{1, 0, 7}};
    const auto table = chart_table(chart, Lang::en);
    CHECK(table.columns.size() == 3);
    CHECK(std::get<std::int64_t>(table.rows.at(0).at(1)) == 0);
    CHECK(std::get<std::int64_t>(table.rows.at(0).at(2)) == 7);
}

} // namespace test_document
