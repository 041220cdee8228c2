// SPDX-License-Identifier: GPL-3.0-or-later
// Pages and XML workbooks that bear the extension .xls: what systems hand out as Excel files.
#include "recording.hpp"

#include <longmen/ingest/detail/html_text.hpp>

namespace test_html_tables {

using Catch::Matchers::Contains;
using longmen::Field;
using longmen::ingest::TableRow;
using longmen::ingest::detail::HtmlHandler;
using longmen::ingest::detail::HtmlScanner;
using longmen::ingest::detail::HtmlTag;
using reading::Rows;
using reading::TempFile;

namespace {

/// Everything a page says, on one line: tags in angle brackets, text as it comes.
class Told final : public HtmlHandler {
public:
    std::string all;
    void tag(const HtmlTag& tag) override { all += (tag.end ? "</" : "<") + tag.name + ">"; }
    void text(std::string_view piece) override { all += piece; }
};

std::string told(const std::string& page, std::size_t piece) {
    Told handler;
    HtmlScanner scanner{handler};
    for (std::size_t at = 0; at < page.size(); at += piece) {
        scanner.feed(std::string_view{page}.substr(at, piece), false);
    }
    scanner.feed("", true);
    return handler.all;
}

std::vector<reading::Table> read(const std::string& page) {
    const TempFile file{"export.xls", page};
    return reading::read(file.path());
}

const std::string workbook_head =
    R"(<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>)"
    R"(<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">)";

} // namespace

TEST_CASE("html: tags, text and characters are the same however the page is cut", "[ingest]") {
    const std::string page = "<!DOCTYPE html><HTML><head><title>a<b</title><style>td{}</style><script>if "
                             "(a<b) '<td>'</script></head>"
                             "<!-- <td>no</td> --><body>1 < 2 &amp; 3 &#20013;&#x56fd; &copy; &lt;x&gt;<td "
                             "title='a>b' x:num=\"1\">y<br/>z</TD>";
    const std::string expected =
        "<html><head></title></style></script></head><body>1 < 2 & 3 中国 &copy; <x><td>y<br>z</td>";
    for (std::size_t piece = 1; piece < page.size(); ++piece) {
        INFO(piece);
        REQUIRE(told(page, piece) == expected);
    }
}

TEST_CASE("html: attributes with, without and in other quotes", "[ingest]") {
    const HtmlTag tag{
        "td",
        R"( class=xl24 colspan = "2" ROWSPAN='3' nowrap x:num="201710601862.3" style="mso:x; display : none")"};
    CHECK(tag.attribute("class") == "xl24");
    CHECK(tag.count("colspan", 10) == 2);
    CHECK(tag.count("rowspan", 2) == 2);
    CHECK(tag.count("span", 9) == 1);
    CHECK(tag.attribute("nowrap").empty());
    CHECK(tag.attribute("x:num") == "201710601862.3");
    CHECK(tag.hidden());
    CHECK_FALSE(HtmlTag{"td", " style=\"display"}.hidden());
}

TEST_CASE("html: rows without ends, cells over several rows and columns", "[ingest]") {
    const auto tables =
        read("<html><body><table><tr><th rowspan=2>企业<th colspan=2>2019 年<tr><th>收入<th>支出"
             "<tr><td rowspan=2>甲厂<td>1<td>2<tr><td>3<td>4</table></body></html>");
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].info.format == "html");
    CHECK(tables[0].rows ==
          Rows{{"企业", "2019 年"}, {"", "收入", "支出"}, {"甲厂", "1", "2"}, {"", "3", "4"}});
    CHECK(tables[0].covered.back() == std::vector<std::string>{"甲厂"});
}

TEST_CASE("html: line ends of the source are blanks, breaks and paragraphs are line ends", "[ingest]") {
    const auto tables =
        read("<table><tr><td>一种\n  "
             "织机</td><td>a<br>b<p>c</p></td><td>&nbsp;</td><td><b>粗</b>体</td></tr></table>");
    CHECK(tables[0].rows == Rows{{"一种 织机", "a\nb\nc", "", "粗体"}});
}

