// SPDX-License-Identifier: GPL-3.0-or-later
// The index follows the workspace: made, brought forward, made anew; the same hits either way.
#include "searching.hpp"

#include <filesystem>

using namespace longmen;
using namespace longmen::test;

TEST_CASE("index: made on demand, then only what changed", "[search]") {
    Library library;
    CHECK_FALSE(search::index_generation(library.workspace.folder()));
    std::vector<PatentRow> rows;
    for (int i = 0; i < 20; ++i) {
        rows.push_back(text_row(i, "一种密封圈", "本发明公开了一种密封圈。"));
    }
    import_rows(library.workspace, rows);
    auto update = library.update();
    CHECK(update.made_anew);
    CHECK(update.records == 20);
    CHECK(search::index_generation(library.workspace.folder()) == library.workspace.generation());
    CHECK(library.update().records == 0);

    import_rows(library.workspace, {text_row(100, "一种齿轮箱", "齿轮。")});
    CHECK(search::index_generation(library.workspace.folder()) != library.workspace.generation()); // stale
    update = library.update();
    CHECK_FALSE(update.made_anew);
    CHECK(update.records == 1);
    CHECK(library.numbers("齿轮箱") == std::set<std::string>{number(100)});
    CHECK(library.numbers("密封圈").size() == 20);
}

TEST_CASE("index: a record that is joined to another is found once, under the text that stands", "[search]") {
    Library library;
    std::vector<PatentRow> rows;
    for (int i = 0; i < 10; ++i) {
        rows.push_back(text_row(i, "一种密封圈", "密封。"));
    }
    rows.push_back(patent_row(50, {{Field::app_no, "CN201811234567.X"}, {Field::title, "待合并的阀门"}}));
    import_rows(library.workspace, rows);
    library.update();
    CHECK(library.numbers("阀门").size() == 1);
    // one row ties the application number to the publication of record 3
    import_rows(library.workspace,
                {patent_row(1, {{Field::app_no, "CN201811234567.X"}, {Field::pub_no, number(3)}})});
    const auto update = library.update();
    CHECK_FALSE(update.made_anew);
    const auto all = library.numbers("密封圈 OR 阀门");
    CHECK(all.size() == 10);
    CHECK(all.contains(number(3)));
}

TEST_CASE("index: deleted, damaged or of other weights, it is made anew", "[search]") {
    Library library;
    import_rows(library.workspace, {text_row(1, "一种密封圈", "密封。")});
    library.update();
    std::filesystem::remove_all(library.workspace.folder() + "/index");
    CHECK(library.update().made_anew);
    auto other = settings();
    other.index.checksum = "another";
    Progress silent;
    CHECK(search::update_index(library.workspace, other, silent).made_anew);
    // only one index lies there
    std::size_t folders = 0;
    for (const auto& entry : std::filesystem::directory_iterator(library.workspace.folder() + "/index")) {
        folders += entry.is_directory() ? 1 : 0;
    }
    CHECK(folders == 1);
}
