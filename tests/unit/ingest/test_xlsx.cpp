// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks built by hand: strings of every kind, gaps, dates, several sheets, damage.
#include "reading.hpp"

namespace test_xlsx {

using Catch::Matchers::Contains;
using longmen::ingest::TableRow;
using reading::Part;
using reading::Rows;
using reading::TempFile;

namespace {

constexpr auto head = R"(<?xml version="1.0" encoding="UTF-8"?>)";

std::string sheet(const std::string& rows) {
    return fmt::format(
        R"({}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>)",
        head, rows);
}

std::vector<Part> workbook(const std::string& sheet1, const std::string& sheet2 = {},
                           bool epoch_1904 = false) {
    std::vector<Part> parts{
        {"[Content_Types].xml", std::string{head} + "<Types/>"},
        {"xl/workbook.xml",
         fmt::format(
             R"({}<workbook xmlns:r="r"><workbookPr date1904="{}"/><sheets><sheet name="甲" sheetId="1" r:id="rId7"/>{}</sheets></workbook>)",
             head, epoch_1904 ? 1 : 0,
             sheet2.empty() ? "" : R"(<sheet name="乙" state="hidden" sheetId="2" r:id="rId3"/>)")},
        {"xl/_rels/workbook.xml.rels",
         std::string{head} +
             R"(<Relationships><Relationship Id="rId3" Type="http://x/worksheet" Target="worksheets/two.xml"/>)"
             R"(<Relationship Id="rId7" Type="http://x/worksheet" Target="/xl/worksheets/one.xml"/>)"
             R"(<Relationship Id="rId8" Type="http://x/styles" Target="styles.xml"/>)"
             R"(<Relationship Id="rId9" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>)"},
        {"xl/styles.xml",
         std::string{head} +
             R"(<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>)"
             R"(<numFmt numFmtId="177" formatCode="[Red]0.00"/></numFmts>)"
             R"(<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>)"
             R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs></styleSheet>)"},
        {"xl/sharedStrings.xml",
         std::string{head} +
             R"(<sst><si><t>申请号</t></si><si><r><t xml:space="preserve">一种 </t></r><r><rPr/><t>织机</t></r><rPh sb="0" eb="1"><t>yi</t></rPh></si>)"
             R"(<si><t>a_x000D_
b_x0041_</t></si></sst>)"},
        {"xl/worksheets/one.xml", sheet1}};
    if (!sheet2.empty()) {
        parts.push_back({"xl/worksheets/two.xml", sheet2});
    }
    return parts;
}

std::vector<reading::Table> read(const std::vector<Part>& parts) {
    const TempFile file{"book.bin"};
    reading::make_zip(file.path(), parts);
    return reading::read(file.path());
}

} // namespace

TEST_CASE("xlsx: shared, rich, inline and formula texts, without phonetic guides") {
    const auto tables = read(workbook(sheet(
        R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>)"
        R"(<row r="3" hidden="1"><c t="inlineStr"><is><t>内</t><rPh><t>nei</t></rPh></is></c><c t="str"><f>A1&amp;"x"</f><v>公式</v></c><c t="b"><v>1</v></c><c t="s"><v>2</v></c></row>)")));
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].info.name == "甲");
    CHECK(tables[0].rows == Rows{{"申请号", "", "一种 织机"}, {"内", "公式", "TRUE", "a\nbA"}});
    CHECK(tables[0].numbers == std::vector<std::uint64_t>{1, 3});
}

TEST_CASE("xlsx: numbers are printed as the shortest decimal, rounded codes keep their exponent") {
    const auto tables = read(workbook(sheet(
        R"(<row r="1"><c><v>201810000001.5</v></c><c><v>3.0</v></c><c><v>0.1</v></c><c><v>9.11407E+17</v></c><c><v>2.02011E+12</v></c><c><v>-0</v></c><c><v>1E-7</v></c><c s="3"><v>1.25</v></c><c><v>0.30000000000000004</v></c></row>)")));
    CHECK(tables[0].rows[0] == std::vector<std::string>{"201810000001.5", "3", "0.1", "9.11407E+17",
                                                        "2020110000000", "0", "0.0000001", "1.25",
                                                        "0.30000000000000004"});
}

