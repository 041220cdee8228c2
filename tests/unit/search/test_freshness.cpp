// SPDX-License-Identifier: GPL-3.0-or-later
// The order that puts what was filed lately higher, against its formula.
#include "searching.hpp"

#include <longmen/search/detail/freshness.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace test_freshness {

using namespace longmen;
using namespace longmen::test;
using namespace longmen::search;

TEST_CASE("freshness: days of dates that are not whole, halves", "[search]") {
    CHECK(detail::day_of("20200229") == Date::from_ymd(2020, 2, 29)->days());
    CHECK(detail::day_of("202002") == Date::from_ymd(2020, 2, 29)->days());
    CHECK(detail::day_of("2020") == Date::from_ymd(2020, 12, 31)->days());
    CHECK_FALSE(detail::day_of("20200230"));
    CHECK_FALSE(detail::day_of(""));
    CHECK(detail::freshness(0, 5) == 1);
    CHECK(std::abs(detail::freshness(5 * 365.25, 5) - 0.5) < 1e-12);
    CHECK(std::abs(detail::freshness(10 * 365.25, 5) - 0.25) < 1e-12);
}

TEST_CASE("freshness: every value is that of the formula, the order follows, the matches stay", "[search]") {
    Library library;
    std::vector<PatentRow> rows;
    for (int i = 0; i < 40; ++i) {
        const auto filed = std::to_string(2000 + i % 20) + "-0" + std::to_string(1 + i % 9) + "-15";
        rows.push_back(text_row(i, i % 5 == 0 ? "密封阀" : "阀门",
                                i % 3 == 0 ? "阀与密封" : "密封的阀体和阀杆", "甲", "F16K1/00", filed));
    }
    rows.push_back(text_row(99, "阀门", "密封的阀体和阀杆", "甲", "F16K1/00", ""));
    rows.push_back(patent_row(98, {{Field::pub_no, number(98)},
                                   {Field::title, "阀门"},
                                   {Field::abstract, "密封的阀体和阀杆"},
                                   {Field::pub_date, "2018-06-01"}}));
    rows[3].values.push_back({Field::pub_date, "2021-01-01", 0}); // filed counts, where both are known
    import_rows(library.workspace, rows);
    SearchOptions options;
    options.limit = 100;
    const auto plain = library.find("阀 密封", options);
    options.order = Order::fresh;
    const auto fresh = library.find("阀 密封", options);
    CHECK(fresh.total == plain.total);
    REQUIRE(fresh.hits.size() == plain.hits.size());
    std::map<std::string, const Hit*> by_number;
    for (const auto& hit : plain.hits) {
        by_number[hit.number] = &hit;
    }
    const auto rule = settings().fresh;
    const auto end = library.workspace.data_date().value();
    const double best = plain.hits[0].value;
    for (const auto& hit : fresh.hits) {
        double expected = by_number.at(hit.number)->value;
        if (const auto filed = Date::from_iso(hit.number == number(98) ? "2018-06-01" : hit.date)) {
            const double years = (end.days() - filed->days()) / 365.25;
            expected += rule.weight * best * std::pow(0.5, years / rule.half_life_years);
        }
        INFO(hit.number);
        CHECK(std::abs(hit.value - expected) < 1e-9);
    }
    for (std::size_t i = 0; i + 1 < fresh.hits.size(); ++i) {
        CHECK(fresh.hits[i].value >= fresh.hits[i + 1].value);
    }
    // Of equal text the later one is first, whatever the number.
    const auto place = [&](int serial) {
        return std::ranges::find(fresh.hits, number(serial), &Hit::number) - fresh.hits.begin();
    };
    CHECK(place(19) < place(4));
    CHECK(place(99) > place(1)); // without a date nothing is added

    // Pages are of one order.
    options.first = 10;
    options.limit = 5;
    const auto page = library.find("阀 密封", options);
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(page.hits[i].number == fresh.hits[i + 10].number);
    }
}

TEST_CASE("freshness: fields alone stand latest first; without dates nothing changes", "[search]") {
    Library library;
    import_rows(library.workspace, {text_row(1, "阀", "阀", "甲", "F16K1/00", "2010-01-01"),
                                    text_row(2, "阀", "阀", "甲", "F16K1/00", "2020-01-01")});
    SearchOptions options;
    options.order = Order::fresh;
    CHECK(library.find("ipc:F16K", options).hits.at(0).number == number(2));
    Library undated;
    import_rows(undated.workspace, {text_row(1, "阀", "阀", "甲", "F16K1/00", ""),
                                    text_row(2, "阀", "阀体", "甲", "F16K1/00", "")});
    CHECK(undated.find("阀", options).hits.size() == 2);
}

} // namespace test_freshness
