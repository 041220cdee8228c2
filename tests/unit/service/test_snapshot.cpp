// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots of a workspace, and the rows of indicators.
#include <longmen/base/errors.hpp>
#include <longmen/service/indicators.hpp>
#include <longmen/service/snapshot.hpp>

#include <catch2/catch.hpp>
#include <support/snapshots.hpp>
#include <support/workspace.hpp>

#include <algorithm>
#include <fstream>

using namespace longmen;
using test::import_rows;
using test::patent_row;

namespace {

const std::string models = LONGMEN_SOURCE_DIR "/models";

} // namespace

TEST_CASE("snapshot: a workspace's records and the documents they name, made anew when it changes") {
    const test::Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    import_rows(workspace, {patent_row(2, {{Field::pub_no, "CN109876543A"},
                                           {Field::app_no, "CN201811234567.X"},
                                           {Field::app_date, "2018-10-22"},
                                           {Field::ipc, "H01M10/0525\nB60L50/64"},
                                           {Field::applicants, "某某公司"},
                                           {Field::cited, "US7131597B2\nCN101000001A"}}),
                            patent_row(3, {{Field::pub_no, "CN101000001A"},
                                           {Field::app_no, "CN200610000001"},
                                           {Field::app_date, "2006"},
                                           {Field::ipc, "H01M4/00"}})});
    Threads threads{2};
    {
        const auto snapshot = service::workspace_snapshot(workspace, models, threads);
        CHECK(snapshot.nodes() == 3);
        CHECK(snapshot.about("unit") == "application");
        const auto graph = service::citation_graph(snapshot);
        CHECK(graph.arcs() == 2);
        const auto old = snapshot.find("CN101000001A");
        REQUIRE(old);
        CHECK(!graph.knows_day(*old));
        CHECK(graph.citing.count(*old) == 1);
        CHECK(test::indicator_rows(snapshot,
                                   {{"backward_citations", "originality"}, {"CN 109876543 A"}, {}, true}) ==
              "number,backward_citations,backward_citations_reason,originality,originality_reason\n"
              "CN109876543A,2,,0,\n");
        const auto info = service::describe_snapshot(snapshot, threads);
        CHECK(snapshot.find("US7131597")); // no record: known by office and number
        CHECK(info.documents == 3);
        CHECK(info.disorder.undated == 1);
        CHECK(info.damaged.empty());
    }
    import_rows(workspace,
                {patent_row(2, {{Field::pub_no, "CN102000002A"}, {Field::app_date, "2010-01-01"}})});
    CHECK(service::workspace_snapshot(workspace, models, threads).nodes() == 4);
}
