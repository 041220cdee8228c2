// SPDX-License-Identifier: GPL-3.0-or-later
// Citations between records: resolved whatever the spelling, stubs once, old workspaces brought forward.
#include <longmen/store/citations.hpp>
#include <longmen/store/detail/sqlite.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

namespace test_citations {

using namespace longmen;
using namespace longmen::store;
using test::import_rows;
using test::patent_row;

namespace {

std::vector<PatentRow> rows() {
    return {
        patent_row(2, {{Field::pub_no, "US7131597B2"}, {Field::title, "a"}}),
        patent_row(3, {{Field::pub_no, "EP1271392A1"},
                       {Field::cited, "US 7,131,597 B2\tX\tsearch\nWO89/11703\nUS7131597\nSmith 1999"}}),
        patent_row(4, {{Field::app_no, "CN201811234567.X"},
                       {Field::pub_no, "CN109476786A"},
                       {Field::cited, "EP1271392B1\nWO1989011703A1\nCN-109476786-A"},
                       {Field::citing, "CN110000001A"}}),
        patent_row(5, {{Field::pub_no, "CN110000001B"}, {Field::cited, "CN201811234567.X\t\tapplicant"}})};
}

void check_links(const Workspace& workspace) {
    const auto counts = count_citations(workspace);
    CHECK(counts.links == 6); // EP->US, EP->WO, EP->Smith, CN->EP, CN->WO, CN110000001->CN
    CHECK(counts.inside == 3);
    CHECK(counts.stubs == 2);
    CHECK(counts.self == 1);
    std::size_t searched = 0, applicant = 0;
    for (const auto& link : load_citations(workspace)) {
        searched += link.category == "X" && link.origin == "search" ? 1 : 0;
        applicant += link.origin == "applicant" ? 1 : 0;
        CHECK((link.citing == 0 || link.cited == 0) == !link.stub.empty());
    }
    CHECK(searched == 1);
    CHECK(applicant == 1); // told by one of the two records, kept for the one citation
}

} // namespace

TEST_CASE("citations: any spelling finds its record, unresolved documents are stubs that count once") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path("w"), OpenMode::create);
    import_rows(workspace, rows());
    check_links(workspace);
}

TEST_CASE("citations: a document that becomes a record later is no stub any more") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path("w"), OpenMode::create);
    import_rows(workspace, {rows()[1]});
    CHECK(count_citations(workspace).inside == 0);
    import_rows(workspace, {rows()[0]}, std::nullopt, "later.csv");
    CHECK(count_citations(workspace).inside == 1);
    CHECK(count_citations(workspace).stubs == 2);
}

TEST_CASE("citations: a workspace of the first schema is brought forward with its citations") {
    const test::Folder folder;
    {
        auto workspace = Workspace::open(folder.path("w"), OpenMode::create);
        import_rows(workspace, rows());
        workspace.database().run(
            "DROP TABLE citation; DROP TABLE name_decision; DROP TABLE asset; DROP TABLE referent; "
            "DROP TABLE expert_score; DROP TABLE expert_sheet; DROP TABLE saved_search; "
            "DROP TABLE watch_record; DROP TABLE watch_change; DROP TABLE watch_look; DROP TABLE watch; "
            "DROP TABLE judged_sample_record; DROP TABLE judged_sample; DROP TABLE judgement; "
            "DROP TABLE reference_record; DROP TABLE reference_set;"
            "ALTER TABLE search_log DROP COLUMN canonical; ALTER TABLE search_log DROP COLUMN scope;"
            "ALTER TABLE search_log DROP COLUMN publications;"
            "CREATE TABLE citation(patent_id INTEGER NOT NULL, direction TEXT NOT NULL, number "
            "TEXT NOT NULL, PRIMARY KEY(patent_id, direction, number)) STRICT, WITHOUT ROWID;"
            "PRAGMA user_version = 1");
    }
    check_links(Workspace::open(folder.path("w"), OpenMode::read_only));
}

TEST_CASE("citations: what one file knows besides a number is no contradiction, and is kept") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path("w"), OpenMode::create);
    import_rows(workspace, {patent_row(2, {{Field::pub_no, "EP1271392A1"}, {Field::cited, "US7131597B2"}})});
    const auto again = import_rows(
        workspace,
        {patent_row(2, {{Field::pub_no, "EP1271392A1"}, {Field::cited, "US7131597B2\tY\texaminer"}})},
        std::nullopt, "search_report.csv");
    CHECK(again.conflicts == 0);
    CHECK(load_citations(workspace).at(0).category == "Y");
}

} // namespace test_citations
