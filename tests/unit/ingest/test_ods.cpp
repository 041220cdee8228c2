// SPDX-License-Identifier: GPL-3.0-or-later
// OpenDocument spreadsheets written by hand: every kind of value, repetitions, merged and hidden cells,
// damage.
#include "recording.hpp"

namespace test_ods {

using Catch::Matchers::Contains;
using longmen::Field;
using longmen::ingest::TableRow;
using reading::Part;
using reading::Rows;
using reading::TempFile;

namespace {

constexpr auto names =
    R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" )"
    R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" )"
    R"(xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0")";

std::string document(const std::string& root, const std::string& tables) {
    return fmt::format(
        R"(<?xml version="1.0" encoding="UTF-8"?><office:{0} {1}><office:automatic-styles>)"
        R"(<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>)"
        R"(<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>)"
        R"(</office:automatic-styles><office:body><office:spreadsheet>{2}</office:spreadsheet></office:body></office:{0}>)",
        root, names, tables);
}

std::string sheet(const std::string& rows, const std::string& name = "甲", const std::string& style = "ta1") {
    return fmt::format(R"(<table:table table:name="{}" table:style-name="{}">{}</table:table>)", name, style,
                       rows);
}

std::string row(const std::string& cells, const std::string& attributes = "") {
    return "<table:table-row" + attributes + ">" + cells + "</table:table-row>";
}

/// Cells of plain text.
std::string texts(const std::vector<std::string>& cells) {
    std::string all;
    for (const auto& cell : cells) {
        all += cell.empty() ? "<table:table-cell/>"
                            : "<table:table-cell office:value-type=\"string\"><text:p>" + cell +
                                  "</text:p></table:table-cell>";
    }
    return all;
}

std::vector<Part> package(const std::string& tables) {
    return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
            {"content.xml", document("document-content", tables)},
            {"META-INF/manifest.xml", "<manifest/>"}};
}

std::vector<reading::Table> read(const std::string& tables) {
    const TempFile file{"book.ods"};
    reading::make_zip(file.path(), package(tables));
    return reading::read(file.path());
}

/// Without its end.
std::string cut(std::string text) {
    text.resize(text.size() - 30);
    return text;
}

std::string refusal(const std::vector<Part>& parts) {
    const TempFile file{"bad.ods"};
    reading::make_zip(file.path(), parts);
    return reading::refusal(file.path());
}

} // namespace

TEST_CASE("ods: numbers, amounts, dates and truth give their value, whatever is shown", "[ingest]") {
    const auto tables = read(sheet(row(
        R"(<table:table-cell office:value-type="float" office:value="201710601862.3"><text:p>2.01711E+11</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="percentage" office:value="0.25"><text:p>25%</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="currency" office:value="1234.5"><text:p>￥1,234.50</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="date" office:date-value="2020-01-01"><text:p>20年1月1日</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="date" office:date-value="2020-01-01T08:30:00.5"><text:p>x</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="time" office:time-value="PT08H30M00S"><text:p>08:30</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>真</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="float" office:value="30600"><text:p>030600</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="float" office:value="911407001234567000"><text:p>911407001234567000</text:p></table:table-cell>)")));
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].info.name == "甲");
    CHECK(tables[0].info.format == "ods");
    CHECK(tables[0].rows == Rows{{"201710601862.3", "0.25", "1234.5", "2020-01-01", "2020-01-01 08:30:00",
                                  "08:30", "TRUE", "030600", "9.11407001234567E+17"}});
}

TEST_CASE("ods: text of paragraphs, spans and blanks; no annotations, drawings or readings", "[ingest]") {
    const auto tables = read(sheet(row(
        R"(<table:table-cell office:value-type="string"><text:p>一种  <text:span>织</text:span>机</text:p><text:p/><text:p>第二段</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="string"><text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>  正文
  <text:a>链接</text:a> </text:p><draw:frame><draw:text-box><text:p>图</text:p></draw:text-box></draw:frame></table:table-cell>)"
        R"(<table:table-cell office:value-type="string"><text:p><text:ruby><text:ruby-base>晋中</text:ruby-base><text:ruby-text>jin zhong</text:ruby-text></text:ruby></text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="string" office:string-value="真值"><text:p>所示</text:p></table:table-cell>)")));
    CHECK(tables[0].rows == Rows{{"一种 织机\n第二段", "a   b\tc\nd", "正文 链接", "晋中", "真值"}});
}

