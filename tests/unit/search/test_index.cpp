// SPDX-License-Identifier: GPL-3.0-or-later
// The index follows the workspace: made, brought forward, made anew; the same hits either way.
#include "searching.hpp"

#include <longmen/search/detail/build.hpp>
#include <longmen/store/detail/sqlite.hpp>
#include <longmen/store/texts.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

namespace test_index {

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

TEST_CASE("index: an interrupted build goes on from the pieces that are done", "[search]") {
    Library library;
    std::vector<PatentRow> rows;
    for (int i = 0; i < 50; ++i) {
        rows.push_back(text_row(i, "一种密封圈", "密封，第" + std::to_string(i) + "号。"));
    }
    import_rows(library.workspace, rows);
    auto small = settings();
    small.index.piece = 8;
    /// Stops the build when the merging begins: all pieces are written, none is merged.
    struct Stop final : Progress {
        void begin(std::string_view stage, std::uint64_t /*total*/) override {
            if (stage == "merge") {
                throw std::runtime_error("stopped");
            }
        }
    } stop;
    const auto index = library.workspace.folder() + "/index";
    CHECK_THROWS(search::update_index(library.workspace, small, stop));
    CHECK_FALSE(search::index_generation(library.workspace.folder()));
    std::size_t pieces = 0;
    for (const auto& entry : std::filesystem::directory_iterator(index + "/building")) {
        pieces += entry.is_directory() ? 1 : 0;
    }
    CHECK(pieces == 7);
    std::filesystem::remove_all(index + "/building/piece-000003"); // as if it had not been finished
    std::filesystem::create_directories(index + "/building/piece-000003.part");
    const auto kept = std::filesystem::last_write_time(index + "/building/piece-000000/postlist.glass");
    struct Look final : Progress {
        std::string folder;
        std::filesystem::file_time_type written;
        void begin(std::string_view stage, std::uint64_t /*total*/) override {
            if (stage == "merge") {
                written = std::filesystem::last_write_time(folder + "/building/piece-000000/postlist.glass");
            }
        }
    } look;
    look.folder = index;
    CHECK(search::update_index(library.workspace, small, look).records == 50);
    CHECK(look.written == kept); // not written again
    CHECK_FALSE(std::filesystem::exists(index + "/building"));
    const auto result = search::run_query(library.workspace, search::parse_query("密封圈"), {}, small);
    CHECK(result.total == 50);
    CHECK(search::run_query(library.workspace, search::parse_query("\"第27号\""), {}, small).total == 1);
}

TEST_CASE("index: records that are removed while it is built are passed over", "[search]") {
    Library library;
    std::vector<PatentRow> rows;
    for (int i = 0; i < 6; ++i) {
        rows.push_back(text_row(i, "一种密封圈", "密封。"));
    }
    import_rows(library.workspace, rows);
    auto ids = store::text_ids(library.workspace);
    REQUIRE(ids.size() == 6);
    search::detail::Build build;
    build.ids = {ids[0], ids[1], ids[3], ids[5], ids[5] + 1, ids[5] + 2};
    library.workspace.database().run("PRAGMA foreign_keys = OFF; DELETE FROM patent WHERE id = " +
                                     std::to_string(ids[1]));
    build.folder = library.folder.path("pieces");
    build.output = library.folder.path("made");
    std::filesystem::create_directories(build.folder);
    Threads threads{2};
    Progress silent;
    search::detail::build_index(library.workspace, build, settings().index, threads, silent);
    CHECK(Xapian::Database(build.output).get_doccount() == 3);
}

TEST_CASE("index: processes that find none make it once", "[search]") {
    Library library;
    std::vector<PatentRow> rows;
    for (int i = 0; i < 300; ++i) {
        rows.push_back(text_row(i, "一种密封圈", "密封，第" + std::to_string(i) + "号。"));
    }
    import_rows(library.workspace, rows);
    const auto folder = library.workspace.folder();
    std::vector<pid_t> children;
    for (int i = 0; i < 4; ++i) {
        children.push_back(fork());
        if (children.back() == 0) {
            int code = 9;
            try {
                const auto workspace = store::Workspace::open(folder, store::OpenMode::existing);
                Progress silent;
                const auto update = search::update_index(workspace, settings(), silent);
                const auto total =
                    search::run_query(workspace, search::parse_query("密封圈"), {}, settings()).total;
                code = total != 300 ? 8 : update.made_anew ? 1 : 0;
            } catch (...) {
            }
            _exit(code);
        }
    }
    int made = 0;
    for (const auto child : children) {
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        REQUIRE(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) <= 1);
        made += WEXITSTATUS(status) == 1 ? 1 : 0;
    }
    CHECK(made == 1);
}

TEST_CASE("index: a search goes on while the index is changed and replaced under it", "[search]") {
    Library library;
    import_rows(library.workspace, {text_row(1, "一种密封圈", "密封。")});
    library.update();
    search::Searcher searcher(library.workspace, settings());
    const auto query = search::parse_query("密封圈");
    CHECK(searcher.run(query, {}).total == 1);
    for (int i = 2; i < 8; ++i) { // each import is a commit of its own
        import_rows(library.workspace, {text_row(i, "一种密封圈", "密封。")});
        library.update();
        const auto total = searcher.run(query, {}).total;
        CHECK(total >= 1);
        CHECK(total <= static_cast<std::size_t>(i));
    }
    auto other = settings();
    other.index.checksum = "another";
    Progress silent;
    search::update_index(library.workspace, other, silent); // the old folder is gone
    CHECK(searcher.run(search::parse_query("\"密封圈\""), {}).total >= 1);
    CHECK(search::Searcher(library.workspace, settings()).run(query, {}).total == 7);
}

} // namespace test_index
