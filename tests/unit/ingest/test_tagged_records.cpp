// SPDX-License-Identifier: GPL-3.0-or-later
// Records of tagged lines: the text files of CNIPR, and what CNKI exports for EndNote.
#include "recording.hpp"

namespace test_tagged_records {

using Catch::Matchers::Contains;
using longmen::DiagnosticCode;
using longmen::Field;
using longmen::ingest::TableRow;
using reading::Rows;
using reading::TempFile;
using reading::value;

namespace {

const std::string records =
    "<REC>\n<公开（公告）号>=CN109876543A\n<公开（公告）日>=2019.06.11\n<申请号>=CN201710601862.3\n"
    "<申请日>=2017.07.21\n<名称>=一种织机\n<主分类号>=D03D47/00\n<分类号>=D03D47/00;D03D49/00\n"
    "<申请（专利权）人>=甲厂;乙厂\n<发明（设计）人>=甲某;乙某\n<地址>=山西省晋中市\n"
    "<专利代理机构>=某所\n<代理人>=丙某\n<摘要>=第一行<img file=\"a.GIF\" wi=\"5\" />\n<sub>3</sub>第二行\n"
    "<主权项>=1、一种织机。\n<发布路径>=BOOKS/FM/2019\n<页数>=7\n<申请国代码>=CN\n<专利类型>=1\n"
    "<REC>\n<公开（公告）号>=CN109876544A\n<申请号>=CN201810000009.0\n<名称>=\n<颁证日>=2020.01.02\n";

} // namespace

TEST_CASE("tagged: a text file of CNIPR, field by field", "[ingest]") {
    const auto got = reading::read_text(records);
    REQUIRE(got.tables.size() == 1);
    CHECK(got.tables[0].source == "cnipr");
    CHECK(got.tables[0].unknown.empty());
    REQUIRE(got.patents.size() == 2);
    const auto& first = got.patents[0];
    CHECK(first.row == 2);
    CHECK(value(first, Field::app_no) == "CN201710601862.3");
    CHECK(value(first, Field::pub_date) == "2019-06-11");
    CHECK(value(first, Field::ipc) == "D03D47/00\nD03D49/00");
    CHECK(value(first, Field::applicants) == "甲厂\n乙厂");
    CHECK(value(first, Field::abstract) == "第一行<img file=\"a.GIF\" wi=\"5\" />\n<sub>3</sub>第二行");
    CHECK(value(first, Field::pages) == "7");
    CHECK(value(got.patents[1], Field::title) == "-");
    CHECK(value(got.patents[1], Field::grant_date) == "2020-01-02");
}

TEST_CASE("tagged: without marks a record begins where its first tag comes again", "[ingest]") {
    const auto got = reading::read_text("<申请号>=CN201710601862.3\n<名称>=甲\n<申请（专利权）人>=甲厂\n\n"
                                        "<申请号>=CN201810000009.0\n<申请（专利权）人>=乙厂\n");
    REQUIRE(got.patents.size() == 2);
    CHECK(value(got.patents[1], Field::title) == "-");
    CHECK(value(got.patents[1], Field::applicants) == "乙厂");
}

TEST_CASE("tagged: the file of legal events that goes with it", "[ingest]") {
    const auto got = reading::read_text(
        "<REC>\n<申请号>=CN201710601862.3\n<授权公告号>=\n<法律状态公告日>=2018.01.02\n"
        "<法律状态>=实质审查的生效\n<法律状态信息>=实质审查的生效\nIPC(主分类):D03D47/00\n");
    REQUIRE(got.events.size() == 1);
    CHECK(got.events[0].number == "CN201710601862.3");
    CHECK(got.events[0].date == "2018-01-02");
    CHECK_THAT(got.events[0].detail, Contains("IPC(主分类):D03D47/00"));
}

TEST_CASE("tagged: CNKI for EndNote; what is no patent is named", "[ingest]") {
    const auto got = reading::read_text(
        "%0 Patent\r\n%T 一种织机\r\n%A 甲某;乙某\r\n%+ 山西省晋中市\r\n%8 2019-06-11\r\n%@ CN109876543A\r\n"
        "%X 本发明公开\r\n一种织机。\r\n%~ 中国专利\r\n%W CNKI\r\n\r\n\r\n"
        "%0 Journal Article\r\n%A 丙某\r\n%A 丁某\r\n%T 专利分析\r\n%J 学报\r\n%W CNKI\r\n");
    CHECK(got.tables[0].source == "cnki_endnote");
    REQUIRE(got.patents.size() == 1);
    CHECK(value(got.patents[0], Field::pub_no) == "CN109876543A");
    CHECK(value(got.patents[0], Field::pub_date) == "2019-06-11");
    CHECK(value(got.patents[0], Field::inventors) == "甲某\n乙某");
    CHECK(value(got.patents[0], Field::abstract) == "本发明公开\n一种织机。");
    CHECK(reading::extra(got.patents[0], "%+") == "山西省晋中市");
    REQUIRE(got.rejected.size() == 1);
    CHECK(got.rejected[0].why.code == DiagnosticCode::not_a_patent);
    CHECK(got.rejected[0].why.value == "Journal Article");
    CHECK(got.rejected[0].why.row == 13);
}

TEST_CASE("tagged: broken text and endless values mark their record", "[ingest]") {
    std::string text = records;
    for (int i = 0; i < 40; ++i) { // so that the encoding is not in doubt
        text += "<REC>\n<申请号>=CN201710601862.3\n<名称>=一种带有清选筛的收获机\n<申请（专利权）人>="
                "晋中农机有限公司\n";
    }
    text += "<REC>\n<申请号>=CN201810000009.0\n<名称>=坏\xe7\xbb\n<REC>\n<申请号>=CN201810000009.0\n<名称>=" +
            std::string(std::size_t{9} << 20, 'x') + "\n<REC>\n<申请号>=CN201810000009.0\n";
    const TempFile file{"a.txt", text};
    const auto tables = reading::read(file.path());
    const auto& faults = tables[0].faults;
    REQUIRE(faults.size() == 46);
    CHECK(faults[43] == TableRow::Fault::bad_text);
    CHECK(faults[44] == TableRow::Fault::cell_too_large);
    CHECK(faults[45] == TableRow::Fault::none);
}

TEST_CASE("tagged: marks without a field are no table", "[ingest]") {
    const TempFile file{"a.txt", "<REC>\n<REC>\n"};
    CHECK_THAT(reading::refusal(file.path()), Contains("tagged field") && Contains(file.path()));
}

} // namespace test_tagged_records
