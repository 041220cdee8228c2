// SPDX-License-Identifier: GPL-3.0-or-later
// High-value patents of a workspace: from files to counts, evidence and warnings.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/high_value.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace test_high_value {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;
using programme::CaseReason;
using programme::CaseState;
using programme::HighValueTest;
using programme::HighValueVerdict;
namespace fs = std::filesystem;

namespace {

// Filed, granted; classes; family; place. Data of 2022-03-31.
constexpr auto patents =
    "申请号,公开（公告）号,名称,申请人,申请日,授权公告日,专利类型,法律状态,法律状态日,IPC,简单同族,省份,"
    "城市,区县,"
    "申请人国家/地区\n"
    // H1 by class and word
    "CN201811234567.X,CN109876543B,一种锂电池隔膜,甲公司,2018-10-22,2020-06-01,发明,授权,,H01M10/"
    "0525,CN109876543B,"
    "山西,晋中市,榆次区,中国\n"
    // candidate only
    "CN201710601862.3,,一种外壳,乙公司,2017-07-21,2019-02-01,发明,授权,,H01M10/"
    "0525,,山西,晋中市,太谷区,中国\n"
    // H2 by a number, H3 by age; joint
    "CN201110314278.2,,一种灯架,甲公司;乙公司,2011-01-17,2013-03-01,发明,授权,,A47B1/00,US9000001B2; "
    "WO2012000001A1,山西,晋中市,榆次区,中国\n"
    // nothing
    "CN201610000001.5,CN106000001B,一种桌,丙公司,2016-01-04,2018-01-05,发明,授权,,A47B1/"
    "00,CN106000001B,山西,太原市,"
    "小店区,中国\n"
    // lapsed in 2021, was H1
    "CN201510000001.9,,一种电池,甲公司,2015-01-04,2017-01-05,发明,未缴年费,2021-06-30,H01M4/"
    "38,,山西,晋中市,榆次区,"
    "中国\n"
    // never counted: a model, a pending one, a foreign holder
    "CN201220249767.4,,一种电池盒,甲公司,2012-05-31,2013-01-01,实用新型,授权,,H01M10/"
    "00,,山西,晋中市,榆次区,中国\n"
    "CN202010000001.3,,一种电池组,甲公司,2020-01-04,,发明,实质审查,,H01M10/00,,山西,晋中市,榆次区,中国\n"
    "CN201010000001.X,,一种电池箱,X社,2010-01-04,2012-01-04,发明,授权,,H01M10/00,,,,,日本\n";

struct HighValueWorkspace {
    Folder folder;
    store::Workspace workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    HighValueWorkspace() {
        import_text(workspace, folder, "enterprises.csv", two_enterprises);
        add("patents.csv", patents);
    }
    void add(const std::string& name, const std::string& text) {
        auto how = request();
        how.cutoff = Date::from_ymd(2022, 3, 31);
        import_text(workspace, folder, name, text, how);
    }
    [[nodiscard]] std::string file(const std::string& name, const std::string& text) const {
        std::ofstream{folder.path(name), std::ios::binary} << text;
        return folder.path(name);
    }
    [[nodiscard]] service::HighValueList list(service::HighValueRequest how = {}) const {
        how.models_folder = models();
        return service::list_high_value(workspace, how);
    }
};

const service::HighValuePatent& of(const service::HighValueList& list, const std::string& app_no) {
    const auto found = std::ranges::find_if(list.patents, [&](const service::HighValuePatent& each) {
        return list.corpus.patents[each.patent].app_no == app_no;
    });
    REQUIRE(found != list.patents.end());
    return *found;
}

CaseReason reason(const service::HighValuePatent& patent, HighValueTest test) {
    return patent.judgement.cases.at(static_cast<std::size_t>(test)).reason;
}

std::int64_t number_in(const Table& table, std::size_t row, const std::string& key) {
    const auto column = std::ranges::find(table.columns, key, &Column::key);
    REQUIRE(column != table.columns.end());
    return std::get<std::int64_t>(table.rows.at(row).at(column - table.columns.begin()));
}

} // namespace

