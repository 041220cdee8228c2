// SPDX-License-Identifier: GPL-3.0-or-later
// What is compared of records, read in pieces.
#include "support/workspace.hpp"

#include <longmen/store/compared_texts.hpp>

#include <catch2/catch.hpp>

namespace test_compared_texts {

using namespace longmen;

TEST_CASE("compared texts: every record once, piece by piece, one by its id") {
    test::Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    std::vector<PatentRow> rows;
    for (int i = 0; i < 7; ++i) {
        rows.push_back(test::patent_row(static_cast<std::uint64_t>(i) + 1,
                                        {{Field::pub_no, "CN" + std::to_string(200000001 + i) + "U"},
                                         {Field::title, "灯" + std::to_string(i)},
                                         {Field::abstract, i == 3 ? "" : "一种灯"},
                                         {Field::ipc, "F21S2/00\nF21V9/00"},
                                         {Field::applicants, "甲\n乙"},
                                         {Field::app_date, "2018-05-01"},
                                         {Field::family_members, i == 2 ? "CN200000009U" : ""}}));
    }
    test::import_rows(workspace, rows);
    store::ComparedTexts reader{workspace};
    std::vector<store::ComparedText> records;
    std::vector<std::string> titles;
    std::vector<std::size_t> sizes;
    std::int64_t id_of_fourth = 0;
    while (reader.next(records, 3)) {
        sizes.push_back(records.size());
        for (const auto& record : records) {
            CHECK(record.abstract == (titles.size() == 3 ? "" : "一种灯"));
            CHECK(record.names_relatives == (titles.size() == 2));
            CHECK(record.classes.find("F21V9/00") != std::string::npos);
            CHECK(record.applicants == "甲\n乙");
            CHECK(record.app_date == "2018-05-01");
            id_of_fourth = titles.size() == 3 ? record.id : id_of_fourth;
            titles.push_back(record.title);
        }
    }
    CHECK(sizes == std::vector<std::size_t>{3, 3, 1});
    CHECK(titles == std::vector<std::string>{"灯0", "灯1", "灯2", "灯3", "灯4", "灯5", "灯6"});
    CHECK_FALSE(reader.next(records, 3));
    store::ComparedTexts one{workspace, id_of_fourth};
    REQUIRE(one.next(records, 3));
    CHECK(records.size() == 1);
    CHECK(records[0].title == "灯3");
    CHECK_FALSE(one.next(records, 3));
}

} // namespace test_compared_texts
