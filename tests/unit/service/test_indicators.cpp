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
