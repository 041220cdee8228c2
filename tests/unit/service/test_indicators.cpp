// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of indicators.
#include <longmen/base/errors.hpp>
#include <longmen/service/indicators.hpp>
#include <longmen/service/snapshot.hpp>

#include <catch2/catch.hpp>
#include <support/snapshots.hpp>
#include <support/workspace.hpp>

#include <algorithm>
#include <fstream>

namespace test_indicators {

using namespace longmen;

TEST_CASE("indicators: all rows, for any number of threads") {
    const test::Folder folder;
    std::string edges;
    for (int i = 1; i < 150000; ++i) {
        edges += std::to_string(100000 + i) + "\t" + std::to_string(100000 + i / 2) + "\n";
    }
    std::ofstream(folder.path("e.tsv")) << edges;
    Threads threads{2};
    Progress silent;
    const auto report = service::build_snapshot(
        {"", folder.path("e.tsv"), folder.path("s.lms"), LONGMEN_SOURCE_DIR "/models"}, threads, silent);
    CHECK(report.documents == 150000);
    CHECK(report.citations == 149999);
    CHECK(report.stubs == 150000);
    const auto snapshot = store::Snapshot::open(folder.path("s.lms"));
    const service::IndicatorRequest request{
        {"backward_citations", "pagerank_a85"}, {}, Date::from_ymd(2020, 1, 1), false};
    const auto text = test::indicator_rows(snapshot, request, 1);
    CHECK(std::ranges::count(text, '\n') == 150001);
    CHECK(text == test::indicator_rows(snapshot, request, 3));
    CHECK_THROWS_AS(test::indicator_rows(snapshot, {{}, {}, std::nullopt, false}),
                    DataError); // no date anywhere
}

TEST_CASE("indicators: what is later than the cut-off date does not exist") {
    const test::Folder folder;
    std::ofstream(folder.path("n.tsv")) << "id\tdate\n1\t2000-01-01\n2\t2001-01-01\n3\t2003-01-01\n";
    std::ofstream(folder.path("e.tsv")) << "2\t1\n3\t1\n2\t3\n";
    Threads threads{2};
    Progress silent;
    service::build_snapshot(
        {folder.path("n.tsv"), folder.path("e.tsv"), folder.path("s.lms"), LONGMEN_SOURCE_DIR "/models"},
        threads, silent);
    const auto snapshot = store::Snapshot::open(folder.path("s.lms"));
    const std::vector<std::string> keys{"forward_citations_5y", "backward_citations"};
    CHECK(test::indicator_rows(snapshot, {keys, {}, std::nullopt, false}) ==
          "number,forward_citations_5y,backward_citations\n1,2,\n2,0,2\n3,0,1\n");
    CHECK(test::indicator_rows(snapshot, {keys, {}, Date::from_ymd(2002, 12, 31), false}) ==
          "number,forward_citations_5y,backward_citations\n1,1,\n2,0,1\n");
    CHECK_THROWS_AS(test::indicator_rows(snapshot, {keys, {"3"}, Date::from_ymd(2002, 12, 31), false}),
                    UsageError);
}

TEST_CASE("indicators: a row of very many columns is those of each alone, side by side") {
    const test::Folder folder;
    std::ofstream(folder.path("n.tsv"))
        << "id\tfiling_date\tgrant_date\n1\t2000-01-01\t2002-01-01\n2\t2001-05-07\t2003-02-01\n"
           "3\t2003-03-09\t\n4\t2004-03-09\t2005-01-01\n";
    std::ofstream(folder.path("e.tsv")) << "2\t1\n3\t1\n3\t2\n4\t2\n4\t3\n";
    Threads threads{1};
    Progress silent;
    (void)service::build_snapshot(
        {folder.path("n.tsv"), folder.path("e.tsv"), folder.path("s.lms"), LONGMEN_SOURCE_DIR "/models"},
        threads, silent);
    const auto snapshot = store::Snapshot::open(folder.path("s.lms"));
    CHECK(snapshot.about("clock") == "filing"); // so the heading says, and days of grants have a lag
    std::vector<std::string> keys{"grant_lag"};
    for (int damping = 20; damping < 95; ++damping) {
        keys.push_back("pagerank_a" + std::to_string(damping));
    }
    std::vector<std::string> wanted{"number", "1", "2", "3", "4"};
    for (const auto& key : keys) {
        const auto alone = test::indicator_rows(snapshot, {{key}, {}, std::nullopt, true});
        std::size_t at = 0;
        for (auto& line : wanted) {
            const auto end = alone.find('\n', at);
            line += alone.substr(alone.find(',', at), end - alone.find(',', at));
            at = end + 1;
        }
    }
    std::string text;
    for (const auto& line : wanted) {
        text += line + '\n';
    }
    REQUIRE(wanted[1].size() > 1024);
    CHECK(test::indicator_rows(snapshot, {keys, {}, std::nullopt, true}) == text);
    CHECK(wanted[1].starts_with("1,731,,")); // days from filing to grant
}

} // namespace test_indicators
