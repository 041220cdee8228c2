// SPDX-License-Identifier: GPL-3.0-or-later
// Fees ahead of a workspace: what is open, by whom, and what is said of payments.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/fees.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace test_fees {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;

namespace {

constexpr auto granted = "申请号,名称,申请人,申请日,授权公告日,专利类型,法律状态\n"
                         "CN201811234567.X,一种密封圈,甲公司,2018-10-22,2020-06-01,发明,授权\n"
                         "CN201220249767.4,一种阀,甲公司;乙公司,2015-05-31,2015-12-30,实用新型,授权\n"
                         "CN201110314278.2,一种灯,丙公司,2016-01-15,2017-03-01,实用新型,授权\n"
                         "CN201710601862.3,一种泵,乙公司,2017-07-21,,发明,授权\n"
                         "CN201610000001.5,一种轴,乙公司,2016-01-04,2018-01-05,发明,未缴年费\n";

struct FeeWorkspace {
    Folder folder;
    store::Workspace workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    FeeWorkspace() {
        import_text(workspace, folder, "enterprises.csv", two_enterprises);
        auto how = request();
        how.cutoff = Date::from_ymd(2022, 3, 31);
        import_text(workspace, folder, "patents.csv", granted, how);
    }
    [[nodiscard]] service::FeeList list(std::string reduction = {}, int years = 1) const {
        return service::list_fees(workspace, {models(), {}, std::move(reduction), years});
    }
};

const service::OpenFee& of(const service::FeeList& list, const std::string& app_no) {
    const auto found = std::ranges::find_if(list.open, [&](const service::OpenFee& open) {
        return list.corpus.patents[open.patent].app_no == app_no;
    });
    REQUIRE(found != list.open.end());
    return *found;
}

} // namespace

TEST_CASE("fees: what falls due within a year, what lies in its grace, what cannot be told", "[service]") {
    const FeeWorkspace fees;
    const auto list = fees.list();
    CHECK(list.in_force == 4);
    CHECK(list.until.iso() == "2023-03-31");
    REQUIRE(list.open.size() == 5);
    // The first invention: year 4 in the last month of its grace, then year 5.
    CHECK(list.open[0].fee.due.iso() == "2021-10-22");
    CHECK(list.open[0].fee.state == FeeState::unknown);
    CHECK(list.open[0].fee.grace_month == 6);
    CHECK(list.open[0].late->fen == 30'000);
    CHECK(list.open[0].payable.fen == 120'000);
    // The model of nobody here: year 7 in the third month of its grace, then year 8.
    CHECK(list.open[1].fee.due.iso() == "2022-01-15");
    CHECK(list.open[1].fee.grace_month == 3);
    CHECK(list.open[1].late->fen == 12'000);
    CHECK(list.open[4].fee.due.iso() == "2023-01-15");
    CHECK(of(list, "CN201220249767.4").fee.due.iso() == "2022-05-31");
    CHECK(list.unknown.at(Undefined::no_data).size() == 1); // in force, day of grant not known
    CHECK(fees.list("85").open[1].payable.fen == 18'000);
    CHECK(fees.list("85").open[1].late->fen == 12'000); // of the full fee
    CHECK_THROWS_WITH(fees.list("50"), Contains("none, 85, 70"));
    CHECK_THROWS_AS(fees.list({}, 0), UsageError);
}

TEST_CASE("fees: by enterprise, park and year; a joint right counts once for a year", "[service]") {
    const FeeWorkspace fees;
    const auto list = fees.list();
    const auto by_year = service::fee_table(list, service::FeeSubject::year, Lang::en, 0);
    REQUIRE(by_year.rows.size() == 3);                         // 2021 to 2023
    CHECK(std::get<std::int64_t>(by_year.rows[1][1]) == 3);    // patents
    CHECK(std::get<std::int64_t>(by_year.rows[1][3]) == 3600); // 1200 each
    CHECK(std::get<std::int64_t>(by_year.rows[1][5]) == 1);    // one in grace
    CHECK(std::get<std::int64_t>(by_year.rows[1][6]) == 1320); // with its surcharge
    const auto by_enterprise = service::fee_table(list, service::FeeSubject::enterprise, Lang::en, 0);
    REQUIRE(by_enterprise.rows.size() == 5); // 乙 2022; 甲 2021, 2022; nobody 2022, 2023
    std::int64_t joint = 0;
    for (const auto& row : by_enterprise.rows) {
        joint += std::get<std::int64_t>(row[2]) == 2022 ? std::get<std::int64_t>(row[3]) : 0;
    }
    CHECK(joint == 4); // three patents, one of them whole for both its owners
    CHECK(by_enterprise.rows[4][0].index() == 0);
    CHECK(service::fee_table(list, service::FeeSubject::park, Lang::zh, 1).rows.size() == 1);
    const auto by_park = service::fee_table(list, service::FeeSubject::park, Lang::en, 0);
    CHECK(by_park.rows.front()[0].index() == 1);
    CHECK(by_park.rows.back()[0].index() == 0); // rights of nobody, after the parks
    const auto json = nlohmann::json::parse(service::fee_json(list, service::FeeSubject::park));
    CHECK(json["payments"] == "unknown");
    CHECK(json["totals"]["fees"] == 5);
    CHECK(json["totals"]["payable_cny"] == 6000);
    CHECK(json["not_computable"][0]["reason"] == "no_data");
    CHECK(json["rows"][0]["park"] == "某园区");
}

TEST_CASE("fees: imported payments close what they pay, and say what is late", "[service]") {
    FeeWorkspace fees;
    CHECK_THAT(service::fee_statement(fees.list(), Lang::zh).at(2), Contains("缴费情况不明"));
    auto how = request();
    how.cutoff = Date::from_ymd(2022, 3, 31);
    import_text(fees.workspace, fees.folder, "fees.csv",
                "申请号,事件,事件日期,说明\n"
                "CN201110314278.2,缴纳年费,2022-02-20,第7年年费\n"
                "CN201811234567.X,年费缴纳,2021-09-30,\n",
                how);
    const auto list = fees.list();
    CHECK(list.with_payments == 2);
    CHECK(list.open.size() == 3); // two of five are paid
    CHECK(of(list, "CN201110314278.2").fee.year == 8);
    CHECK(of(list, "CN201811234567.X").fee.state == FeeState::due);
    CHECK_THAT(service::fee_statement(list, Lang::en).back(), !Contains("were imported"));
    const auto json = nlohmann::json::parse(service::fee_json(list, service::FeeSubject::patent));
    CHECK(json["payments"] == "partly");
}

} // namespace test_fees
