// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of other IP assets: kinds, dates, states, and secrets that are counted and never described.
#include "recording.hpp"

namespace test_asset_reader {

using namespace longmen;
using Catch::Matchers::Contains;

namespace {

constexpr auto form =
    "资产类别,名称,注册号/登记号,权利人,统一社会信用代码,申请日,注册日/登记日,有效期至,状态,国际分类,"
    "指定国家,认证标准,数量,城市,区县\n";

reading::RowRecorder read(const std::string& rows) {
    return reading::read_text(form + rows);
}

std::string refusal(const std::string& text) {
    try {
        reading::read_text(text);
    } catch (const DataError& error) {
        return std::string{error.in(Lang::zh)} + error.what();
    }
    return {};
}

} // namespace

TEST_CASE("asset reader: a row says what it says", "[ingest]") {
    const auto got =
        read("商标,某山,12345678,甲公司,91140702FX00100134,2018-03-15,2019-01-07,2029-01-06,已注册,7; "
             "35,,,,晋中市,榆次区\n"
             "马德里国际注册,某山,1500001,甲公司,,2019-05-01,,,申请中,,美国;日本,,,,\n"
             "软件著作权,某系统,2020SR000001,甲公司,,,2020-02-01,长期,,,,,1,,\n"
             "贯标证书,,IP-1,甲公司,,,2021-01-01,2023-12-31,有效,,,GB/T 29490-2013,,,\n");
    REQUIRE(got.assets.size() == 4);
    CHECK(got.tables.at(0).kind == "assets");
    CHECK(got.tables.at(0).unknown.empty());
    const auto& mark = got.assets[0];
    CHECK(mark.kind == AssetKind::trademark);
    CHECK(mark.number == "12345678");
    CHECK(mark.uscc == "91140702FX00100134");
    CHECK(mark.registered == "2019-01-07");
    CHECK(mark.expires == "2029-01-06");
    CHECK(mark.state == AssetState::valid);
    CHECK(mark.classes == std::vector<std::string>{"7", "35"});
    CHECK(mark.city == "晋中市");
    CHECK(got.assets[1].kind == AssetKind::madrid);
    CHECK(got.assets[1].countries == std::vector<std::string>{"美国", "日本"});
    CHECK(got.assets[1].state == AssetState::pending);
    CHECK(got.assets[2].expires.empty());
    CHECK_FALSE(got.assets[2].count);
    CHECK(got.assets[3].standard == "GB/T 29490-2013");
    CHECK(got.rejected.empty());
}

TEST_CASE("asset reader: the kind stands in the row, else in the sheet, else in the headings", "[ingest]") {
    CHECK(reading::read_text("商标名称,注册号,注册人\n某山,1,甲公司\n").assets.at(0).kind ==
          AssetKind::trademark);
    CHECK(reading::read_text("软件名称,登记号,著作权人\n某系统,1,甲公司\n").assets.at(0).kind ==
          AssetKind::copyright_software);
    CHECK(reading::read_text("品种名称,品种权号,品种权人\n某枣,1,甲公司\n").assets.at(0).kind ==
          AssetKind::plant_variety);
    const auto open = reading::read_text("名称,注册号,权利人\n某山,1,甲公司\n");
    CHECK(open.assets.empty());
    CHECK(open.count(DiagnosticCode::unknown_asset_kind) == 1);
    const reading::TempFile file{"assets.zip"};
    reading::make_zip(file.path(), {{"林业植物新品种.csv", "名称,注册号,权利人\n某枣,1,甲公司\n"}});
    CHECK(reading::read_path(file.path()).assets.at(0).kind == AssetKind::plant_variety_forest);
}

TEST_CASE("asset reader: what cannot be right is rejected with its reason", "[ingest]") {
    const auto got = read("城堡,某山,1,甲公司,,,,,,,,,,,\n"
                          "商标,,,甲公司,,,,,,,,,,,\n"
                          "商标,某山,2,甲公司,,,,,,,,,12,,\n"
                          "商标,某山,3,甲公司,,,去年,,,,,,,,\n"
                          "商标,某山,4,甲公司,123,,,,,,,,,,\n"
                          "商业秘密,,,甲公司,,,,,,,,,,,\n"
                          "合计,,,,,,,,,,,,5,,\n");
    CHECK(got.assets.empty());
    for (const auto code :
         {DiagnosticCode::unknown_asset_kind, DiagnosticCode::unnamed_asset, DiagnosticCode::asset_count,
          DiagnosticCode::bad_date, DiagnosticCode::bad_credit_code, DiagnosticCode::bad_count,
          DiagnosticCode::total_row}) {
        INFO(diagnostic_key(code));
        CHECK(got.count(code) == 1);
    }
    CHECK(read("商标,某山,5,甲公司,,,,,蓝色,,,,,,\n").count(DiagnosticCode::unknown_status) == 1);
}

TEST_CASE("asset reader: secrets are counted; whatever would describe one refuses the file", "[ingest]") {
    const auto got = read("商业秘密,,,甲公司,,,2021-05-01,,,,,,3,晋中市,\n");
    CHECK(got.assets.at(0).count == 3);
    CHECK_THAT(refusal(form + std::string{"商业秘密,某配方,,甲公司,,,,,,,,,3,,\n"}),
               Contains("“名称”") && Contains("owner and count"));
    CHECK_THAT(refusal("资产类别,权利人,数量,技术要求\n商业秘密,甲公司,3,先加热\n"), Contains("技术要求"));
    CHECK_THAT(refusal("资产类别,权利人,数量,商业秘密内容\n商标,甲公司,,\n"), Contains("商业秘密内容"));
    CHECK_THAT(refusal("权利人,商业秘密数量,秘密要点\n甲公司,3,\n"), Contains("秘密要点"));
    CHECK(reading::read_text("权利人,商业秘密数量\n甲公司,3\n").assets.at(0).count == 3);
}

} // namespace test_asset_reader
