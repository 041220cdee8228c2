// SPDX-License-Identifier: GPL-3.0-or-later
// Ranges of days against comparing every date.
#include "searching.hpp"

#include <longmen/search/detail/dates.hpp>

#include <fmt/format.h>

#include <random>

using namespace longmen;
using namespace longmen::test;

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