TEST_CASE("ods: repeated cells and rows are written out, endless empty ones are not", "[ingest]") {
    const auto tables = read(sheet(
        R"(<table:table-column table:number-columns-repeated="16384"/>)" +
        row(R"(<table:table-cell table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="3" office:value-type="string"><text:p>同</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16379"/>)") +
        row(R"(<table:table-cell table:number-columns-repeated="16384"/>)",
            R"( table:number-rows-repeated="5")") +
        row(texts({"行"}), R"( table:number-rows-repeated="2")") + row(texts({"尾"})) +
        row(R"(<table:table-cell table:number-columns-repeated="16384"/>)",
            R"( table:number-rows-repeated="1048567")")));
    CHECK(tables[0].rows == Rows{{"", "", "同", "同", "同"}, {"行"}, {"行"}, {"尾"}});
    CHECK(tables[0].numbers == std::vector<std::uint64_t>{1, 7, 8, 9});
}

TEST_CASE("ods: repetitions that would blow a file up are refused", "[ingest]") {
    CHECK_THAT(refusal(package(
                   sheet(row(texts({std::string(1000, 'x')}), R"( table:number-rows-repeated="1048576")")))),
               Contains("decompression bomb"));
    CHECK_THAT(
        refusal(package(sheet(row(
            R"(<table:table-cell table:number-columns-repeated="20000" office:value-type="string"><text:p>x</text:p></table:table-cell>)")))),
        Contains("16384"));
    const auto wide = sheet(
        row(R"(<table:table-cell table:number-columns-repeated="9000" office:value-type="string"><text:p>)" +
            std::string(10'000, 'x') + "</text:p></table:table-cell>"));
    CHECK(read(wide)[0].faults == std::vector{TableRow::Fault::cell_too_large});
}

TEST_CASE("ods: every sheet is a table; copies of other files' sheets are not", "[ingest]") {
    const auto tables = read(sheet(row(texts({"一"}))) + sheet(row(texts({"二"})), "乙", "ta2") +
                             R"(<table:table table:name="'file:///x.ods'#$甲"><table:table-source/>)" +
                             row(texts({"外"})) + "</table:table>" + sheet("", "空"));
    REQUIRE(tables.size() == 3);
    CHECK(tables[1].info.name == "乙");
    CHECK(tables[1].rows == Rows{{"二"}});
    CHECK(tables[1].hidden.sheet);
    CHECK_FALSE(tables[0].hidden.sheet);
    CHECK(tables[2].rows.empty());
}

TEST_CASE("ods: filtered rows, collapsed columns are read and counted; merged cells are told", "[ingest]") {
    const auto tables = read(sheet(
        R"(<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>)" +
        row(R"(<table:table-cell table:number-rows-spanned="3" office:value-type="string"><text:p>甲厂</text:p></table:table-cell>)" +
            texts({"1"})) +
        row("<table:covered-table-cell/>" + texts({"2"}), R"( table:visibility="filter")") +
        row("<table:covered-table-cell/>" + texts({"3"})) + row(texts({"", "4"}))));
    CHECK(tables[0].rows == Rows{{"甲厂", "1"}, {"", "2"}, {"", "3"}, {"", "4"}});
    CHECK(tables[0].covered == Rows{{}, {"甲厂"}, {"甲厂"}, {}});
    CHECK(tables[0].hidden.rows == 1);
    CHECK(tables[0].hidden.columns == 1); // the other has no text
}

TEST_CASE("ods: flat files give the same rows, packed or not", "[ingest]") {
    const auto flat =
        document("document", sheet(row(texts({"申请号", "名称"})) + row(texts({"201710601862.3", "织机"}))));
    const TempFile file{"book.fods", flat};
    CHECK(reading::read(file.path())[0].rows == Rows{{"申请号", "名称"}, {"201710601862.3", "织机"}});
    const TempFile packed{"book.fods.gz"};
    reading::pack(packed.path(), "gzip", flat);
    const auto rows = reading::read_path(packed.path());
    REQUIRE(rows.patents.size() == 1);
    CHECK(reading::value(rows.patents[0], Field::title) == "织机");
}

TEST_CASE("ods: what cannot be read is one clear error", "[ingest]") {
    auto locked = package(sheet(""));
    locked[2].text =
        R"(<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>)";
    CHECK_THAT(refusal(locked), Contains("password"));
    CHECK_THAT(
        refusal({{"content.xml",
                  "<office:document-content "
                  "xmlns:office='o'><office:body><office:text/></office:body></office:document-content>"}}),
        Contains("without a sheet"));
    CHECK_THAT(refusal({{"content.xml", cut(document("document-content", sheet("")))}}),
               Contains("no valid XML"));
    const TempFile broken{"cut.fods", cut(document("document", sheet(row(texts({"一"})))))};
    CHECK_THAT(reading::refusal(broken.path()), Contains("no valid XML") && Contains(broken.path()));
    const TempFile bomb{
        "bomb.fods",
        R"(<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">&a;</office:document>)"};
    CHECK_THAT(reading::refusal(bomb.path()), Contains("document type"));
}

} // namespace test_ods
