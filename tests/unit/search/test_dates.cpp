// SPDX-License-Identifier: GPL-3.0-or-later
// Ranges of days against comparing every date.
#include "searching.hpp"

#include <longmen/search/detail/dates.hpp>

#include <fmt/format.h>

#include <random>

namespace test_dates {

using namespace longmen;
using namespace longmen::test;

TEST_CASE("dates: the last days of a month and of a year", "[search]") {
    Library library;
    const std::vector<std::string> dates{"2011-01-30", "2011-01-31", "2011-02-28",
                                         "2011-12-30", "2011-12-31", "2012-01-01"};
    std::vector<PatentRow> rows;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        rows.push_back(text_row(static_cast<int>(i), "阀", "阀", "甲", "F16K1/00", dates[i]));
    }
    import_rows(library.workspace, rows);
    library.update();
    const auto total = [&](const std::string& from, const std::string& to) {
        search::QueryNode range;
        range.kind = search::QueryNode::Kind::range;
        range.field = search::QueryField::filed;
        range.from = from;
        range.to = to;
        return search::run_query(library.workspace, range, {}, settings()).total;
    };
    CHECK(total("20110101", "20110130") == 1);
    CHECK(total("20110101", "20110131") == 2);
    CHECK(total("20110131", "20110228") == 2);
    CHECK(total("20110101", "20111230") == 4);
    CHECK(total("20110101", "20111231") == 5);
    CHECK(total("20111231", "20120101") == 2);
}

TEST_CASE("dates: a range holds the days between its ends and no others", "[search]") {
    std::mt19937 random(11);
    const auto day = [&] {
        return fmt::format("{:04}-{:02}-{:02}", 2009 + random() % 4, 1 + random() % 12, 1 + random() % 28);
    };
    const auto plain = [](std::string iso) {
        std::erase(iso, '-');
        return iso;
    };
    Library library;
    std::vector<PatentRow> rows;
    std::vector<std::string> dates;
    for (int i = 0; i < 300; ++i) {
        dates.push_back(day());
        rows.push_back(text_row(i, "阀", "阀", "甲", "F16K1/00", dates.back()));
    }
    rows.push_back(patent_row(400, {{Field::pub_no, number(999)}, {Field::title, "阀"}})); // without a date
    import_rows(library.workspace, rows);
    library.update();
    search::SearchOptions options;
    for (int trial = 0; trial < 200; ++trial) {
        search::QueryNode range;
        range.kind = search::QueryNode::Kind::range;
        range.field = search::QueryField::filed;
        range.from = trial % 5 == 0 ? "" : plain(day());
        range.to = trial % 7 == 0 ? "" : plain(day());
        if (trial % 3 == 0) { // ends of months and years
            range.from = fmt::format("{:04}0101", 2009 + random() % 4);
            range.to = fmt::format("{:04}{:02}31", 2009 + random() % 4, 1 + random() % 12);
        }
        std::size_t expected = 0;
        for (const auto& date : dates) {
            const auto text = plain(date);
            expected +=
                (range.from.empty() || text >= range.from) && (range.to.empty() || text <= range.to) ? 1 : 0;
        }
        INFO(range.from << ".." << range.to);
        CHECK(search::run_query(library.workspace, range, options, settings()).total == expected);
    }
}

} // namespace test_dates
