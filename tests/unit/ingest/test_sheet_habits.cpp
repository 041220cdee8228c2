// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks as people and WPS make them: titles, merged cells, filters, sheets by county, codes taken for
// numbers.
#include "recording.hpp"

#include <longmen/record/number.hpp>

namespace test_sheet_habits {

using longmen::DiagnosticCode;
using longmen::ExtraValue;
using longmen::Field;
using longmen::ingest::TableRow;
using reading::Part;
using reading::Rows;
using reading::TempFile;
using reading::value;

namespace {

constexpr auto main_names = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";

struct Sheet {
    std::string name = {};
    std::string rows = {};
    std::string before = {}, behind = {}; ///< around the rows: columns, merged cells
    std::string state = {};
};

/// A workbook without what WPS and others leave out: no sheet dimension, no content types of parts.
std::vector<Part> workbook(const std::vector<Sheet>& sheets) {
    std::string list;
    std::string relations;
    std::vector<Part> parts{
        {"[Content_Types].xml", "<Types/>"},
        {"docProps/app.xml", "<Properties><Application>WPS 表格</Application></Properties>"}};
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto& sheet = sheets[i];
        list += fmt::format(R"(<sheet name="{}" {} sheetId="{}" r:id="rId{}"/>)", sheet.name,
                            sheet.state.empty() ? "" : "state=\"" + sheet.state + "\"", i + 1, i + 1);
        relations += fmt::format(
            R"(<Relationship Id="rId{0}" Type="http://x/worksheet" Target="worksheets/sheet{0}.xml"/>)",
            i + 1);
        parts.push_back({fmt::format("xl/worksheets/sheet{}.xml", i + 1),
                         fmt::format("<worksheet {}>{}<sheetData>{}</sheetData>{}</worksheet>", main_names,
                                     sheet.before, sheet.rows, sheet.behind)});
    }
    parts.push_back(
        {"xl/workbook.xml",
         fmt::format(R"(<workbook {} xmlns:r="r"><sheets>{}</sheets></workbook>)", main_names, list)});
    parts.push_back({"xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>"});
    parts.push_back(
        {"xl/styles.xml",
         R"(<styleSheet><numFmts><numFmt numFmtId="176" formatCode="000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>)"});
    return parts;
}

std::string text_cell(const std::string& text) {
    return text.empty() ? "<c/>" : "<c t=\"str\"><v>" + text + "</v></c>"; // no `r`, as WPS writes it
}

std::string row(const std::vector<std::string>& cells, const std::string& attributes = "") {
    std::string all = "<row" + attributes + ">";
    for (const auto& cell : cells) {
        all += cell.starts_with("<c") ? cell : text_cell(cell);
    }
    return all + "</row>";
}

std::string number(const std::string& value, int style = 0) {
    return fmt::format(R"(<c s="{}"><v>{}</v></c>)", style, value);
}

std::string merged(const std::vector<std::string>& ranges) {
    std::string all = "<mergeCells>";
    for (const auto& range : ranges) {
        all += "<mergeCell ref=\"" + range + "\"/>";
    }
    return all + "</mergeCells>";
}

reading::RowRecorder imported(const std::vector<Sheet>& sheets, longmen::ingest::ReadOptions options = {}) {
    const TempFile file{"book.xlsx"};
    reading::make_zip(file.path(), workbook(sheets));
    return reading::read_path(file.path(), std::move(options));
}

} // namespace

TEST_CASE("habits: title, heading of two rows with merged cells, merged names, a total row", "[ingest]") {
    const auto got =
        imported({{"2020",
                   row({"某园区企业年度数据"}) + row({"企业名称", "2019年", "", "2020年", ""}) +
                       row({"", "销售收入(万元)", "研发投入(万元)", "销售收入(万元)", "研发投入(万元)"}) +
                       row({"甲厂", number("100"), number("5"), number("120"), number("6")}) +
                       row({"乙厂", number("10"), number("1"), number("12"), number("2")}) +
                       row({"合计", number("110"), number("6"), number("132"), number("8")}),
                   "", merged({"A1:E1", "A2:A3", "B2:C2", "D2:E2"})}});
    REQUIRE(got.figures_rows.size() == 4);
    CHECK(got.figures_rows[2].name == "乙厂");
    CHECK(got.figures_rows[3].year == 2020);
    CHECK(got.figures_rows[3].rd_expense->fen == 2'000'000);
    CHECK(got.count(DiagnosticCode::total_row) == 1);
}

TEST_CASE("habits: a name merged over the rows of its years stands for each of them, an amount does not",
          "[ingest]") {
    const auto got = imported(
        {{"数据",
          row({"企业名称", "年度", "销售收入(万元)"}) + row({"甲厂", number("2019"), number("100")}) +
              row({"", number("2020"), ""}) + row({"乙厂", number("2020"), number("7")}),
          "", merged({"A2:A3", "C2:C3"})}});
    REQUIRE(got.figures_rows.size() == 3);
    CHECK(got.figures_rows[1].name == "甲厂");
    CHECK(got.figures_rows[1].year == 2020);
    CHECK_FALSE(got.figures_rows[1].sales_revenue);
    CHECK(got.figures_rows[2].sales_revenue->fen == 7'000'000);
}

TEST_CASE("habits: an applicant merged over patents is theirs, a number merged over rows is one patent",
          "[ingest]") {
    const auto got = imported(
        {{"专利",
          row({"申请人", "申请号", "名称", "备注"}) + row({"甲厂", "201710601862.3", "一种织机", "重点"}) +
              row({"", "201810000009.0", "一种锭子", ""}) + row({"", "", "又一名称", ""}),
          "", merged({"A2:A3", "B3:B4", "D2:D3"})}});
    REQUIRE(got.patents.size() == 2);
    CHECK(value(got.patents[0], Field::applicants) == "甲厂");
    CHECK(value(got.patents[1], Field::applicants) == "甲厂");
    CHECK(reading::extra(got.patents[1], "备注") == "重点");
    REQUIRE(got.rejected.size() == 1);
    CHECK(got.rejected[0].why.code == DiagnosticCode::no_number);
    CHECK(got.rejected[0].cells == std::vector<ExtraValue>{{"名称", "又一名称"}});
}

TEST_CASE("habits: a sheet for each county, several tables in a sheet, sheets of notes", "[ingest]") {
    const auto table = [](const std::string& name, const std::string& year) {
        return row({"企业名称", "年度", "销售收入(万元)"}) + row({name, number(year), number("1")});
    };
    const auto got =
        imported({{"填表说明", row({"请如实填写"})},
                  {"榆次区", table("甲厂", "2019") + row({}) + row({"附：上年"}) + table("乙厂", "2018")},
                  {"太谷区", table("丙厂", "2019")},
                  {"备份", table("丁厂", "2019"), "", "", "veryHidden"}});
    REQUIRE(got.figures_rows.size() == 4);
    CHECK(got.figures_rows[1].name == "乙厂");
    CHECK(got.tables[0].part == "榆次区");
    CHECK(got.tables.back().part == "备份");
    CHECK(got.skipped == std::vector<std::string>{"填表说明"});
    REQUIRE(got.hidden.size() == 1);
    CHECK(got.hidden[0].first == "备份");
    CHECK(got.hidden[0].second.sheet);
}

TEST_CASE("habits: rows behind a filter and hidden columns go in, and it is told", "[ingest]") {
    const auto got = imported(
        {{"专利",
          row({"申请号", "名称", "申请人"}) + row({"201710601862.3", "甲", "甲厂"}, " hidden=\"1\"") +
              row({"201810000009.0", "乙", "甲厂"}, " hidden=\"1\"") + row({}, " hidden=\"1\""),
          R"(<cols><col min="1" max="1"/><col min="3" max="16384" hidden="1"/></cols>)",
          R"(<autoFilter ref="A1:C4"/>)"}});
    CHECK(got.patents.size() == 2);
    CHECK(value(got.patents[1], Field::applicants) == "甲厂");
    REQUIRE(got.hidden.size() == 1);
    CHECK(got.hidden[0].second.rows == 2);
    CHECK(got.hidden[0].second.columns == 1);
    CHECK_FALSE(got.hidden[0].second.sheet);
}

TEST_CASE("habits: WPS, pictures in cells and what formulas leave", "[ingest]") {
    const auto got = imported(
        {{"Sheet1",
          row({"申请号", "名称", "申请人", "附图"}) +
              row({"<c t=\"str\"><f>A9&amp;\"\"</f><v>201710601862.3</v></c>",
                   "<c t=\"inlineStr\"><is><t>织机</t></is></c>",
                   "<c t=\"e\"><f>VLOOKUP(A2,B:C,2,0)</f><v>#N/A</v></c>",
                   "<c t=\"str\"><f>_xlfn.DISPIMG(\"ID_1\",1)</f><v>=DISPIMG(\"ID_1\",1)</v></c>"})}});
    REQUIRE(got.patents.size() == 1);
    CHECK(value(got.patents[0], Field::app_no) == "CN201710601862.3");
    CHECK(value(got.patents[0], Field::applicants) == "-");
    CHECK(reading::extra(got.patents[0], "附图") == "=DISPIMG(\"ID_1\",1)");
    REQUIRE(got.count(DiagnosticCode::formula_error) == 1);
    CHECK(got.remarks[0].value == "#N/A");
    CHECK(got.remarks[0].column == "申请人");
}

TEST_CASE("habits: WPS, a sheet larger than the size it declares", "[ingest]") {
    const auto got = imported({{"Sheet1",
                                row({"申请号", "名称", "申请人"}) + row({"201710601862.3", "织机", "甲厂"}) +
                                    row({"201710601863.8", "机架", "乙厂"}),
                                R"(<dimension ref="A1"/>)"}});
    REQUIRE(got.patents.size() == 2);
    CHECK(value(got.patents[1], Field::applicants) == "乙厂");
}

TEST_CASE("habits: numbers of applications that a spreadsheet holds as numbers", "[ingest]") {
    REQUIRE(longmen::cn_check_digit("201810000009") == '0');
    const auto got =
        imported({{"专利", row({"申请号", "名称"}) + row({number("201710601862.3"), "小数点后是校验位"}) +
                               row({number("201710601862.29999"), "写成十七位"}) +
                               row({number("2017106018623"), "没有小数点"}) +
                               row({number("201710601862"), "没有校验位"}) +
                               row({number("201810000009"), "校验位零被吃掉"}) +
                               row({number("2.017106018623E+12"), "科学计数，各位俱全"})}});
    REQUIRE(got.patents.size() == 6);
    for (std::size_t i = 0; i < 6; ++i) {
        INFO(i);
        CHECK(value(got.patents[i], Field::app_no) == (i == 4 ? "CN201810000009.0" : "CN201710601862.3"));
    }
    CHECK(got.remarks.empty());
}

TEST_CASE("habits: numbers that were rounded are repaired where that is certain, else refused", "[ingest]") {
    const auto got = reading::read_text("申请号,名称\n"
                                        "2.017106018623E+12,各位俱全\n" // restored
                                        "2.01711E+12,只剩六位\n"
                                        "2017110000000,存成零\n"
                                        "201711000000,存成零\n"
                                        "2019/1/1,成了日期\n"
                                        "201711000000.X,真的是零\n");
    REQUIRE(got.patents.size() == 2);
    CHECK(value(got.patents[0], Field::app_no) == "CN201710601862.3");
    CHECK(reading::extra(got.patents[0], "申请号") == "2.017106018623E+12");
    CHECK(got.remarks[0].code == DiagnosticCode::repaired_number);
    CHECK(got.remarks[0].value == "2.017106018623E+12");
    CHECK(got.remarks[0].detail == "CN201710601862.3");
    CHECK(got.count(DiagnosticCode::damaged_number) == 3);
    CHECK(got.count(DiagnosticCode::number_as_date) == 1);
}

TEST_CASE("habits: events find their patent by a repaired number", "[ingest]") {
    const auto got = reading::read_text(
        "申请号,事件代码,事件日期\n2.017106018623E+12,TR01,2020-03-04\n2.01711E+12,TR01,2020-03-04\n");
    REQUIRE(got.events.size() == 1);
    CHECK(got.events[0].number == "CN201710601862.3");
    CHECK(got.count(DiagnosticCode::repaired_number) == 1);
    CHECK(got.count(DiagnosticCode::damaged_number) == 1);
}

TEST_CASE("habits: credit codes cannot be restored from fifteen digits", "[ingest]") {
    const auto got = imported(
        {{"企业", row({"企业名称", "统一社会信用代码"}) + row({"甲厂", number("9.1140700123456704E+17")})}});
    REQUIRE(got.rejected.size() == 1);
    CHECK(got.rejected[0].why.code == DiagnosticCode::damaged_number);
    CHECK(got.rejected[0].why.value == "9.11407001234567E+17");
    const auto zeros = reading::read_text("企业名称,统一社会信用代码\n甲厂,911407001234567000\n");
    CHECK(zeros.count(DiagnosticCode::damaged_number) == 1);
}

TEST_CASE("habits: counts and years with a nought behind the point, codes with noughts in front",
          "[ingest]") {
    const auto got = reading::read_text("企业名称,年度,销售收入(万元),职工总数\n甲厂,2021.0,1,12.0\n");
    REQUIRE(got.figures_rows.size() == 1);
    CHECK(got.figures_rows[0].year == 2021);
    CHECK(got.figures_rows[0].staff == 12);
    const auto codes = imported(
        {{"专利", row({"申请号", "名称", "邮编"}) + row({"201710601862.3", "甲", number("30600", 2)}) +
                      row({"201810000009.0", "乙", number("30600.5", 2)})}});
    REQUIRE(codes.patents.size() == 2);
    CHECK(reading::extra(codes.patents[0], "邮编") == "030600");
    CHECK(reading::extra(codes.patents[1], "邮编") == "30600.5");
}

TEST_CASE("habits: marks that keep a code from being a number are no part of it", "[ingest]") {
    const auto got = reading::read_text("申请号,名称,邮编\n"
                                        "\"=\"\"201710601862.3\"\"\",'80年代的织机',\"=\"\"030600\"\"\"\n"
                                        "'201710601862.3,=一种,'030600\n"
                                        "201710601862.3',\"=\"\"甲\"\"\"\"乙\"\"\",\t030600\n");
    REQUIRE(got.patents.size() == 3);
    for (const auto& patent : got.patents) {
        CHECK(value(patent, Field::app_no) == "CN201710601862.3");
        CHECK(reading::extra(patent, "邮编") == "030600");
    }
    CHECK(value(got.patents[0], Field::title) == "'80年代的织机'");
    CHECK(value(got.patents[1], Field::title) == "=一种");
    CHECK(value(got.patents[2], Field::title) == "甲\"乙");
}

TEST_CASE("habits: merged cells are bounded", "[ingest]") {
    const auto big = std::string(std::size_t{7} << 20, 'x');
    std::string rows;
    std::vector<std::string> ranges;
    for (char column = 'A'; column < 'H'; ++column) { // each in its row, together beyond what is kept
        rows += fmt::format(R"(<row><c r="{}{}" t="str"><v>{}</v></c></row>)", column, column - 'A' + 1, big);
        ranges.push_back(fmt::format("{0}{1}:{0}9", column, column - 'A' + 1));
    }
    const TempFile file{"book.xlsx"};
    reading::make_zip(file.path(), workbook({{"大", rows, "", merged(ranges)}}));
    const auto tables = reading::read(file.path(), {.ratio = 100'000});
    REQUIRE(tables[0].faults.size() == 7);
    CHECK(tables[0].faults[3] == TableRow::Fault::none);
    CHECK(tables[0].faults[6] == TableRow::Fault::cell_too_large);
}

} // namespace test_sheet_habits
