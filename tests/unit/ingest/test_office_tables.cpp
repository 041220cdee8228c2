// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as people make them: headings of two rows, years side by side, several tables below each other.
#include "recording.hpp"

#include <longmen/ingest/detail/heading.hpp>

#include <catch2/catch.hpp>

namespace test_office_tables {

using namespace longmen;
using namespace longmen::ingest::detail;
using reading::extra;
using reading::read_text;
using reading::value;

namespace {

std::vector<std::string> strings(std::initializer_list<const char*> cells) {
    return {cells.begin(), cells.end()};
}
std::vector<std::string_view> views(std::initializer_list<const char*> cells) {
    return {cells.begin(), cells.end()};
}
bool known(std::string_view word) {
    return word == "销售收入(万元)" || word == "研发投入(万元)" || word == "名称";
}

} // namespace

TEST_CASE("heading: the year is told from the rest wherever it stands") {
    CHECK(year_heading("2019年销售收入(万元)")->heading == "销售收入(万元)");
    CHECK(year_heading("2019年销售收入(万元)")->year == 2019);
    CHECK(year_heading("研发投入２０２０年度（万元）")->heading == "研发投入(万元)");
    CHECK(year_heading("销售收入(2021年)(万元)")->heading == "销售收入(万元)");
    CHECK(year_heading("2021 R&D expense")->heading == "R&D expense");
    CHECK_FALSE(year_heading("2019年"));
    CHECK_FALSE(year_heading("销售收入"));
    CHECK_FALSE(year_heading("编号201912345"));
    CHECK_FALSE(year_heading("1201年表"));
}

TEST_CASE("heading: words below merged cells continue it, words below a heading of their own do not") {
    const auto joined = two_row_heading(
        strings({"企业名称", "2019年", "", "2020年", ""}),
        views({"", "销售收入(万元)", "研发投入(万元)", "销售收入(万元)", "研发投入(万元)"}), known);
    REQUIRE(joined);
    CHECK(*joined == strings({"企业名称", "2019年销售收入(万元)", "2019年研发投入(万元)",
                              "2020年销售收入(万元)", "2020年研发投入(万元)"}));
    CHECK(*two_row_heading(strings({"申请号", "专利", ""}), views({"", "名称", "备注"}), known) ==
          strings({"申请号", "名称", "专利备注"}));
    CHECK_FALSE(two_row_heading(strings({"申请号", "名称"}), views({"CN201811234567.X", "阀"}), known));
    CHECK_FALSE(
        two_row_heading(strings({"申请号", "备注", ""}), views({"", "甲", "乙"}), known)); // no known word
}

TEST_CASE("tables of people: a heading of two rows, years in merged cells, a total row below") {
    const auto got = read_text("附表：企业研发情况,,,,\n"
                               "企业名称,2019年,,2020年,\n"
                               ",销售收入(万元),研发投入(万元),销售收入(万元),研发投入(万元)\n"
                               "甲厂,1000,50,1200,\n"
                               "乙厂,,,900,45\n"
                               "合计,1000,50,2100,45\n");
    REQUIRE(got.figures_rows.size() == 3);
    CHECK(got.figures_rows[0].year == 2019);
    CHECK(got.figures_rows[0].sales_revenue->fen == 1000 * 1000000);
    CHECK(got.figures_rows[1].year == 2020);
    CHECK_FALSE(got.figures_rows[1].rd_expense);
    CHECK(got.figures_rows[2].name == "乙厂"); // nothing for 2019: no row of figures, not zero
    CHECK(got.figures_rows[2].year == 2020);
    REQUIRE(got.rejected.size() == 1);
    CHECK(got.rejected[0].why.code == DiagnosticCode::total_row);
}

TEST_CASE("tables of people: years in the headings of one row") {
    const auto got = read_text("企业名称,统一社会信用代码,2020年研发投入(元),2021年研发投入(元)\n"
                               "甲厂,,500000,600000\n");
    REQUIRE(got.figures_rows.size() == 2);
    CHECK(got.figures_rows[1].rd_expense->fen == 60000000);
    CHECK(got.figures_rows[1].year == 2021);
}

TEST_CASE("tables of people: a bad cell of one year rejects that row and says where") {
    const auto got = read_text("企业名称,2020年销售收入(万元),2021年销售收入(万元)\n甲厂,100,-5\n");
    CHECK(got.figures_rows.size() == 1);
    REQUIRE(got.rejected.size() == 1);
    CHECK(got.rejected[0].why.code == DiagnosticCode::negative_money);
    CHECK(got.rejected[0].why.column == "2021年销售收入(万元)");
}

TEST_CASE("tables of people: patents under a heading of two rows") {
    const auto got = read_text("专利基本信息,,,法律信息\n申请号,专利名称,申请人,法律状态\n"
                               "CN201811234567.X,一种阀,甲厂,有效\n");
    REQUIRE(got.patents.size() == 1);
    const auto merged =
        read_text("申请号,专利,,法律状态\n,名称,申请人,\nCN201811234567.X,一种阀,甲厂,有效\n");
    REQUIRE(merged.patents.size() == 1);
    CHECK(value(merged.patents[0], Field::title) == "一种阀");
    CHECK(value(merged.patents[0], Field::applicants) == "甲厂");
    CHECK(merged.rejected.empty());
}

TEST_CASE("tables of people: several tables below each other, and a heading that is repeated") {
    const auto got = read_text("企业名称,统一社会信用代码,所属园区,区县\n甲厂,,某园,榆次区\n,,,\n"
                               "企业名称,年度,销售收入(万元),研发投入(万元)\n甲厂,2020,100,5\n"
                               "企业名称,年度,销售收入(万元),研发投入(万元)\n甲厂,2021,110,6\n");
    CHECK(got.enterprises.size() == 1);
    CHECK(got.figures_rows.size() == 2);
    CHECK(got.rejected.empty());
    REQUIRE(got.tables.size() == 2);
    CHECK(got.tables[1].kind == "figures");
}

} // namespace test_office_tables
