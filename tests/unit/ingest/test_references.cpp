// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of references in the forms of the standard, of CNKI and of authors.
#include "recording.hpp"

#include <longmen/ingest/detail/reference_entry.hpp>

namespace test_references {

using longmen::DiagnosticCode;
using longmen::Field;
using longmen::ingest::detail::read_reference;
using reading::value;

namespace {

/// Parts of an entry joined by bars.
std::string parts(std::string_view entry) {
    const auto read = read_reference(entry);
    return !read.patent ? "no patent"
                        : fmt::format("{}|{}|{}|{}|{}|{}", read.people, read.title, read.place,
                                      read.application, read.publication, read.date);
}

} // namespace

TEST_CASE("references: the standard puts country and number behind the title", "[ingest]") {
    CHECK(parts("甲某, 乙某. 一种织机: 中国, 201710601862.3[P]. 2018-01-01.") ==
          "甲某, 乙某|一种织机|中国|201710601862.3||2018-01-01");
    CHECK(parts("甲某．一种织机：CN201710601862.3［Ｐ］．2018-01-01．") ==
          "甲某|一种织机||CN201710601862.3||2018-01-01");
    CHECK(parts("甲厂. 织机: 控制方法: 中国, CN109876543A[P/OL]. 2019-06-11[2020-02-03]. "
                "http://example.org/CN1") == "甲厂|织机: 控制方法|中国||CN109876543A|2019-06-11");
    CHECK(parts("SMITH J A, JONES B. Widget 2.0 with a spring: US, US7131597B2[P]. 2006-11-07.") ==
          "SMITH J A, JONES B|Widget 2.0 with a spring|US||US7131597B2|2006-11-07");
    CHECK(parts("J. Smith, A. B. Jones. Widget: US7131597B2[P]. 2006.") ==
          "J. Smith, A. B. Jones|Widget|||US7131597B2|");
    CHECK(parts("Widget Co., Ltd. A loom: WO2014122622A1[P]. 2014-08-14.") ==
          "Widget Co., Ltd|A loom|||WO2014122622A1|2014-08-14");
}

TEST_CASE("references: CNKI puts province and number behind the mark", "[ingest]") {
    CHECK(parts("甲某, 乙某, 丙某等. 一种织机[P]. 江苏省：CN109876543A, 2019-06-11.") ==
          "甲某, 乙某, 丙某等|一种织机|江苏省||CN109876543A|2019-06-11");
    CHECK(parts("甲某;乙某.一种织机、设备和介质[P].CN109876543A,2019-06-11") ==
          "甲某;乙某|一种织机、设备和介质|||CN109876543A|2019-06-11");
    CHECK(parts("甲某. 一种织机[P]. 中国专利: ZL 2017 1 0601862.3, 2023-05-02.") ==
          "甲某|一种织机|中国专利|ZL 2017 1 0601862.3||2023-05-02");
    CHECK(parts("甲某. 一种织机[P]. 中国专利CN2017106018623. 2025.01.14. (已公开)") ==
          "甲某|一种织机|中国专利|CN2017106018623||2025.01.14");
    CHECK(parts("甲某. 一种织机[P]. 申请号 201710601862.3, 2018-01-01.") ==
          "甲某|一种织机||201710601862.3||2018-01-01");
    CHECK(parts("一种织机[P]. 2018-01-01.") == "|一种织机||||2018-01-01");
}

TEST_CASE("references: a bare number of another country is not taken for a Chinese one", "[ingest]") {
    CHECK(parts("甲某. 织机: 美国, 971017654[P]. 1998-01-01.") ==
          "甲某|织机|美国|美国 971017654||1998-01-01");
    const auto got = reading::read_text("[1] 甲某. 织机: 美国, 971017654[P]. 1998-01-01.\n");
    CHECK(got.patents.empty());
    CHECK(got.count(DiagnosticCode::bad_number) == 1);
}

TEST_CASE("references: other kinds of documents are no patents", "[ingest]") {
    CHECK(parts("甲某. 专利[J]. 学报, 2018, 3(2): 1-9.") == "no patent");
    CHECK(parts("甲某. 没有标识的条目, 2018.") == "no patent");
    CHECK(parts("甲某. 某网页[EB/OL]. [2020-01-01]. http://example.org") == "no patent");
}

TEST_CASE("references: a list goes in, what is no patent is named, entries may run over lines", "[ingest]") {
    const auto got = reading::read_text("参考文献\n\n"
                                        "[1] 甲某, 乙某. 一种织机: 中国, 201710601862.3[P]. 2018-01-01.\n"
                                        "[2] 丙某. 专利分析方法研究[J]. 情报\n"
                                        "杂志, 2018, 37(2): 1-9.\n"
                                        "[3] 丁某. 一种带有清选\n"
                                        "筛的收获机[P]. 山西省：CN109876543A,\n"
                                        "2019-06-11.\n"
                                        "[4] 戊某. 没有号码的专利[P]. 2019-06-11.\n");
    REQUIRE(got.tables.size() == 1);
    CHECK(got.tables[0].source == "references");
    CHECK(got.tables[0].unknown.empty());
    REQUIRE(got.patents.size() == 2);
    CHECK(value(got.patents[0], Field::app_no) == "CN201710601862.3");
    CHECK(value(got.patents[0], Field::pub_date) == "2018-01-01");
    CHECK(reading::extra(got.patents[0], "责任者") == "甲某, 乙某");
    CHECK(value(got.patents[1], Field::title) == "一种带有清选筛的收获机");
    CHECK(value(got.patents[1], Field::pub_no) == "CN109876543A");
    CHECK(value(got.patents[1], Field::applicants) == "-"); // the list does not say who is what
    CHECK(reading::extra(got.patents[1], "引文") ==
          "丁某. 一种带有清选筛的收获机[P]. 山西省：CN109876543A, 2019-06-11.");
    CHECK(got.patents[1].row == 6);
    REQUIRE(got.rejected.size() == 2);
    CHECK(got.rejected[0].why.code == DiagnosticCode::not_a_patent);
    CHECK(got.rejected[0].cells.back().second == "丙某. 专利分析方法研究[J]. 情报杂志, 2018, 37(2): 1-9.");
    CHECK(got.rejected[1].why.code == DiagnosticCode::no_number);
}

TEST_CASE("references: numbering of every style, and none", "[ingest]") {
    const std::string first = "甲某. 织机[P]. 山西省：CN109876543A, 2019-06-11.";
    const std::string second = "乙某. 锭子[P]. 山西省：CN109876544A,\n2019. 06. 11.";
    const auto count = [&](const std::string& one, const std::string& two) {
        return reading::read_text(one + first + "\n" + two + second + "\n").patents.size();
    };
    CHECK(count("[1]", "[2]") == 2);
    CHECK(count("［1］", "［2］") == 2);
    CHECK(count("【1】 ", "【2】 ") == 2);
    CHECK(count("(1) ", "(2) ") == 2);
    CHECK(count("1. ", "2. ") == 2);
    CHECK(count("1、", "2、") == 2);
    CHECK(reading::read_text(first + "\n乙某. 锭子[P]. CN109876544A, 2019-06-11.\n").patents.size() == 2);
}

TEST_CASE("references: tables that speak of marks stay tables", "[ingest]") {
    const auto got = reading::read_text("申请号,名称\n201710601862.3,一种[P]型织机\n");
    CHECK(got.tables[0].source != "references");
    CHECK(got.patents.size() == 1);
    CHECK_THROWS_WITH(
        reading::read_text("[1] 甲某. 方法研究[J]. 学报, 2018.\n[2] 乙某. 网页[EB/OL]. 2019.\n"),
        Catch::Matchers::Contains("no heading of a known source"));
}

} // namespace test_references