TEST_CASE("high_value: valid inventions, each case, and the verdict between two bounds", "[service]") {
    const HighValueWorkspace data;
    const auto list = data.list();
    const auto total = list.total();
    CHECK(total.valid == 4);
    CHECK(total.valid_unknown == 0);
    CHECK(total.high_value == 2);
    CHECK(total.upper() == 3);
    CHECK(list.holders_left_out == 1);
    const auto& battery = of(list, "CN201811234567.X");
    CHECK(battery.judgement.verdict == HighValueVerdict::high_value);
    CHECK(reason(battery, HighValueTest::strategic_industry) == CaseReason::class_and_keyword);
    CHECK(reason(battery, HighValueTest::right_abroad) == CaseReason::none_abroad);
    CHECK(reason(battery, HighValueTest::pledged) == CaseReason::not_examined);
    CHECK_THAT(service::high_value_evidence(list, battery, HighValueTest::strategic_industry).zh,
               Contains("H01M10/0525") && Contains("5.2") && Contains("关键词“电池”"));
    CHECK(of(list, "CN201710601862.3").judgement.verdict == HighValueVerdict::unknown);
    const auto& lamp = of(list, "CN201110314278.2");
    CHECK(reason(lamp, HighValueTest::right_abroad) == CaseReason::granted_abroad);
    CHECK(service::high_value_evidence(list, lamp, HighValueTest::right_abroad).en ==
          "granted abroad: US9000001B2");
    CHECK(reason(lamp, HighValueTest::maintained) == CaseReason::maintained);
    CHECK(of(list, "CN201610000001.5").judgement.verdict == HighValueVerdict::not_high_value);
    CHECK(of(list, "CN201510000001.9").valid == false);
    const auto lines = service::high_value_statement(list, Lang::en);
    CHECK_THAT(lines.at(0), Contains("4 valid invention patents") && Contains("at least 2 and at most 3"));
    CHECK_THAT(lines.at(2), Contains("H4") && Contains("H5"));
    CHECK_THAT(service::high_value_statement(list, Lang::zh).at(0), Contains("高价值至少 2 件、至多 3 件"));
}

TEST_CASE("high_value: a member of the family by its own record, with the day of its grant", "[service]") {
    HighValueWorkspace data;
    data.add("abroad.csv",
             "申请号,公开（公告）号,名称,申请人,申请日,授权公告日,法律状态,简单同族,申请人国家/地区\n"
             "US201816000001,US10000001B2,Seat,甲公司,2018-01-04,2020-02-03,授权,CN106000001B; "
             "US10000001B2,中国\n");
    const auto list = data.list();
    const auto& table = of(list, "CN201610000001.5");
    CHECK(reason(table, HighValueTest::right_abroad) == CaseReason::granted_abroad);
    REQUIRE(table.facts.abroad.size() == 1);
    CHECK(table.facts.abroad[0].granted_on == Date::from_iso("2020-02-03"));
    CHECK(table.facts.abroad[0].alive == true);
    CHECK(list.total().valid == 4); // it is no patent of this office
    const auto before = data.list({.as_of = Date::from_iso("2020-02-02")});
    CHECK(reason(of(before, "CN201610000001.5"), HighValueTest::right_abroad) ==
          CaseReason::application_abroad);
}

TEST_CASE("high_value: the past counts what lapsed since, and nothing dated later", "[service]") {
    const HighValueWorkspace data;
    const auto list = data.list({.as_of = Date::from_iso("2020-12-31")});
    CHECK(of(list, "CN201510000001.9").valid == true);
    CHECK(list.total().valid == 5);
    CHECK(reason(of(list, "CN201110314278.2"), HighValueTest::maintained) == CaseReason::not_yet);
    // The grant abroad has no day: known on the day of the data only.
    CHECK(reason(of(list, "CN201110314278.2"), HighValueTest::right_abroad) ==
          CaseReason::abroad_state_unknown);
    const auto years = service::high_value_years(data.list());
    REQUIRE(years.size() == 10); // 2013 to 2021, and the day
    for (const auto& [day, count] : years) {
        CAPTURE(day.iso());
        const auto same = data.list({.as_of = day}).total(); // the same as asking for that day
        CHECK(count.valid == same.valid);
        CHECK(count.high_value == same.high_value);
        CHECK(count.upper() == same.upper());
    }
    CHECK(years.back().first.iso() == "2022-03-31");
    CHECK(years.back().second.met == data.list().total().met);
}

