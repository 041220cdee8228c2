// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of a patent row that tell of events, item by item.
#include "recording.hpp"

#include <longmen/ingest/profile.hpp>

namespace test_event_columns {

using namespace longmen;
using Catch::Matchers::Contains;

namespace {

constexpr auto incopat_head = "标题 (中文),申请人,公开（公告）号,申请号,申请日,专利类型,当前法律状态,";

reading::RowRecorder read_columns(const std::string& headings, const std::string& cells) {
    return reading::read_text(incopat_head + headings +
                              "\n一种阀,甲公司,CN109876543B,CN201811234567.X,2018-10-22,发明授权,授权," +
                              cells + "\n");
}

std::vector<EventRow> events(const std::string& headings, const std::string& cells) {
    return read_columns(headings, cells).patents.at(0).events;
}

ingest::Profile parse(const std::string& text) {
    return ingest::read_profile(
        Config::parse("id = \"x\"\nkind = \"patents\"\nrecognise = [\"a\"]\n" + text, "some.toml"));
}

} // namespace

TEST_CASE("event columns: one transfer of a row, and its cells stay with the record", "[ingest]") {
    const auto read = read_columns("转让人,受让人,转让执行日", "甲公司,乙公司,20200315");
    const auto& row = read.patents.at(0);
    REQUIRE(row.events.size() == 1);
    CHECK(row.events[0].code == "transfer");
    CHECK(row.events[0].date == "2020-03-15");
    CHECK(row.events[0].detail == "from: 甲公司; to: 乙公司");
    CHECK(reading::extra(row, "受让人") == "乙公司");
    CHECK(read.remarks.empty());
    CHECK(read.tables.at(0).unknown.empty());
}

TEST_CASE("event columns: several events of a cell are matched by place, whatever the order of columns",
          "[ingest]") {
    const auto found =
        events("转让执行日,受让人,转让人", "2018.01.02; 2020.03.15,乙公司; 丙公司,甲公司; 乙公司");
    REQUIRE(found.size() == 2);
    CHECK(found[0].date == "2018-01-02");
    CHECK(found[0].detail == "from: 甲公司; to: 乙公司");
    CHECK(found[1].date == "2020-03-15");
    CHECK(found[1].detail == "from: 乙公司; to: 丙公司");
}

TEST_CASE("event columns: an unknown item keeps its place, separators at the end close the list",
          "[ingest]") {
    const auto found =
        events("转让人,受让人,转让执行日", "甲公司; ; 丙公司,乙公司;丙公司;丁公司;,2018;-;2020");
    REQUIRE(found.size() == 3);
    CHECK(found[1].date.empty());
    CHECK(found[1].detail == "to: 丙公司");
    CHECK(found[2].date == "2020");
}

TEST_CASE("event columns: what does not match is one event without date, with a remark, and nothing is lost",
          "[ingest]") {
    const auto read =
        read_columns("转让人,受让人,转让执行日", "甲公司,乙公司; 丙公司,2018.01.02; 2020.03.15");
    const auto& row = read.patents.at(0);
    REQUIRE(row.events.size() == 1);
    CHECK(row.events[0].date.empty());
    CHECK(row.events[0].detail == "date: 2018.01.02; 2020.03.15; from: 甲公司; to: 乙公司; 丙公司");
    CHECK(reading::extra(row, "转让执行日") == "2018.01.02; 2020.03.15");
    CHECK(read.count(DiagnosticCode::unaligned_events) == 1);
    const auto no_date = read_columns("受让人,转让执行日", "乙公司,去年");
    CHECK(no_date.patents.at(0).events.at(0).detail == "date: 去年; to: 乙公司");
    CHECK(no_date.count(DiagnosticCode::unaligned_events) == 1);
}

TEST_CASE("event columns: licences, pledges and suits have their own parts; empty cells tell of nothing",
          "[ingest]") {
    const auto found =
        events("许可人,被许可人,许可类型,质权人,质押期限,诉讼类型,原告,被告,法庭,转让人",
               "甲公司,乙公司,独占许可,某银行,2019.01.01-2021.01.01,侵权,甲公司,丙公司,某中院,-");
    REQUIRE(found.size() == 3);
    CHECK(found[0].code == "licence");
    CHECK(found[0].detail == "from: 甲公司; to: 乙公司; type: 独占许可");
    CHECK(found[1].code == "pledge");
    CHECK(found[1].detail == "to: 某银行; period: 2019.01.01-2021.01.01");
    CHECK(found[2].code == "litigation");
    CHECK(found[2].detail == "type: 侵权; plaintiff: 甲公司; defendant: 丙公司; court: 某中院");
}

TEST_CASE("event columns: another vendor's transfer is the same event", "[ingest]") {
    const auto read =
        reading::read_text("公开(公告)号,标题,简单法律状态,受让人,转让人,权利转移生效日\n"
                           "CN109876543B,一种阀,有效,乙公司 | 丙公司,甲公司 | 乙公司,2018-01-02 | "
                           "2020-03-15\n");
    const auto same =
        events("转让执行日,受让人,转让人", "2018.01.02; 2020.03.15,乙公司; 丙公司,甲公司; 乙公司");
    const auto& found = read.patents.at(0).events;
    REQUIRE(found.size() == same.size());
    for (std::size_t i = 0; i < same.size(); ++i) {
        CHECK(found[i].code == same[i].code);
        CHECK(found[i].date == same[i].date);
        CHECK(found[i].detail == same[i].detail);
    }
}

TEST_CASE("event columns: a profile is held to the kinds and parts there are", "[ingest]") {
    CHECK(parse("[columns]\n[events.transfer]\nto = [\"受让人\"]\n").events.size() == 1);
    CHECK_THROWS_WITH(parse("[columns]\n[events.party]\nto = [\"b\"]\n"), Contains("pledge_end"));
    CHECK_THROWS_WITH(parse("[columns]\n[events.transfer]\nwhom = [\"b\"]\n"), Contains("plaintiff"));
    CHECK_THROWS_WITH(parse("[columns]\ntitle = [\"b\"]\n[events.transfer]\nto = [\"b\"]\n"),
                      Contains("another meaning"));
    CHECK_THROWS_WITH(
        ingest::read_profile(Config::parse("id = \"x\"\nkind = \"events\"\nrecognise = [\"a\"]\n"
                                           "[columns]\n[events.transfer]\nto = [\"b\"]\n",
                                           "some.toml")),
        Contains("only tables of patents"));
}

} // namespace test_event_columns