TEST_CASE("xlsx: dates are told by their style, in both epochs") {
    const std::string row =
        R"(<row r="1"><c s="1"><v>43831</v></c><c s="2"><v>43831</v></c><c><v>43831</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c><c s="1"><v>43831.5</v></c><c s="1"><v>0.5</v></c><c t="d"><v>2020-01-01T00:00:00</v></c></row>)";
    CHECK(read(workbook(sheet(row)))[0].rows[0] ==
          std::vector<std::string>{"2020-01-01", "2020-01-01", "43831", "1900-02-28", "1900-03-01",
                                   "2020-01-01 12:00:00", "0.5", "2020-01-01"});
    CHECK(read(workbook(sheet(R"(<row><c s="1"><v>42369</v></c></row>)"), {}, true))[0].rows[0][0] ==
          "2020-01-01");
}

TEST_CASE("xlsx: every sheet is a table, in the order of the tabs, hidden ones too") {
    const auto tables = read(
        workbook(sheet(R"(<row r="1"><c><v>1</v></c></row>)"), sheet(R"(<row r="1"><c><v>2</v></c></row>)")));
    REQUIRE(tables.size() == 2);
    CHECK(tables[0].info.name == "甲");
    CHECK(tables[1].info.name == "乙");
    CHECK(tables[1].rows[0][0] == "2");
}

TEST_CASE("xlsx: a workbook packed once more is read as well") {
    const TempFile book{"book.xlsx"};
    reading::make_zip(book.path(), workbook(sheet(R"(<row r="1"><c t="s"><v>0</v></c></row>)")));
    const TempFile packed{"book.xlsx.gz"};
    reading::pack(packed.path(), "gzip", book.bytes());
    CHECK(reading::read(packed.path())[0].rows[0][0] == "申请号");
    const TempFile zipped{"book.zip"};
    reading::make_zip(zipped.path(), {{"book.xlsx", book.bytes()}});
    CHECK(reading::read(zipped.path())[0].rows[0][0] == "申请号");
}

TEST_CASE("xlsx: damaged workbooks are one clear error") {
    std::string rows;
    for (int i = 1; i < 3000; ++i) {
        rows += fmt::format(R"(<row r="{0}"><c r="A{0}"><v>{1}</v></c></row>)", i, i * 7919 % 100003);
    }
    const TempFile file{"cut.xlsx"};
    reading::make_zip(file.path(), workbook(sheet(rows)));
    const auto whole = file.bytes();
    for (const auto share : {0.1, 0.5, 0.95}) {
        file.write(whole.substr(0, static_cast<std::size_t>(static_cast<double>(whole.size()) * share)));
        CHECK_THAT(reading::refusal(file.path()), Contains("damaged or cut off") && Contains(file.path()));
    }
    const auto refusal = [](const std::vector<Part>& parts) {
        const TempFile book{"bad.xlsx"};
        reading::make_zip(book.path(), parts);
        return reading::refusal(book.path());
    };
    CHECK_THAT(refusal(workbook("<worksheet><sheetData>")), Contains("no valid XML"));
    CHECK_THAT(refusal(workbook(sheet(R"(<row r="1"><c t="s"><v>99</v></c></row>)"))),
               Contains("shared text 99"));
    CHECK_THAT(refusal(workbook(sheet(R"(<row r="1"><c r="XFE1"><v>1</v></c></row>)"))), Contains("16384"));
    CHECK_THAT(refusal(workbook(R"(<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>)")),
               Contains("document type"));
    auto missing = workbook(sheet(""));
    missing.pop_back();
    CHECK_THAT(refusal(missing), Contains("is missing"));
    CHECK_THAT(refusal({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<x/>"}}),
               Contains("Word document"));
}

TEST_CASE("xlsx: a sheet that unpacks without end is refused") {
    const TempFile bomb{"bomb.xlsx"};
    reading::make_zip(bomb.path(), workbook(sheet(std::string(std::size_t{40} << 20, ' '))));
    CHECK_THAT(reading::refusal(bomb.path()), Contains("decompression bomb"));
}

TEST_CASE("xlsx: a cell of ten megabytes marks its row") {
    const auto big = std::string(std::size_t{10} << 20, 'x');
    const auto tables = read(workbook(sheet(R"(<row r="1"><c t="inlineStr"><is><t>)" + big +
                                            R"(</t></is></c></row><row r="2"><c><v>2</v></c></row>)")));
    CHECK(tables[0].faults == std::vector{TableRow::Fault::cell_too_large, TableRow::Fault::none});
}

} // namespace test_xlsx
