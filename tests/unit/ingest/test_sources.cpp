// SPDX-License-Identifier: GPL-3.0-or-later
// Rows under the real headings of further vendors, field by field.
#include "recording.hpp"

#include <catch2/catch.hpp>

namespace test_sources {

using namespace longmen;
using reading::extra;
using reading::read_text;
using reading::value;

TEST_CASE("sources: WIPS, headings in traditional characters with their offices in brackets", "[ingest]") {
    const auto got = read_text(
        "國家代碼,發明專利/"
        "實用新型,標題,摘要,權利要求的項數,申請號,申請日,未審查的公開號,未審查的公開日,授權公告號,授權公告日,"
        "優先權號,優先權日,申請人,申請人代表碼,發明人,\"最近專利權人[US,JP,KR,CN,CA,AU]\",Curr. "
        "IPC(Main),Curr. IPC(All),"
        "(B1)引用文獻號碼,(F1)引用文獻數,EPO同族ID,\"狀態[US,JP,KR,CN,EP,CA,AU]\",WIPSGLOBAL KEY\n"
        "CN,發明專利,一種密封裝置,一種密封裝置。,9,CN201811234567.X,2018-10-22,CN109476786A,2019-03-15,"
        "CN109476786B,"
        "2020-06-02,,,甲公司|乙大學,UN1,王五,甲公司,F16J15/16,F16J15/16|F16J15/"
        "32,US7131597B2|EP1271392A1,4,71234567,"
        "授權,5618\n");
    REQUIRE(got.patents.size() == 1);
    const auto& row = got.patents[0];
    CHECK(got.tables[0].source == "wips");
    CHECK(got.tables[0].unknown.empty());
    CHECK(value(row, Field::pub_no) == "CN109476786A");
    CHECK(value(row, Field::grant_no) == "CN109476786B");
    CHECK(value(row, Field::patent_type) == "invention");
    CHECK(value(row, Field::applicants) == "甲公司\n乙大學"); // names stay as written
    CHECK(value(row, Field::owners) == "甲公司");
    CHECK(value(row, Field::cited) == "US7131597B2\nEP1271392A1");
    CHECK(value(row, Field::vendor_forward_citations) == "4");
    CHECK(value(row, Field::status) == "granted");
    CHECK(extra(row, "申請人代表碼") == "UN1");
}

TEST_CASE("sources: WIPS, the same headings in simplified characters", "[ingest]") {
    const auto got =
        read_text("国家代码,标题,申请号,审查的公告号,审查的公告日,申请人,\"最近专利权人[US,JP]\",WIPS同族ID\n"
                  "JP,シール,JP1990123456,JPH05012345B2,1993-02-17,甲,乙,77\n");
    REQUIRE(got.patents.size() == 1);
    CHECK(got.tables[0].source == "wips");
    CHECK(value(got.patents[0], Field::pub_no) == "JPH05012345B2");
    CHECK(value(got.patents[0], Field::owners) == "乙");
}

TEST_CASE("sources: innojoy, codes alone or behind its names", "[ingest]") {
    const auto codes =
        read_text("PNM,TI,AN,AD,PA,SPATMS,ADDRP,CLMN,REFBYN,LV,DPI,DPIT\n"
                  "CN109476786A,密封装置,CN201811234567.X,2018.10.22,甲;乙,甲,山西,9,3,有效,78,80\n");
    REQUIRE(codes.patents.size() == 1);
    CHECK(codes.tables[0].source == "innojoy");
    CHECK(value(codes.patents[0], Field::applicants) == "甲\n乙");
    CHECK(value(codes.patents[0], Field::n_claims) == "9");
    CHECK(value(codes.patents[0], Field::status) == "in_force");
    CHECK(extra(codes.patents[0], "DPIT") == "80");
    const auto names = read_text("公开(公告)号 (PNM),名称 (TI),申请号 (AN),权项数 (CLMN)\n"
                                 "CN109476786A,密封装置,CN201811234567.X,9\n");
    REQUIRE(names.patents.size() == 1);
    CHECK(names.tables[0].source == "innojoy");
    CHECK(value(names.patents[0], Field::title) == "密封装置");
}

TEST_CASE("sources: HimmPat by the names of its interface", "[ingest]") {
    const auto got = read_text(
        "pn,ap,ti,ab,as,pa,in,apd,pd,pnc,ic,ag\n"
        "CN109476786A,CN201811234567.X,密封装置,摘要。,甲,甲,王五,20181022,20190315,CN,F16J15/16,某所\n");
    REQUIRE(got.patents.size() == 1);
    CHECK(got.tables[0].source == "himmpat");
    CHECK(value(got.patents[0], Field::app_date) == "2018-10-22");
    CHECK(value(got.patents[0], Field::agency) == "某所");
}

TEST_CASE("sources: Google's public data, whole numbers for dates and 0 for none", "[ingest]") {
    const auto got =
        read_text("publication_number,application_number,country_code,kind_code,family_id,title,"
                  "publication_date,filing_date,grant_date,priority_date,assignee_harmonized,cpc\n"
                  "CN-109476786-A,CN-201811234567-A,CN,A,65600000,Seal,20190315,20181022,0,20171101,ACME,"
                  "F16J15/16;F16J15/32\n");
    REQUIRE(got.patents.size() == 1);
    const auto& row = got.patents[0];
    CHECK(got.tables[0].source == "google_bigquery");
    CHECK(value(row, Field::pub_no) == "CN109476786A");
    CHECK(value(row, Field::pub_date) == "2019-03-15");
    CHECK(value(row, Field::grant_date) == "-");
    CHECK(value(row, Field::vendor_family_id) == "65600000");
    CHECK(got.rejected.empty());
}

TEST_CASE("sources: Derwent, under its own headings and those of data sets made from it", "[ingest]") {
    const auto product = read_text("Publication Number,Title,Title - "
                                   "DWPI,Assignee/Applicant,Inventor,Publication Date,Application Number,"
                                   "Application Date,Priority Number,IPC - Current,Cited Refs - Patent,Count "
                                   "of Citing Patents,DWPI Family Members,"
                                   "INPADOC Family Members\n"
                                   "US9876543B2,Rotor drone,Rotor drone for inspection,ACME INC; DOE "
                                   "JANE,DOE JANE,2018-01-23,US14712345A,"
                                   "2015-05-14,US14712345A 2015-05-14,B64C39/02,US7131597B2; "
                                   "US20150129711A1,12,US9876543B2; EP3000000A1,"
                                   "US9876543B2\n");
    REQUIRE(product.patents.size() == 1);
    CHECK(product.tables[0].source == "derwent");
    CHECK(value(product.patents[0], Field::applicants) == "ACME INC\nDOE JANE");
    CHECK(value(product.patents[0], Field::cited) == "US7131597B2\nUS20150129711A1");
    CHECK(value(product.patents[0], Field::vendor_forward_citations) == "12");
    CHECK(value(product.patents[0], Field::family_members) == "US9876543B2\nEP3000000A1");

    const auto made = read_text(
        "application_number,cited_patents,citing_patents,dwpi_family_numbers,inpadoc_family_members,"
        "priority_number,publication_number,publication_year,basic_patent_number\n"
        "US15360203A 2016-11-23,US20150287318A1; US20160077186A1,,,,US15360203A 2016-11-23,"
        "US9807726B1,2017,\n");
    REQUIRE(made.patents.size() == 1);
    CHECK(made.tables[0].source == "derwent");
    CHECK(value(made.patents[0], Field::pub_date) == "2017");
    CHECK(value(made.patents[0], Field::app_no) == "US15360203");
}

TEST_CASE("sources: PatSnap's table of families, a dash for nothing", "[ingest]") {
    const auto got =
        read_text("application_number,application_date,priority,priority_date,family_members,"
                  "family_member_count,inpadoc_family_members,inpadoc_family_member_count,publication_number,"
                  "filing_order\n"
                  "PCT/IB2014/000414,2014-03-25,PCT/IB2014/000414,-,WO2014080385A2 | WO2014080385A3,2,"
                  "WO2014080385A2 | WO2014080385A3,2,WO2014080385A3,1\n");
    REQUIRE(got.patents.size() == 1);
    CHECK(got.tables[0].source == "patsnap_family");
    CHECK(value(got.patents[0], Field::family_members) == "WO2014080385A2\nWO2014080385A3");
    CHECK(value(got.patents[0], Field::vendor_family_size) == "2");
    CHECK(value(got.patents[0], Field::priority_date) == "-");
    CHECK(got.rejected.empty());
}

TEST_CASE("sources: the search system of the Chinese office", "[ingest]") {
    const auto got = read_text(
        "序号,发明名称,申请号,申请日,公开（公告）号,公开（公告）日,IPC分类号,申请（专利权）人,发明人,"
        "优先权号,优先权日,代理人,代理机构,申请人地址\n"
        "1,一种密封装置,CN201811234567.X,2018.10.22,CN109476786A,2019.03.15,F16J15/16; F16J15/32,"
        "甲公司; 乙大学,王五; 李四,,,赵六,某事务所,山西省晋中市榆次区某路1号\n");
    REQUIRE(got.patents.size() == 1);
    CHECK(got.tables[0].source == "cnipa");
    CHECK(value(got.patents[0], Field::applicants) == "甲公司\n乙大学");
    CHECK(value(got.patents[0], Field::ipc) == "F16J15/16\nF16J15/32");
}

TEST_CASE("sources: the headings of incoPat, old and new, are all known", "[ingest]") {
    const std::string shared = "标题 (中文),标题 (英文),摘要 (中文),摘要 "
                               "(英文),申请人,标准化申请人,申请人类型,申请人国家/地区,申请人国别代码,"
                               "申请人省市代码,中国申请人地市,中国申请人区县,申请人地址,工商统一社会信用代码,"
                               "公开（公告）号,公开（公告）日,申请号,申请日,"
                               "授权公告号,授权公告日,首次公开号,首次公开日,首项权利要求,首权翻译,"
                               "独立权利要求,权利要求数量,独立权利要求数量,文献页数,首权字数,"
                               "发明人,代理机构,代理人,IPC主分类,IPC主分类-小类,IPC,CPC,洛迦诺分类号,"
                               "国民经济分类,国民经济行业(主),新兴产业分类,新兴产业(主),"
                               "当前法律状态,专利有效性,专利类型,预估到期日,失效日,被引证次数,引证次数,"
                               "简单同族,简单同族个数,同族国家/地区,简单同族ID,"
                               "优先权信息,优先权号,优先权日,最早优先权日,PCT国际申请号,PCT国际公布号,"
                               "PCT进入国家阶段日,转让次数,转让人,受让人,转让执行日,"
                               "许可次数,许可人,被许可人,许可类型,质押次数,出质人,质权人,质押期限,诉讼次数,"
                               "原告,被告,诉讼类型,法庭,合享价值度,技术稳定性,"
                               "技术先进性,保护范围";
    for (const std::string own :
         {"当前专利权人,标准化当前专利权人,inpadoc同族个数,专利寿命（月）",
          "当前权利人,标准化当前权利人,首项权利要求-中文,数字经济核心产业,清洁能源产业"}) {
        const auto got = reading::read_text(shared + "," + own + "\n");
        REQUIRE(got.tables.size() == 1);
        CHECK(got.tables[0].source == "incopat");
        CHECK(got.tables[0].unknown == std::vector<std::string>{});
    }
}

TEST_CASE("sources: the headings of PatSnap, Chinese and English, are all known", "[ingest]") {
    for (
        const std::string headings :
        {"公开(公告)号,公开号,公开(公告)日,公开日,申请号,申请日,授权日,标题,摘要,独立权利要求,独立权利要求-"
         "原文,权利要求数,权利要求数量,"
         "文献页数,原始申请(专利权)人,[标]原始申请(专利权)人,当前申请(专利权)人,[标]当前申请(专利权)人,[标]"
         "原始申请(专利权)人类型,"
         "当前申请(专利权)人区域,当前申请(专利权)人州/"
         "省,当前申请(专利权)人地市,当前申请(专利权)人区县,当前申请(专利权)人地址,"
         "工商统一社会信用代码,发明人,代理机构,[标]代理机构,代理人,IPC主分类号,IPC分类号,CPC分类号,LOC分类号,"
         "国民经济行业分类号,"
         "战略新兴产业分类,法律状态/"
         "事件,简单法律状态,专利类型,预估到期日,失效日,被引用专利数量,简单同族被引用专利总数,5年内被引用数量,"
         "引用专利数量,简单同族,简单同族成员数量,简单同族国家/地区,简单同族国家/"
         "地区数量,简单同族编号,优先权号,优先权日,PCT进入国家阶段日,"
         "转让人,受让人,权利转移生效日,许可次数,许可类型,许可生效日,质押生效日,案件编号,裁决法庭,专利价值,"
         "技术价值,市场价值",
         "Publication Number,Title,Std. Original Assignee (Applicant),Std. Current Assignee,Application Date,"
         "Simple Legal Status,Patent Value(USD)"}) {
        const auto got = reading::read_text(headings + "\n");
        REQUIRE(got.tables.size() == 1);
        CHECK(got.tables[0].source == "patsnap");
        CHECK(got.tables[0].unknown == std::vector<std::string>{});
    }
}

} // namespace test_sources