TEST_CASE("html: several tables, one inside a cell, and hidden rows", "[ingest]") {
    const auto tables =
        read("<table><tr><td><table><tr><td>内</td></tr><tr "
             "style='display:none'><td>藏</td></tr></table></td></tr>"
             "<tr><td>外</td></tr></table><table><tr></tr></table><table><tr><td>又</td></tr></table>");
    REQUIRE(tables.size() == 3);
    CHECK(tables[0].rows == Rows{{"内"}, {"藏"}});
    CHECK(tables[0].hidden.rows == 1);
    CHECK(tables[1].rows == Rows{{"外"}});
    CHECK(tables[2].rows == Rows{{"又"}});
    CHECK(tables[2].info.name == "#3");
}

TEST_CASE("html: a patent list as systems hand it out, in GB18030, with numbers Excel has shortened",
          "[ingest]") {
    // 申请号 and 名称 in GB18030
    const std::string page =
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta http-equiv=Content-Type "
        "content=\"text/html; charset=gb2312\"></head><table border=1><tr><td>\xC9\xEA\xC7\xEB\xBA\xC5</td>"
        "<td>\xC3\xFB\xB3\xC6</td></tr><tr><td "
        "x:num=\"201710601862.3\">2.01711E+11</td><td>\xD6\xAF\xBB\xFA</td>"
        "</tr></table></html>";
    const TempFile file{"export.xls", page};
    const auto got = reading::read_path(file.path());
    REQUIRE(got.patents.size() == 1);
    CHECK(reading::value(got.patents[0], Field::app_no) == "CN201710601862.3");
    CHECK(reading::value(got.patents[0], Field::title) == "织机");
}

TEST_CASE("html: what would grow is bounded", "[ingest]") {
    std::string page = "<table><tr>";
    for (int i = 0; i < 20; ++i) {
        page += "<td colspan=99999 rowspan=99999>x</td>";
    }
    CHECK_THAT(reading::refusal(TempFile{"wide.xls", page + "</table>"}.path()), Contains("16384"));
    const auto open_tags = read("<table><tr><td>甲</td></tr></table>" + std::string(300'000, '<') +
                                "<a title=\"" + std::string(200'000, 'x'));
    CHECK(open_tags[0].rows == Rows{{"甲"}});
    const auto big = read("<table><tr><td>" + std::string(std::size_t{9} << 20, 'x') + "</td></tr></table>");
    CHECK(big[0].faults == std::vector{TableRow::Fault::cell_too_large});
}

TEST_CASE("spreadsheet xml: values, gaps, merged cells, comments and hidden parts", "[ingest]") {
    const auto tables = read(
        workbook_head +
        R"(<Worksheet ss:Name="甲"><Table><Column/><Column ss:Hidden="1"/><Row ss:Index="2"><Cell><Data ss:Type="String">申请号</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">一&amp;二</Data></Cell></Row>)"
        R"(<Row ss:Hidden="1"><Cell ss:MergeDown="1"><Data ss:Type="Number">201710601862.3</Data><Comment><Data>批注</Data></Comment></Cell><Cell ss:MergeAcross="1"><Data ss:Type="DateTime">2020-01-01T00:00:00.000</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>)"
        R"(<Row><Cell ss:Index="2"><ss:Data ss:Type="String"><B>粗</B>体</ss:Data></Cell></Row></Table>)"
        R"(<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet><Worksheet ss:Name="乙"/></Workbook>)");
    REQUIRE(tables.size() == 2);
    CHECK(tables[0].info.name == "甲");
    CHECK(tables[0].rows ==
          Rows{{"申请号", "", "一&二"}, {"201710601862.3", "2020-01-01", "", "TRUE"}, {"", "粗体"}});
    CHECK(tables[0].numbers == std::vector<std::uint64_t>{2, 3, 4});
    CHECK(tables[0].covered.back() == std::vector<std::string>{"201710601862.3"});
    CHECK(tables[0].hidden.sheet);
    CHECK(tables[0].hidden.rows == 1);
    CHECK(tables[0].hidden.columns == 1);
}

TEST_CASE("spreadsheet xml: damage is one clear error", "[ingest]") {
    const TempFile cut{"cut.xls", workbook_head + "<Worksheet><Table><Row>"};
    CHECK_THAT(reading::refusal(cut.path()), Contains("no valid XML") && Contains(cut.path()));
    const TempFile none{"none.xls", workbook_head + "</Workbook>"};
    CHECK_THAT(reading::refusal(none.path()), Contains("no sheet"));
}

} // namespace test_html_tables
