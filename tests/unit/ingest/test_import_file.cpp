// SPDX-License-Identifier: GPL-3.0-or-later
// Files of every source to canonical rows.
#include "recording.hpp"

namespace test_import_file {

using namespace longmen;
using Catch::Matchers::Contains;
using reading::extra;
using reading::read_path;
using reading::read_text;
using reading::value;

TEST_CASE("import_file: an incoPat row, field by field", "[ingest]") {
    const auto got = read_text(
        "序号,标题 "
        "(中文),申请人,公开（公告）号,公开（公告）日,申请号,申请日,专利类型,当前法律状态,专利有效性,"
        "IPC主分类,IPC,"
        "权利要求数量,首项权利要求,简单同族,优先权号,申请人省市代码,合享价值度,我的标签\n"
        "1,一种密封圈,甲公司; "
        "乙大学,CN109876543B,20190503,CN201811234567.X,2018-10-22,发明授权,授权,有效,F16J15/16(2006.01)I,"
        "F16J15/16; F16J 15/32,\"1,234\",1.一种密封圈，其特征在于,CN109876543B; US2020123456A1,2018.01.02 "
        "JP2018-000123,山西; "
        "14,9,重点\n");
    REQUIRE(got.patents.size() == 1);
    const auto& row = got.patents[0];
    CHECK(value(row, Field::title) == "一种密封圈");
    CHECK(value(row, Field::applicants) == "甲公司\n乙大学");
    CHECK(value(row, Field::pub_no) == "CN109876543B");
    CHECK(value(row, Field::pub_date) == "2019-05-03");
    CHECK(value(row, Field::app_date) == "2018-10-22");
    CHECK(value(row, Field::patent_type) == "invention");
    CHECK(value(row, Field::status) == "granted");
    CHECK(value(row, Field::status_text) == "授权");
    CHECK(value(row, Field::ipc_main) == "F16J15/16");
    CHECK(value(row, Field::ipc) == "F16J15/16\nF16J15/32");
    CHECK(value(row, Field::n_claims) == "1234");
    CHECK(value(row, Field::first_claim) == "一种密封圈，其特征在于");
    CHECK(value(row, Field::family_members) == "CN109876543B\nUS20200123456A1");
    CHECK(value(row, Field::priority_date) == "2018-01-02");
    CHECK(value(row, Field::province) == "山西");
    CHECK(value(row, Field::office) == "CN");
    CHECK(extra(row, "我的标签") == "重点");
    CHECK(extra(row, "序号") == "-"); // a counter of the file's rows is no part of the record
    CHECK(got.tables[0].unknown == std::vector<std::string>{"我的标签"});
}

TEST_CASE("import_file: title rows above, total row below, blank columns", "[ingest]") {
    const auto got =
        read_text("某园区专利清单,,\n截至2022年3月,,\n申请号,名称,\n201110314278.2,灯,备注甲\n合计,1,\n");
    REQUIRE(got.patents.size() == 1);
    CHECK(value(got.patents[0], Field::app_no) == "CN201110314278.2");
    CHECK(extra(got.patents[0], "column 3") == "备注甲");
    REQUIRE(got.rejected.size() == 1);
    CHECK(got.rejected[0].why.code == DiagnosticCode::total_row);
    CHECK(got.rejected[0].why.row == 5);
}

TEST_CASE("import_file: Lens, with office and kind in columns of their own", "[ingest]") {
    const auto got = read_text(
        "#,Jurisdiction,Kind,Display Key,Lens ID,Publication Date,Application Number,Application Date,"
        "Title,Applicants,Cited by Patent Count,Simple Family Members,Legal Status\n"
        "7,US,B2,US 9876543 B2,000-1,2018-01-23,US 201514712345 A,2015-05-14,Rotor drone,ACME INC;;DOE "
        "JANE,12,EP 3000000 A1;;US 9876543 B2,ACTIVE\n");
    REQUIRE(got.patents.size() == 1);
    const auto& row = got.patents[0];
    CHECK(value(row, Field::pub_no) == "US9876543B2");
    CHECK(value(row, Field::office) == "US");
    CHECK(value(row, Field::applicants) == "ACME INC\nDOE JANE");
    CHECK(value(row, Field::family_members) == "EP3000000A1\nUS9876543B2");
    CHECK(value(row, Field::vendor_forward_citations) == "12");
    CHECK(value(row, Field::status) == "in_force");
    CHECK(value(row, Field::title) == "Rotor drone"); // an English title of a US document is its own
}

TEST_CASE("import_file: Google Patents and Espacenet pass over their preamble", "[ingest]") {
    const auto google =
        read_text("search URL:,https://patents.google.com/?q=x\nid,title,assignee,inventor/author,priority "
                  "date,filing/creation "
                  "date,publication date,grant date,result link,representative figure link\n"
                  "CN-112345678-B,Seal,Acme,\"Wang Wu, Li "
                  "Si\",2020-01-02,2020-11-05,2021-02-09,2022-05-06,https://x,\n");
    REQUIRE(google.patents.size() == 1);
    CHECK(value(google.patents[0], Field::pub_no) == "CN112345678B");
    CHECK(value(google.patents[0], Field::inventors) == "Wang Wu\nLi Si");
    CHECK(value(google.patents[0], Field::title_en) ==
          "Seal"); // a Chinese document: the title is a translation
    CHECK(extra(google.patents[0], "result link") == "https://x");

    const auto espacenet = read_text("Espacenet;;\nQuery;seal;\n;;\nTitle;Inventors;Applicants;Publication "
                                     "number;Earliest priority;IPC;CPC;Publication "
                                     "date;Earliest publication;Family number\n"
                                     "\"SEAL RING\";\"WANG WU [CN]\nLI SI [CN]\";\"ACME "
                                     "[CN]\";\"CN112345678A\nCN112345678B\";2020-01-02;F16J15/16;;2021-02-"
                                     "09;2021-02-09;71234567\n");
    REQUIRE(espacenet.patents.size() == 1);
    CHECK(value(espacenet.patents[0], Field::inventors) == "WANG WU [CN]\nLI SI [CN]");
    CHECK(value(espacenet.patents[0], Field::pub_no) == "CN112345678A");
    CHECK(extra(espacenet.patents[0], "Publication number") == "CN112345678B");
    CHECK(value(espacenet.patents[0], Field::vendor_family_id) == "71234567");
}

TEST_CASE("import_file: PatSnap separates by bars and never by commas", "[ingest]") {
    const auto got = read_text(
        "公开(公告)号,标题,[标]原始申请(专利权)人,原始申请(专利权)人,发明人,申请号,申请日,被引用专利数量,"
        "简单法律状态\nUS9876543B2,Rotor,ACME,ACME INC,\"DOE, JANE | ROE, "
        "RICHARD\",US14/712345,2015-05-14,3,失效\n");
    REQUIRE(got.patents.size() == 1);
    CHECK(value(got.patents[0], Field::inventors) == "DOE, JANE\nROE, RICHARD");
    CHECK(value(got.patents[0], Field::status) == "dead");
    CHECK(value(got.patents[0], Field::applicants_std) == "ACME");
}

TEST_CASE("import_file: the yearly CSV of the Chinese patent database", "[ingest]") {
    const auto got = read_text(
        "专利名称,专利类型,申请人,申请人类型,申请人地址,申请人地区,申请人城市,申请人区县,申请号,申请日,"
        "申请年份,"
        "公开公告号,公开公告日,公开公告年份,授权公告号,授权公告日,授权公告年份,IPC分类号,IPC主分类号,发明人,"
        "摘要文本,主权项内容,当前权利人,统一社会信用代码,引证次数,被引证次数\n"
        "一种阀,实用新型,甲公司,企业,某路1号,山西,晋中市,榆次区,CN201220249767.4,2012-05-31,2012,"
        "CN202644312U,"
        "2013-01-02,2013,CN202644312U,2013-01-02,2013,F16K31/06,F16K31/"
        "06,王五,摘要。,1、一种阀,甲公司,,0,4\n");
    REQUIRE(got.patents.size() == 1);
    CHECK(value(got.patents[0], Field::grant_no) == "CN202644312U");
    CHECK(value(got.patents[0], Field::first_claim) == "一种阀");
    CHECK(value(got.patents[0], Field::vendor_forward_citations) == "4");
    CHECK(extra(got.patents[0], "申请年份") == "2012");
}

TEST_CASE("import_file: PATENTSCOPE, where Loading... is no abstract", "[ingest]") {
    const auto got =
        read_text("country\tnumber\ttitle\tdate\tipc\tapplication_number\tapplicants\tinventors\tabstract\n"
                  "CN\t102322587\t一种LED灯\t18.01.2012\tF21S 2/00\t201110314278.2\t甲公司\t李四 and "
                  "王五\tLoading...\n");
    REQUIRE(got.patents.size() == 1);
    const auto& row = got.patents[0];
    CHECK(value(row, Field::app_no) == "CN201110314278.2");
    CHECK(value(row, Field::pub_date) == "2012-01-18");
    CHECK(value(row, Field::ipc) == "F21S2/00");
    CHECK(value(row, Field::inventors) == "李四\n王五");
    CHECK(value(row, Field::abstract) == "-");
}

TEST_CASE("import_file: numbers that warn, and rows that are refused", "[ingest]") {
    const auto got =
        read_text("申请号,公开（公告）号,申请日,公开（公告）日,标题,权利要求数量\n"
                  "CN201811234567.9,,2018-10-22,,校验位有误,3\n"      // check digit differs
                  "2.02011E+12,,2018-10-22,,科学计数法,3\n"           // damaged
                  "2.02011E+12,CN109876543B,2018-10-22,,有公告号,3\n" // damaged beside a sound one
                  ",,2018-10-22,,没有号码,3\n"
                  "CN201811234567.X,,0000-00-00,,零日期,3\n"
                  "CN201811234567.X,,9999-12-31,,空日期,3\n"
                  "CN201811234567.X,,2017-10-22,2016-01-01,年份不符,3\n"
                  "CN201811234567.X,,2018-10-22,,负数,-3\n"
                  "见附件,,2018-10-22,,不是号码,3\n");
    CHECK(got.patents.size() == 4);
    CHECK(got.count(DiagnosticCode::check_digit_mismatch) == 1);
    CHECK(got.count(DiagnosticCode::damaged_number) == 2);
    CHECK(got.count(DiagnosticCode::no_number) == 1);
    CHECK(got.count(DiagnosticCode::bad_date) == 1);
    CHECK(got.count(DiagnosticCode::null_date) == 1);
    CHECK(got.count(DiagnosticCode::year_mismatch) == 1);
    CHECK(got.count(DiagnosticCode::impossible_dates) == 1);
    CHECK(got.count(DiagnosticCode::bad_count) == 1);
    CHECK(got.count(DiagnosticCode::bad_number) == 1);
    for (const auto& row : got.rejected) {
        CHECK_FALSE(row.cells.empty()); // nothing a user gave is lost
    }
    CHECK(value(got.patents[0], Field::app_no) == "CN201811234567.9"); // as given
}

TEST_CASE("import_file: enterprises and figures", "[ingest]") {
    const auto list =
        read_text("企业名称,统一社会信用代码,曾用名,英文名称,所属园区,区县,联系人\n"
                  "山西榆次枢梭纺织机械有限公司,91140702FX00100134,甲厂；乙厂,Shusuo Co.,某园区,榆次区,张三\n"
                  "坏代码公司,91140702FX00100135,,,,,\n"
                  ",91140702FX00100134,,,,,\n");
    REQUIRE(list.enterprises.size() == 1);
    CHECK(list.enterprises[0].former_names == std::vector<std::string>{"甲厂", "乙厂"});
    CHECK(list.enterprises[0].extras == std::vector<ExtraValue>{{"联系人", "张三"}});
    CHECK(list.count(DiagnosticCode::bad_credit_code) == 1);
    CHECK(list.count(DiagnosticCode::no_name) == 1);

    const auto years =
        read_text("企业名称,年度,销售收入(万元),研发投入（元）,职工总数\n甲公司,2021年,1234.5,600000,12\n"
                  "乙公司,2021,-5,1,1\n丙公司,二零二一,5,1,1\n丁公司,2021,约三千万,1,1\n合计,,1,1,1\n");
    REQUIRE(years.figures_rows.size() == 1);
    CHECK(years.figures_rows[0].year == 2021);
    CHECK(years.figures_rows[0].sales_revenue->fen == 1'234'500'000);
    CHECK(years.figures_rows[0].rd_expense->fen == 60'000'000);
    CHECK_FALSE(years.figures_rows[0].main_revenue);
    CHECK(years.count(DiagnosticCode::negative_money) == 1);
    CHECK(years.count(DiagnosticCode::bad_year) == 1);
    CHECK(years.count(DiagnosticCode::bad_money) == 1);
    CHECK(years.count(DiagnosticCode::total_row) == 1);
}

TEST_CASE("import_file: a money column names its unit, or the user does, or it is refused", "[ingest]") {
    const std::string table = "企业名称,年度,销售收入\n甲公司,2021,100\n";
    CHECK_THROWS_WITH(read_text(table), Contains("销售收入(万元)") && Contains("--money-unit"));
    ingest::ReadOptions options;
    options.money_unit = MoneyUnit::ten_thousand_yuan;
    CHECK(read_text(table, options).figures_rows.at(0).sales_revenue->fen == 100'000'000);
    CHECK(read_text("企业名称,年度,销售收入\n甲公司,2021,100万元\n").figures_rows.at(0).sales_revenue->fen ==
          100'000'000);
}

TEST_CASE("import_file: events by gazette code, their words kept", "[ingest]") {
    const auto got =
        read_text("申请号,事件代码,事件日期,说明,登记号\nCN201811234567.X,TR01,2020-03-04,专利权的转移,X1\n"
                  "CN201811234567.X,CF01,2021-03-04,,\n不是号码,TR01,2020-03-04,,\n");
    REQUIRE(got.events.size() == 2);
    CHECK(got.events[0].code == "transfer");
    CHECK(got.events[0].detail == "TR01; 专利权的转移; 登记号: X1");
    CHECK(got.events[1].code == "fee_lapsed");
    CHECK(got.count(DiagnosticCode::bad_number) == 1);
}

TEST_CASE("import_file: what cannot be used at all is one sentence", "[ingest]") {
    CHECK_THROWS_WITH(read_text("日期,天气\n2020-01-01,晴\n"), Contains("no heading of a known source"));
    CHECK_THROWS_WITH(read_text("企业名称,电话\n甲,1\n"), Contains("nearest is `enterprises`"));
    ingest::ReadOptions options;
    options.source = "nobody";
    CHECK_THROWS_AS(read_text("申请号,名称\n", options), UsageError);
    CHECK_THROWS_AS(ingest::file_checksum("/nowhere/at all"), DataError);
    const reading::TempFile file{"a", "abc"};
    CHECK(ingest::file_checksum(file.path()).size() == 32);
}

TEST_CASE("import_file: the bundled bad rows, each as its README says", "[ingest]") {
    const auto folder = std::string{LONGMEN_SOURCE_DIR} + "/datasets/longmen-park/";
    const auto rows = read_path(folder + "坏行示例.csv");
    const auto figures = read_path(folder + "坏年度数据示例.csv");
    std::ifstream expected(folder + "expected/bad-rows.csv");
    std::string line;
    std::getline(expected, line);
    std::size_t seen = 0;
    while (std::getline(expected, line)) {
        const auto first = line.find(',');
        const auto second = line.find(',', first + 1);
        const auto& got = line.starts_with("坏行") ? rows : figures;
        const auto number = std::stoull(line.substr(first + 1, second - first - 1));
        const auto kind = line.substr(second + 1);
        const bool rejected =
            std::ranges::any_of(got.rejected, [&](const auto& row) { return row.why.row == number; });
        const bool in =
            std::ranges::any_of(got.patents, [&](const auto& row) { return row.row == number; }) ||
            std::ranges::any_of(got.figures_rows, [&](const auto& row) { return row.row == number; });
        INFO(line);
        CHECK(rejected != in);
        const bool may_be_either = kind == "damaged_number_with_publication" || kind == "wrong_credit_code" ||
                                   kind == "damaged_code";
        if (!may_be_either) {
            CHECK(in == (kind == "sound" || kind == "wrong_check_digit" || kind == "check_digit_lost"));
        }
        ++seen;
    }
    CHECK(seen == 37);
}

TEST_CASE("import_file: real exports", "[ingest][data]") {
    const auto data = reading::shared_data();
    if (!data) {
        WARN("the real data are not on this machine; nothing was compared");
        return;
    }
    SECTION("a city's patents") {
        const auto got = read_path(*data + "/taian-city/专利信息.xlsx");
        CHECK(got.patents.size() == 7384);
        CHECK(got.rejected.empty());
        CHECK(got.count(DiagnosticCode::year_mismatch) == 12);
    }
    SECTION("a CNIPR export") {
        const auto got = read_path(*data + "/cnipr-export/训练文件.xlsx");
        CHECK(got.patents.size() == 199);
        CHECK(got.rejected.empty());
        CHECK(got.tables.at(0).unknown.empty());
        CHECK(got.count(DiagnosticCode::check_digit_mismatch) == 0);
    }
    SECTION("a park of PATENTSCOPE records") {
        const auto got = read_path(*data + "/cn-firms-patentscope/shanxi_subset.tsv");
        CHECK(got.patents.size() == 253);
        CHECK(got.rejected.empty());
    }
    SECTION("a table made from Lens") {
        const auto got = read_path(*data + "/drones-derwent-lens/lens_drones.csv.xz");
        CHECK(got.patents.size() == 9071);
        CHECK(got.rejected.empty());
    }
}

} // namespace test_import_file
