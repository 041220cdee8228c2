// SPDX-License-Identifier: GPL-3.0-or-later
// What large imports do otherwise than small ones must not show: gathered aliases and children, an index made
// anew.
#include <longmen/store/detail/alias_book.hpp>
#include <longmen/store/detail/bulk_insert.hpp>
#include <longmen/store/detail/index_break.hpp>
#include <longmen/store/detail/sqlite.hpp>
#include <longmen/store/detail/work_queue.hpp>
#include <longmen/store/importer.hpp>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <support/workspace.hpp>

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace test_bulk_writing {

using namespace longmen;
using namespace longmen::store;
using test::patent_row;

namespace {

std::int64_t one(const detail::Database& database, const std::string& sql) {
    auto query = database.prepare(sql);
    REQUIRE(query.step());
    return query.integer(0);
}

constexpr auto has_index = "SELECT count(*) FROM sqlite_master WHERE name = 'citation_by_key'";

/// Application i of a year, published and granted, citing the one before it.
PatentRow numbered_row(std::uint64_t i) {
    return patent_row(i + 2, {{Field::app_no, fmt::format("CN201019{:06}", i)},
                              {Field::pub_no, fmt::format("CN19{:07}A", i)},
                              {Field::pub_date, "2011-05-04"},
                              {Field::grant_no, fmt::format("CN19{:07}B", i)},
                              {Field::grant_date, "2013-05-08"},
                              {Field::ipc, "A23N5/00\nC03B25/06"},
                              {Field::cited, fmt::format("CN19{:07}B\nCN19{:07}A", i - 1, i - 1)}});
}

} // namespace

TEST_CASE("bulk: more records than an index bears one by one give the same rows and leave the index there") {
    constexpr std::uint64_t count = 20050;
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path("w"), OpenMode::create);
    for (int round = 0; round < 2; ++round) {
        ImportSession session(workspace, {"rows.csv", "0", std::nullopt, "", ""});
        for (std::uint64_t i = 1; i <= count; ++i) {
            session.patent(numbered_row(i));
        }
        const auto counts = session.commit().at(0);
        CHECK(counts.rows == static_cast<std::int64_t>(count));
        CHECK((round == 0 ? counts.added : counts.unchanged) == static_cast<std::int64_t>(count));
    }
    const auto& database = workspace.database();
    CHECK(one(database, has_index) == 1);
    CHECK(one(database, "SELECT count(*) FROM alias") ==
          2 * static_cast<std::int64_t>(count)); // A and B are one key
    CHECK(one(database, "SELECT count(*) FROM publication") == 2 * static_cast<std::int64_t>(count));
    CHECK(one(database, "SELECT count(*) FROM class") == 2 * static_cast<std::int64_t>(count));
    CHECK(one(database, "SELECT count(*) FROM citation") == static_cast<std::int64_t>(count));
    CHECK(one(database,
              "SELECT count(*) FROM citation INDEXED BY citation_by_key WHERE key = 'p:CN190000007'") == 1);
    CHECK(one(database, "SELECT count(*) FROM patent WHERE grant_date = '2013-05-08'") ==
          static_cast<std::int64_t>(count));
    auto check = database.prepare("PRAGMA integrity_check");
    REQUIRE(check.step());
    CHECK(check.text(0) == "ok");
}

TEST_CASE("bulk: a dropped session has its index back") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path("w"), OpenMode::create);
    {
        ImportSession session(workspace, {"rows.csv", "0", std::nullopt, "", ""});
        for (std::uint64_t i = 1; i <= 20050; ++i) {
            session.patent(numbered_row(i));
        }
        session.begin_table(); // all rows are written by now
    }
    CHECK(one(workspace.database(), has_index) == 1);
    CHECK(one(workspace.database(), "SELECT count(*) FROM patent") == 0);
}

TEST_CASE("bulk: aliases are found while gathered, once written, and when moved") {
    detail::Database database{"", 2};
    database.run("CREATE TABLE alias(key TEXT PRIMARY KEY, patent_id INTEGER NOT NULL) WITHOUT ROWID");
    detail::AliasBook book{database};
    constexpr std::int64_t count = 140000; // beyond what is gathered
    const auto key = [](std::int64_t i) { return fmt::format("p:CN{}", i * 7919 % 1000003); };
    for (std::int64_t i = 0; i < count; ++i) {
        REQUIRE(!book.find(key(i)));
        book.add(key(i), i);
    }
    for (std::int64_t i = 0; i < count; ++i) {
        REQUIRE(book.find(key(i)) == i);
    }
    book.move(5, 6);
    CHECK(book.find(key(5)) == 6);
    CHECK(one(database, "SELECT count(*) FROM alias") == count);
    detail::AliasBook second{database};
    CHECK(second.find(key(7)) == 7);
    CHECK(!second.find("p:CN"));
}

TEST_CASE("bulk: rows go in by the order they came in, however many they are") {
    detail::Database database{"", 2};
    database.run("CREATE TABLE t(a INTEGER, b TEXT)");
    detail::BulkInsert rows{database, "INSERT INTO t", 2};
    for (std::int64_t i = 0; i < 600; ++i) {
        rows.add(i).add(fmt::format("text {}", i));
        rows.end_row();
    }
    rows.flush();
    CHECK(one(database, "SELECT count(*) FROM t WHERE a = rowid - 1 AND b = 'text ' || a") == 600);
}

TEST_CASE("bulk: work is done in order, and what it throws comes out once") {
    std::vector<int> done;
    {
        detail::WorkQueue<int> queue{[&](int& item) { done.push_back(item); }};
        for (int i = 0; i < 1000; ++i) {
            queue.push(i);
        }
        queue.drain();
        REQUIRE(done.size() == 1000);
        CHECK(std::ranges::is_sorted(done));
    }
    detail::WorkQueue<int> failing{[](int& item) {
        if (item == 3) {
            throw std::runtime_error("three");
        }
    }};
    const auto use = [&] {
        for (int i = 0; i < 100000; ++i) {
            failing.push(i);
        }
        failing.drain();
    };
    CHECK_THROWS_WITH(use(), "three");
    CHECK_THROWS_WITH(failing.drain(), "three");
}

} // namespace test_bulk_writing