TEST_CASE("high_value: pledges and awards from files and events", "[service]") {
    HighValueWorkspace data;
    const auto ledger = data.file("ledger.csv", "专利号,金额（万元）,日期\nCN106000001B,800,2021-01-01\n"
                                                "CN201910000009.1,900,2021-01-01\n");
    const auto no_threshold = data.list({.pledges = ledger});
    CHECK(reason(of(no_threshold, "CN201610000001.5"), HighValueTest::pledged) ==
          CaseReason::threshold_unknown);
    CHECK(no_threshold.numbers_not_found == 1);
    CHECK(no_threshold.total().high_value == 2); // never counted without a threshold
    const auto with = data.list({.pledges = ledger, .pledge_threshold = "500万元"});
    CHECK(reason(of(with, "CN201610000001.5"), HighValueTest::pledged) == CaseReason::amount_reached);
    CHECK(with.total().high_value == 3);
    CHECK_THAT(service::high_value_evidence(with, of(with, "CN201610000001.5"), HighValueTest::pledged).en,
               Contains("ledger.csv:2 8000000 CNY"));
    CHECK_THROWS_AS(data.list({.pledge_threshold = "500"}), UsageError);

    const auto prizes =
        data.file("awards.csv", "专利号,奖项,年份\nCN201610000001.5,第二十一届中国专利奖优秀奖,2019\n");
    CHECK(data.list({.awards = prizes}).total().high_value == 3);

    data.add("events.csv",
             "申请号,事件,事件日期,说明\n"
             "CN201610000001.5,质押合同登记的生效,2021-02-02,质押金额：600万元；质权人：某银行\n"
             "CN201610000001.5,中国专利奖,2020-07-14,第二十一届中国专利奖优秀奖\n");
    const auto events = data.list({.pledge_threshold = "500万元"});
    CHECK(reason(of(events, "CN201610000001.5"), HighValueTest::pledged) == CaseReason::amount_reached);
    CHECK(reason(of(events, "CN201610000001.5"), HighValueTest::awarded) == CaseReason::award_counts);
    CHECK(reason(of(events, "CN201811234567.X"), HighValueTest::pledged) == CaseReason::no_pledge);
}

TEST_CASE("high_value: by enterprise, park, region, applicant and case", "[service]") {
    const HighValueWorkspace data;
    const auto list =
        data.list({.population = data.file("people.csv", "地区,人口（万人）\n晋中市,2\n榆次区,0.5\n")});
    using service::HighValueSubject;
    const auto table = [&](HighValueSubject by) { return service::high_value_table(list, by, Lang::en, 0); };
    const auto enterprises = table(HighValueSubject::enterprise);
    REQUIRE(enterprises.rows.size() == 3); // two, and nobody's
    CHECK(number_in(enterprises, 0, "high_value") + number_in(enterprises, 1, "high_value") ==
          3); // one is joint
    CHECK(number_in(enterprises, 2, "valid") == 1);
    const auto parks = table(HighValueSubject::park);
    REQUIRE(parks.rows.size() == 2);
    CHECK(number_in(parks, 0, "high_value") == 2); // the joint one once
    const auto regions = table(HighValueSubject::region);
    REQUIRE(regions.rows.size() == 6); // 山西; 太原, 小店; 晋中, two districts
    CHECK(number_in(regions, 0, "valid") == 4);
    const auto city = std::ranges::find_if(regions.rows, [](const auto& row) {
        return std::get<std::string>(row[0]) == "city" && std::get<std::string>(row[2]) == "晋中市";
    });
    REQUIRE(city != regions.rows.end());
    CHECK(std::get<Decimal>(city->at(city->size() - 2)).value == Approx(1.0)); // two patents, 20,000 people
    CHECK(table(HighValueSubject::applicant).rows.size() == 3);
    const auto cases = table(HighValueSubject::case_);
    REQUIRE(cases.rows.size() == 5);
    CHECK(number_in(cases, 0, "met") == 1);
    CHECK(number_in(cases, 0, "unknown") == 1);
    CHECK(number_in(cases, 0, "only") == 1);
    CHECK(number_in(cases, 1, "only") == 0); // it meets H3 as well
    CHECK(table(HighValueSubject::industry).rows.size() == 1);
    CHECK(table(HighValueSubject::patent).rows.size() == 4); // the lapsed one is not shown
    CHECK(service::high_value_table(list, HighValueSubject::patent, Lang::zh, 1).rows.size() == 1);
}

