// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of events, their names, and the parts of their detail.
#include <longmen/record/event.hpp>

#include <catch2/catch.hpp>

#include <set>

namespace test_event {

using namespace longmen;

TEST_CASE("event: every kind and role goes through its key and has names in both languages") {
    std::set<std::string_view> keys;
    for (int i = 0; i < static_cast<int>(EventKind::count_); ++i) {
        const auto kind = static_cast<EventKind>(i);
        CHECK(event_by_key(event_key(kind)) == kind);
        CHECK(keys.insert(event_key(kind)).second);
        CHECK_FALSE(event_text(kind).zh.empty());
        CHECK_FALSE(event_text(kind).en.empty());
    }
    for (int i = 0; i < static_cast<int>(EventRole::count_); ++i) {
        const auto role = static_cast<EventRole>(i);
        CHECK(event_role_by_key(event_role_key(role)) == role);
    }
    CHECK_FALSE(event_by_key("party"));
    CHECK(event_keys().find("pledge_end") != std::string::npos);
}

TEST_CASE("event: a stored code is named as an event, as a state, or as it is") {
    CHECK(event_name("transfer", Lang::zh) == "转让");
    CHECK(event_name("fee_lapsed", Lang::en) == "lapsed, fee unpaid");
    CHECK(event_name("XX99", Lang::zh) == "XX99");
}

TEST_CASE("event: the detail is the same whatever the order of the columns, and read in either language") {
    const auto detail = event_detail({{EventRole::to, "乙公司"}, {EventRole::from, "甲公司"}});
    CHECK(detail == "from: 甲公司; to: 乙公司");
    CHECK(event_detail_text(detail, Lang::zh) == "让与方: 甲公司; 受让方: 乙公司");
    CHECK(event_detail_text(detail, Lang::en) == detail);
    CHECK(event_detail_text("TR01; 专利权的转移", Lang::zh) == "TR01; 专利权的转移");
    CHECK(event_detail({}).empty());
    CHECK(event_detail_text("", Lang::zh).empty());
}

} // namespace test_event
