// SPDX-License-Identifier: GPL-3.0-or-later
// Events: told by rows of events and by columns of patents, once each.
#include <longmen/store/events.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

namespace test_events {

using namespace longmen;
using namespace longmen::store;
using test::import_rows;
using test::patent_row;

namespace {

PatentRow with_events(std::vector<EventRow> events) {
    auto row = patent_row(2, {{Field::app_no, "CN201710601862.3"}, {Field::app_date, "2017-07-21"}});
    row.events = std::move(events);
    return row;
}

EventRow transfer(const char* date, const char* to) {
    return {2, {}, "transfer", date, std::string{"to: "} + to};
}

} // namespace

TEST_CASE("events: those of a patent row go in with it and change nothing the second time") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    const auto row = with_events({transfer("2020-03-15", "乙公司"), transfer("2018-01-02", "甲公司")});
    const auto first = import_rows(workspace, {row}, Date::from_iso("2022-03-31"));
    CHECK(first.rows == 1);
    CHECK(first.added == 1);
    const auto events = load_events(workspace);
    REQUIRE(events.size() == 2);
    CHECK(events[0].date == "2018-01-02");
    CHECK(events[0].detail == "to: 甲公司");
    CHECK(events[0].source_date == "2022-03-31");
    CHECK(import_rows(workspace, {row}).unchanged == 1);
    CHECK(load_events(workspace).size() == 2);
    CHECK(import_rows(workspace, {with_events({transfer("2021-05-01", "丙公司")})}).updated == 1);
    CHECK(load_events(workspace, "transfer").size() == 3);
    CHECK(load_events(workspace, "pledge").empty());
}

} // namespace test_events
