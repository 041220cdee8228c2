// SPDX-License-Identifier: GPL-3.0-or-later
// Windows as ranges of ids.
#include <longmen/base/date.hpp>
#include <longmen/graph/time.hpp>

#include <catch2/catch.hpp>

#include <vector>

namespace test_time {

using namespace longmen;
using namespace longmen::graph;

namespace {

Day on(int year, int month, int day) {
    return Date::from_ymd(year, month, day)->days();
}

} // namespace

TEST_CASE("time: a window ends on the same day of the calendar") {
    CHECK(window_end(on(2010, 6, 15), false, 5) == on(2015, 6, 15));
    CHECK(window_end(on(2012, 2, 29), false, 5) == on(2017, 2, 28));
    CHECK(window_end(on(2012, 2, 29), false, 4) == on(2016, 2, 29));
    CHECK(window_end(on(2012, 1, 1), true, 5) == on(2017, 12, 31));
}

TEST_CASE("time: days to ids") {
    const std::vector<Day> days{unknown_day, unknown_day, 10, 10, 12, 20};
    const DayIndex index{days};
    CHECK(index.first_known() == 2);
    CHECK(index.first_after(9) == 2);
    CHECK(index.first_after(10) == 4);
    CHECK(index.first_after(11) == 4);
    CHECK(index.first_after(19) == 5);
    CHECK(index.first_after(20) == 6);
    CHECK(index.first_after(1000) == 6);
    CHECK(index.first_after(-1000) == 2);
    const DayIndex none{std::vector<Day>{unknown_day}};
    CHECK(none.first_known() == 1);
    CHECK(none.first_after(0) == 1);
    CHECK(DayIndex{std::vector<Day>{}}.first_after(5) == 0);
}

TEST_CASE("time: bounds of each node") {
    const std::vector<Day> days{unknown_day,    on(2010, 1, 1), on(2010, 1, 1),
                                on(2010, 7, 1), on(2015, 1, 1), on(2015, 12, 31)};
    const std::vector<std::uint8_t> years{0, 0, 1, 0, 0, 0};
    const CitationGraph graph{{}, {}, days, years};
    const DayIndex index{days};
    const auto ends = window_ends(graph, index, 5);
    CHECK(ends[0] == 0);
    CHECK(ends[1] == 5);
    CHECK(ends[2] == 6); // a year alone: to the end of 2015
    const auto later = later_begins(graph, index);
    CHECK(later[1] == 3);
    CHECK(later[2] == 4); // behind 2010
    CHECK(same_day_begins(graph, index)[2] == 1);
}

} // namespace test_time
