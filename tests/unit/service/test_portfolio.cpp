// SPDX-License-Identifier: GPL-3.0-or-later
// Portfolios of a workspace: views agree with each other, with the fees and with the scores.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/portfolio.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace test_portfolio {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;
using service::PortfolioView;

namespace {

constexpr auto holdings =
    "申请号,名称,申请人,发明人,申请日,授权公告日,专利类型,法律状态,主分类号,被引次数,权利要求数量\n"
    "CN201811234567.X,一种密封圈,甲公司,张三,2018-10-22,2020-06-01,发明,授权,F16J15/16,7,9\n"
    "CN201220249767.4,一种阀,甲公司;乙公司,李四,2015-05-31,2015-12-30,实用新型,授权,F16K31/06,2,5\n"
    "CN201110314278.2,一种灯,丙公司,王五,2016-01-15,2017-03-01,实用新型,授权,F21S2/00,,4\n"
    "CN201710601862.3,一种泵,甲公司,张三,2017-07-21,,发明,授权,F04B1/00,1,8\n"
    "CN201610000001.5,一种轴,乙公司,赵六,2016-01-04,2018-01-05,发明,未缴年费,F16C3/00,1,3\n"
    "CN202110000007.3,一种销,甲公司,张三,2021-01-04,,发明,实质审查,F16B19/00,,6\n";

struct Holdings {
    Folder folder;
    store::Workspace workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    Holdings() {
        import_text(workspace, folder, "enterprises.csv", two_enterprises);
        auto how = request();
        how.cutoff = Date::from_ymd(2022, 3, 31);
        import_text(workspace, folder, "patents.csv", holdings, how);
    }
    /// The shipped model, but cohorts may be of one: there are few records.
    [[nodiscard]] std::string model() const {
        std::ifstream in(models() + "/value/longmen-first/v1.toml");
        std::string text{std::istreambuf_iterator<char>(in), {}};
        const std::string minimum = "minimum = 30";
        REQUIRE(text.find(minimum) != std::string::npos);
        text.replace(text.find(minimum), minimum.size(), "minimum = 1");
        std::ofstream{folder.path("model.toml"), std::ios::binary | std::ios::trunc} << text;
        return folder.path("model.toml");
    }
    [[nodiscard]] service::PortfolioBasis basis(const std::string& reduction = {}, int years = 3) const {
        Progress silent;
        return service::portfolio_basis(workspace, {{models(), model(), {}}, reduction, years}, silent);
    }
};

std::int64_t whole(const Cell& cell) {
    return std::get<std::int64_t>(cell);
}

std::size_t column(const Table& table, std::string_view key) {
    const auto found = std::ranges::find(table.columns, key, &Column::key);
    REQUIRE(found != table.columns.end());
    return static_cast<std::size_t>(found - table.columns.begin());
}

std::int64_t total(const Table& table, std::string_view key) {
    std::int64_t sum = 0;
    for (const auto& row : table.rows) {
        sum += whole(row[column(table, key)]);
    }
    return sum;
}

} // namespace

TEST_CASE("portfolio: by former name, code or park; anything else names the parks", "[service]") {
    const Holdings small;
    const auto basis = small.basis();
    const auto firm = service::portfolio_views(small.workspace, basis, "甲厂");
    CHECK(firm.party->name == "甲公司");
    CHECK(firm.uscc == "91140702FX00100134");
    CHECK_FALSE(firm.park);
    CHECK(firm.portfolio.families.size() == 4);
    CHECK(firm.portfolio.active == 4);
    const auto park = service::portfolio_views(small.workspace, basis, "某园区");
    CHECK(park.park);
    CHECK(park.portfolio.families.size() == 5); // the joint one once
    CHECK_THROWS_WITH(service::portfolio_views(small.workspace, basis, "无此公司"), Contains("某园区"));
}

TEST_CASE("portfolio: views agree with each other and with the score", "[service]") {
    const Holdings small;
    const auto basis = small.basis();
    for (const auto* who : {"甲公司", "乙公司", "某园区"}) {
        const auto views = service::portfolio_views(small.workspace, basis, who);
        const auto table = [&](PortfolioView view) {
            return service::portfolio_table(basis, views, view, Lang::en, 0);
        };
        const auto active = static_cast<std::int64_t>(views.party->active);
        CHECK(total(table(PortfolioView::ages), "families") == active);
        CHECK(total(table(PortfolioView::ends), "families") == active);
        CHECK(total(table(PortfolioView::fields), "active") == active);
        CHECK(total(table(PortfolioView::fields), "families") ==
              static_cast<std::int64_t>(views.party->families.size()));
        const auto families = table(PortfolioView::families);
        CHECK(families.rows.size() == views.party->families.size());
        CHECK(table(PortfolioView::top).rows.size() == views.party->counted);
        double value = 0;
        for (const auto& row : families.rows) {
            const auto& cell = row[column(families, "value")];
            const bool counted = std::get<std::string>(row[column(families, "active")]) == "yes";
            value += counted && cell.index() == 3 ? std::get<Decimal>(cell).value : 0;
        }
        REQUIRE(views.party->sum.defined());
        CHECK(value == Approx(views.party->sum.value()));
    }
}

