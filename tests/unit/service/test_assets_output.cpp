// SPDX-License-Identifier: GPL-3.0-or-later
// A filled list of assets goes in as it says, and is counted by kind and state.
#include "small_workspace.hpp"

#include <longmen/service/assets_output.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/status.hpp>

#include <nlohmann/json.hpp>

namespace test_assets_output {

using namespace longmen;
using namespace longmen::test;

namespace {

constexpr auto assets = "资产类别,名称,注册号/登记号,权利人,注册日/登记日,有效期至,状态,数量,城市\n"
                        "商标,某山,1,甲公司,2019-01-07,2029-01-06,已注册,,晋中市\n"
                        "商标,某河,2,甲公司,2009-01-07,2019-01-06,已注册,,晋中市\n"
                        "商标,某湖,3,甲公司,2009-01-07,,,,晋中市\n"
                        "作品著作权,某画,4,乙公司,2020-01-07,,,,晋中市\n"
                        "商业秘密,,,甲公司,,,,7,\n";

} // namespace

TEST_CASE("assets output: counted by kind and state as of the date", "[service]") {
    SmallWorkspace small;
    const auto got = import_text(small.workspace, small.folder, "assets.csv", assets);
    CHECK(got.tables.at(0).counts.added == 5);
    CHECK(import_text(small.workspace, small.folder, "assets.csv", assets).tables.at(0).counts.unchanged ==
          5);
    const auto status = service::take_status(small.workspace, {models(), {}, 10, 20});
    REQUIRE(status.assets.size() == 3);
    const auto json = nlohmann::json::parse(service::status_json(status));
    CHECK(json["assets"][0]["kind"] == "trademark");
    CHECK(json["assets"][0]["valid"] == 1);
    CHECK(json["assets"][0]["expired"] == 1);
    CHECK(json["assets"][0]["unknown"] == 1); // its term is over, and nobody said whether it was renewed
    CHECK(json["assets"][1]["total"] == 1);
    CHECK(json["assets"][2]["valid"] == 7);
    const auto earlier =
        service::take_status(small.workspace, {models(), Date::from_iso("2018-06-30"), 10, 20});
    CHECK(earlier.assets[0].by_state[static_cast<std::size_t>(AssetState::valid)] == 2);
    CHECK(earlier.assets[0].by_state[static_cast<std::size_t>(AssetState::pending)] == 1);
    const auto table = service::asset_table(status.assets, Lang::zh, true);
    CHECK(std::get<std::string>(table.rows[2][0]) == "商业秘密");
    CHECK(service::asset_table({}, Lang::en, false).rows.empty());
}

} // namespace test_assets_output
