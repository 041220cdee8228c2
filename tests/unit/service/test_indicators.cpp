// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of indicators.
#include <longmen/base/errors.hpp>
#include <longmen/service/indicators.hpp>
#include <longmen/service/snapshot.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

#include <algorithm>
#include <fstream>

using namespace longmen;

namespace {

std::string rows(const store::Snapshot& snapshot, const service::IndicatorRequest& request,
                 unsigned count = 2) {
    Threads threads{count};
    std::string text;
    service::write_indicators(snapshot, service::compute_indicators(snapshot, request, threads), ',', threads,
                              [&](std::string_view piece) { text += piece; });
    return text;
}

} // namespace

TEST_CASE("indicators: all rows, for any number of threads") {
    const test::Folder folder;
    std::string edges;
    for (int i = 1; i < 70000; ++i) {
        edges += std::to_string(100000 + i) + "\t" + std::to_string(100000 + i / 2) + "\n";
    }
    std::ofstream(folder.path("e.tsv")) << edges;
    Threads threads{2};
    Progress silent;
    const auto report =
        service::build_snapshot({"", folder.path("e.tsv"), folder.path("s.lms")}, threads, silent);
    CHECK(report.documents == 70000);
    CHECK(report.citations == 69999);
    CHECK(report.stubs == 70000);
    const auto snapshot = store::Snapshot::open(folder.path("s.lms"));
    const service::IndicatorRequest request{
        {"backward_citations", "pagerank_a85"}, {}, Date::from_ymd(2020, 1, 1), false};
    const auto text = rows(snapshot, request, 1);
    CHECK(std::ranges::count(text, '\n') == 70001);
    CHECK(text == rows(snapshot, request, 3));
    CHECK_THROWS_AS(rows(snapshot, {{}, {}, std::nullopt, false}), DataError); // no date anywhere
}