TEST_CASE("portfolio: costs are those of the fees of the same owner, whatever the reduction", "[service]") {
    const Holdings small;
    for (const auto* reduction : {"", "85"}) {
        const auto basis = small.basis(reduction, 5);
        const auto list = service::list_fees(small.workspace, {models(), {}, reduction, 5});
        const auto fees = service::fee_table(list, service::FeeSubject::enterprise, Lang::en, 0);
        for (const auto* who : {"甲公司", "乙公司"}) {
            const auto views = service::portfolio_views(small.workspace, basis, who);
            const auto costs = service::portfolio_table(basis, views, PortfolioView::costs, Lang::en, 0);
            std::vector<std::vector<Cell>> expected;
            for (const auto& row : fees.rows) {
                if (row[0].index() == 1 && std::get<std::string>(row[0]) == who) {
                    expected.push_back(row);
                }
            }
            REQUIRE(costs.rows.size() == expected.size());
            REQUIRE_FALSE(expected.empty());
            for (std::size_t i = 0; i < expected.size(); ++i) {
                for (const auto* key : {"year", "patents", "fees", "full_cny", "payable_cny", "grace_cny"}) {
                    const auto& a = costs.rows[i][column(costs, key)];
                    const auto& b = expected[i][column(fees, key)];
                    REQUIRE(a.index() == b.index());
                    CHECK((a.index() == 2 ? static_cast<double>(whole(a)) : std::get<Decimal>(a).value) ==
                          (b.index() == 2 ? static_cast<double>(whole(b)) : std::get<Decimal>(b).value));
                }
            }
        }
    }
}

TEST_CASE("portfolio: a right whose fees cannot be told is listed, with its reason", "[service]") {
    const Holdings small;
    const auto basis = small.basis();
    const auto views = service::portfolio_views(small.workspace, basis, "甲公司");
    const auto gaps = service::portfolio_table(basis, views, PortfolioView::gaps, Lang::en, 0);
    REQUIRE(gaps.rows.size() == 1); // in force, day of grant not known
    CHECK(std::get<std::string>(gaps.rows[0][0]) == "CN201710601862.3");
    CHECK(std::get<std::string>(gaps.rows[0][2]) == "no_data");
    const auto section = service::portfolio_section(basis, views, PortfolioView::costs, Lang::en, 0);
    CHECK(std::ranges::any_of(section.lines, [](const std::string& line) {
        return line.find("the fees of 1 rights in force cannot be told") != std::string::npos;
    }));
}

TEST_CASE("portfolio: events after the as-of date are not known yet", "[service]") {
    const Holdings small;
    auto how = request();
    how.cutoff = Date::from_ymd(2022, 3, 31);
    import_text(const_cast<store::Workspace&>(small.workspace), small.folder, "events.csv",
                "申请号,事件,事件日期,说明\n"
                "CN201811234567.X,专利实施许可合同备案的生效,2021-02-20,\n"
                "CN201220249767.4,专利权质押合同登记的生效,2021-12-20,\n",
                how);
    const auto uses = [&](std::string_view as_of) {
        Progress silent;
        const auto basis = service::portfolio_basis(
            small.workspace, {{models(), "longmen-first", Date::from_iso(as_of)}, {}, 3}, silent);
        std::map<std::string, std::size_t> counts;
        for (std::size_t i = 0; i < basis.uses.size(); ++i) {
            for (const auto& [kind, count] : basis.uses[i].counts) {
                counts[std::string{event_key(kind)}] += count;
            }
            CHECK((basis.uses[i].told || basis.uses[i].counts.empty()));
        }
        return counts;
    };
    CHECK(uses("2022-03-31") == std::map<std::string, std::size_t>{{"licence", 1}, {"pledge", 1}});
    CHECK(uses("2021-06-30") == std::map<std::string, std::size_t>{{"licence", 1}});
}

TEST_CASE("portfolio: JSON, page and overview", "[service]") {
    const Holdings small;
    const auto basis = small.basis();
    const auto views = service::portfolio_views(small.workspace, basis, "甲公司");
    const auto json = nlohmann::json::parse(
        service::portfolio_json(basis, views, {PortfolioView::ends, PortfolioView::candidates}));
    CHECK(json["kind"] == "enterprise");
    CHECK(json["as_of"] == "2022-03-31");
    CHECK(json["until"] == "2025-03-31");
    CHECK(json["payments"] == "unknown");
    CHECK(json["totals"]["active"] == 4);
    CHECK(json["totals"]["fees_unknown"] == 1);
    CHECK(json["totals"]["not_granted"] == 1);
    CHECK(json["views"].size() == 2);
    CHECK(json["views"]["ends"][0]["families"] == 1);
    CHECK_THAT(json["notes"]["candidates"][1].get<std::string>(), Contains("no advice to give a right up"));
    const auto page = service::portfolio_page(basis, views, Lang::zh);
    CHECK_THAT(page, Contains("甲公司专利组合") && Contains("不是放弃权利的建议"));
    CHECK(page == service::portfolio_page(basis, views, Lang::zh));

    const auto overview = service::portfolio_overview(basis, Lang::en, 0);
    REQUIRE(overview.rows.size() == 2);
    const auto row = std::ranges::find_if(
        overview.rows, [](const auto& one) { return std::get<std::string>(one[0]) == "甲公司"; });
    CHECK(whole((*row)[column(overview, "active")]) == 4);
    CHECK(whole((*row)[column(overview, "fees_unknown")]) == 1);
    const auto one_year = small.basis({}, 1);
    const auto costs = service::portfolio_views(small.workspace, one_year, "甲公司").costs;
    CHECK(whole((*row)[column(overview, "fee_next_cny")]) == costs.total.payable.fen / 100);
    CHECK(service::portfolio_overview(basis, Lang::en, 1).rows.size() == 1);
    CHECK(nlohmann::json::parse(service::portfolio_overview_json(basis))["rows"].size() == 2);
    CHECK(service::portfolio_view_by_key("ends") == PortfolioView::ends);
    CHECK_FALSE(service::portfolio_view_by_key("end"));
    CHECK(service::portfolio_view_keys().size() == 12);
}

} // namespace test_portfolio