TEST_CASE("high_value: a region, the people who live there, and what lies elsewhere", "[service]") {
    const HighValueWorkspace data;
    const auto list = data.list({.population = "2万", .region = "晋中"});
    CHECK(list.total().valid == 3);
    CHECK(list.outside == 1);
    CHECK(list.people() == 20'000);
    CHECK_THAT(service::high_value_statement(list, Lang::en).at(3), Contains("1.00 to 1.50"));
    const auto json =
        nlohmann::json::parse(service::high_value_json(list, service::HighValueSubject::patent));
    CHECK(json["totals"]["high_value"] == 2);
    CHECK(json["population"] == 20'000);
    CHECK(json["rows"].size() == 3);
    CHECK(json["cases"][4]["examined"] == "no");
    const auto& lamp = *std::ranges::find_if(json["rows"], [](const auto& row) {
        return row["number"].template get<std::string>().find("201110314278") != std::string::npos;
    });
    CHECK(lamp["cases"][1]["number"] == "US9000001B2");
    CHECK(json["industries"]["coverage"] == "partial");
    CHECK(json["references"][0]["per_10k"] == 6.3);
}

TEST_CASE("high_value: the same bytes for any number of threads", "[service]") {
    const HighValueWorkspace data;
    const auto print = [&](unsigned threads) {
        return service::high_value_json(data.list({.threads = threads}), service::HighValueSubject::patent);
    };
    CHECK(print(1) == print(4));
}

TEST_CASE("high_value: a share outside what the rule expects is pointed out", "[service]") {
    HighValueWorkspace data;
    std::string text = "申请号,名称,申请人,申请日,授权公告日,专利类型,法律状态,IPC,省份\n";
    for (int i = 0; i < 120; ++i) {
        const auto serial = "2019" + std::to_string(1'0000000 + i);
        text += "CN" + serial + ",一种电池,丁公司,2019-01-04,2021-01-05,发明,授权,H01M4/38,山西\n";
    }
    data.add("many.csv", text);
    const auto warnings = service::high_value_warnings(data.list());
    REQUIRE_FALSE(warnings.empty());
    CHECK_THAT(warnings[0].en,
               Contains("the share of high-value ones") && Contains("usually 25.0% to 60.0%"));
    CHECK(service::high_value_warnings(HighValueWorkspace{}.list()).empty()); // too few to say
}

TEST_CASE("high_value: a real city's list, without status or families, is unknown and not nothing",
          "[service]") {
    const std::string path = LONGMEN_SOURCE_DIR "/../shared/data/taian-city/专利信息.xlsx";
    if (!fs::exists(path)) {
        WARN("no real data here: skipped");
        return;
    }
    HighValueWorkspace data;
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    Progress silent;
    (void)service::import_file(workspace, path, request(), silent);
    service::HighValueRequest how;
    how.models_folder = models();
    const auto list = service::list_high_value(workspace, how);
    const auto total = list.total();
    CHECK(list.corpus.patents.size() > 7000);
    CHECK(total.valid == 0);
    CHECK(total.high_value == 0);
    CHECK(total.valid_unknown > 1000);
    CHECK(total.upper() > 1000);
    CHECK(total.upper() <= total.valid_unknown);
    CHECK_FALSE(list.records.test(static_cast<std::size_t>(HighValueTest::right_abroad)));
    CHECK(list.records.test(static_cast<std::size_t>(HighValueTest::strategic_industry)));
}

} // namespace test_high_value
