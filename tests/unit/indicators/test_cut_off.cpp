// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing later than the day is left in the input.
#include "support/graphs.hpp"

#include <longmen/indicators/columns.hpp>
#include <longmen/indicators/cut_off.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <string>
#include <vector>

namespace test_cut_off {

using namespace longmen;
using namespace longmen::indicators;

namespace {

graph::Day day_of(int year, int month = 1) {
    return Date::from_ymd(year, month, 1)->days();
}

} // namespace

TEST_CASE("cut-off: documents, citations, lists and days that are later do not exist") {
    Threads threads{2};
    // 1 cites 3, which is later: a citation that did not exist when 3 did not
    const test::TestGraph graph{{graph::unknown_day, day_of(2000), day_of(2001), day_of(2004)},
                                {{1, 0}, {2, 1}, {3, 1}, {1, 3}},
                                threads};
    const std::vector<graph::ArcId> offsets{0, 1, 2, 4, 5};
    const std::vector<std::uint32_t> classes{0, 1, 0, 2, 1};
    const std::vector<std::uint32_t> family{0, 1, 1, 1};
    const std::vector<std::uint8_t> field{0, 3, 4, 5};
    const std::vector<std::int32_t> granted{missing_measure, day_of(2001, 6), day_of(2003), day_of(2005)};
    const std::vector<std::int32_t> claims{1, 20000, 3, 4};
    const std::vector<Measure> measures{{"grant_day", granted}, {"claims", claims}};
    ColumnInput whole;
    whole.graph = graph.view();
    whole.classes = {offsets, classes};
    whole.class_count = 3;
    whole.family = family;
    whole.field = field;
    whole.measures = measures;
    const auto as_of = day_of(2002);
    const CutOff made{whole, as_of, threads};
    const auto moved = CutOff{whole, as_of, threads};
    for (const auto* cut : {&made, &moved}) {
        const auto& input = cut->input();
        CHECK(input.as_of == as_of);
        REQUIRE(input.nodes() == 3);
        CHECK(input.graph.cited.count(1) == 1);
        CHECK(input.graph.citing.count(1) == 1);
        CHECK(input.classes.size() == 3);
        CHECK(input.classes[2].size() == 2);
        CHECK(input.family.size() == 3);
        CHECK(input.field.size() == 3);
        const auto known = input.measure("grant_day");
        REQUIRE(known.size() == 3);
        CHECK(known[1] == granted[1]);
        CHECK(known[2] == missing_measure);
        CHECK(input.measure("claims")[1] == 20000); // no day, though a number above the cut-off's
        const std::vector<std::string> keys{"backward_citations", "forward_citations_5y", "pagerank_a50",
                                            "generality"};
        const auto columns = compute_columns(input, keys, threads);
        CHECK(columns[0].values[1] == 1);
        CHECK(columns[1].values[1] == 1);
        CHECK(columns[2].values.size() == 3);
        CHECK(columns[3].values[1] == 0.5);
    }
    const CutOff later{whole, day_of(2010), threads};
    CHECK(later.input().graph.citing.items.data() == whole.graph.citing.items.data());
    CHECK(later.input().measure("grant_day").data() == granted.data());
    const CutOff nothing{whole, day_of(1990), threads};
    CHECK(nothing.input().nodes() == 1); // the one without a day
}

} // namespace test_cut_off
