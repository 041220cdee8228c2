// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots of a workspace, and the rows of indicators.
#include <longmen/base/errors.hpp>
#include <longmen/service/indicators.hpp>
#include <longmen/service/snapshot.hpp>

#include <catch2/catch.hpp>
#include <support/snapshots.hpp>
#include <support/workspace.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace test_snapshot {

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

TEST_CASE("snapshot: rights lapsed, in force and unknown tell how long they were kept, as of any day") {
    const test::Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    const auto right = [](std::uint64_t row, const char* number, const char* status,
                          std::vector<std::pair<Field, std::string>> more) {
        more.insert(more.end(), {{Field::app_no, number},
                                 {Field::app_date, "2010-03-01"},
                                 {Field::grant_date, "2012-06-01"},
                                 {Field::status, status}});
        return patent_row(row, std::move(more));
    };
    import_rows(workspace, {right(2, "CN201010000001", "fee_lapsed",
                                  {{Field::status_date, "2016-03-01"}, {Field::npl_cited, "A\nB"}}),
                            right(3, "CN201010000002", "granted", {}),
                            right(4, "CN201010000003", "fee_lapsed", {}), // nobody says when
                            right(5, "CN201010000004", "rejected", {}),
                            patent_row(7, {{Field::app_no, "CN200520000005"}, // a utility model: ten years
                                           {Field::app_date, "2005-03-01"},
                                           {Field::grant_date, "2006-06-01"},
                                           {Field::status, "expired"}}),
                            patent_row(6, {{Field::app_no, "CN202010000009"},
                                           {Field::app_date, "2020-03-01"},
                                           {Field::status, "examination"}})});
    Threads threads{2};
    const auto snapshot = service::workspace_snapshot(workspace, models, threads);
    const auto rows = [&](std::optional<Date> as_of) {
        return test::indicator_rows(snapshot, {{"renewal_years"}, {}, as_of, true});
    };
    const auto data_date = workspace.data_date();
    REQUIRE(data_date);
    const auto now = rows(std::nullopt);
    CHECK(now.find("CN201010000001,6,\n") != std::string::npos);
    CHECK(now.find("CN201010000002,10,window_open\n") != std::string::npos);
    CHECK(now.find("CN201010000003,,no_data\n") != std::string::npos);
    CHECK(now.find("CN201010000004,,no_data\n") != std::string::npos);
    CHECK(now.find("CN202010000009,,no_data\n") != std::string::npos);
    CHECK(now.find("CN200520000005,10,\n") != std::string::npos); // kept to the end, so complete
    const auto before = rows(Date::from_ymd(2015, 3, 1));         // it lapsed later: alive then
    CHECK(before.find("CN201010000001,5,window_open\n") != std::string::npos);
    CHECK(before.find("CN201010000002,5,window_open\n") != std::string::npos);
    const auto pending = rows(Date::from_ymd(2012, 3, 1)); // not granted yet
    CHECK(pending.find("CN201010000002,,no_data\n") != std::string::npos);
    CHECK(test::indicator_rows(snapshot, {{"npl_citations"}, {"CN201010000001"}, {}, false}) ==
          "number,npl_citations\nCN201010000001,2\n");
}

TEST_CASE("snapshot: that of a workspace is made anew where it lacks a measure there is now") {
    const test::Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    import_rows(workspace,
                {patent_row(2, {{Field::app_no, "CN201010000001"}, {Field::app_date, "2010-03-01"}})});
    Threads threads{1};
    const auto path = folder.path("w") + "/snapshot.lms";
    const auto names = [&] {
        return service::workspace_snapshot(workspace, models, threads).columns().measure_names.size();
    };
    const auto all = names();
    REQUIRE(all > 1);
    {
        const auto whole = store::Snapshot::open(path);
        auto older = whole.columns(); // the same generation, without measures
        older.measure_names = {};
        older.measure_values = {};
        store::write_snapshot(folder.path("older.lms"), older);
    }
    std::filesystem::rename(folder.path("older.lms"), path);
    REQUIRE(store::Snapshot::open(path).columns().measure_names.size() == 0);
    CHECK(names() == all);
}

} // namespace test_snapshot
