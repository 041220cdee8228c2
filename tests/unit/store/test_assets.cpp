// SPDX-License-Identifier: GPL-3.0-or-later
// Assets: merged by number or by owner and name, whatever the order; ties to enterprises.
#include <longmen/store/assets.hpp>
#include <longmen/store/inventory.hpp>
#include <longmen/store/load.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

#include <algorithm>

namespace test_assets {

using namespace longmen;
using namespace longmen::store;
using test::terms;

namespace {

AssetRow mark(std::uint64_t row, std::string number, std::string name, std::string owner) {
    AssetRow result;
    result.row = row;
    result.kind = AssetKind::trademark;
    result.number = std::move(number);
    result.name = std::move(name);
    result.owner = std::move(owner);
    result.registered = "2019-01-07";
    return result;
}

ImportCounts take(Workspace& workspace, const std::vector<AssetRow>& rows,
                  std::optional<Date> cutoff = std::nullopt) {
    ImportSession session(workspace, {"assets.csv", "sum", cutoff, "tester", "2022-01-01T00:00:00Z"});
    session.begin_table();
    for (const auto& row : rows) {
        session.asset(row);
    }
    session.end_table({"", "assets", "assets", {}, {}});
    return session.commit().at(0);
}

std::vector<std::string> shown(const Workspace& workspace) {
    std::vector<std::string> lines;
    for (const auto& asset : load_assets(workspace)) {
        lines.push_back(asset.number + "|" + asset.name + "|" + asset.owner + "|" +
                        (asset.expires ? asset.expires->iso() : "") + "|" + std::to_string(asset.count));
    }
    return lines;
}

} // namespace

TEST_CASE("assets: the same number is one asset, the same content changes nothing") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    CHECK(take(workspace, {mark(2, "123", "某山", "甲公司"), mark(3, "124", "某山", "甲公司")}).added == 2);
    const auto generation = workspace.generation();
    CHECK(take(workspace, {mark(2, " 123", "某山", "甲公司")}).unchanged == 1);
    CHECK(workspace.generation() == generation);
    auto later = mark(2, "123", "", "");
    later.expires = "2029-01-06";
    CHECK(take(workspace, {later}).updated == 1);
    const auto assets = load_assets(workspace);
    REQUIRE(assets.size() == 2);
    CHECK(assets[0].expires->iso() == "2029-01-06");
    CHECK(assets[0].owner == "甲公司");
    CHECK(assets[0].source == "assets.csv:2");
    auto other = mark(2, "123", "某河", "甲公司");
    take(workspace, {other});
    CHECK(take_inventory(workspace, 10).conflict_list.at(0).name == "123");
}

TEST_CASE("assets: without a number owner and name decide, and the order of rows does not") {
    const std::vector<AssetRow> rows{mark(2, "", "某山", "甲有限责任公司"), mark(3, "", "某山", "甲有限公司"),
                                     mark(4, "9", "某山", "甲有限公司"), mark(5, "", "某山", "乙公司")};
    const test::Folder folder;
    auto forward = Workspace::open(folder.path("a"), OpenMode::create);
    auto backward = Workspace::open(folder.path("b"), OpenMode::create);
    take(forward, rows);
    take(backward, {rows.rbegin(), rows.rend()});
    CHECK(load_assets(forward).size() == 3);
    CHECK(shown(forward) == shown(backward));
}

TEST_CASE("assets: a newer count of secrets takes the place of the older one") {
    AssetRow secrets;
    secrets.row = 2;
    secrets.kind = AssetKind::trade_secret;
    secrets.owner = "甲公司";
    secrets.count = 3;
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    take(workspace, {secrets}, Date::from_iso("2021-12-31"));
    secrets.count = 5;
    CHECK(take(workspace, {secrets}, Date::from_iso("2022-12-31")).updated == 1);
    REQUIRE(load_assets(workspace).size() == 1);
    CHECK(load_assets(workspace)[0].count == 5);
    CHECK(workspace.data_date()->iso() == "2022-12-31");
}

TEST_CASE("assets: owners are tied to enterprises by code, else by any name") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    {
        ImportSession session(workspace, {"e.csv", "s", {}, "tester", "2022-01-01T00:00:00Z"});
        session.begin_table();
        EnterpriseRow row;
        row.row = 2;
        row.name = "甲有限公司";
        row.uscc = "91140702FX00100134";
        row.former_names = {"甲厂"};
        session.enterprise(row);
        session.end_table({"", "enterprises", "enterprises", {}, {}});
        session.commit();
    }
    auto by_code = mark(2, "1", "某山", "某单位");
    by_code.uscc = "91140702FX00100134";
    take(workspace, {by_code, mark(3, "2", "某山", "甲厂"), mark(4, "3", "某山", "乙公司")});
    const auto corpus = load_corpus(workspace, terms());
    REQUIRE(corpus.assets.size() == 3);
    CHECK(corpus.assets[0].enterprise == 0U);
    CHECK(corpus.assets[1].enterprise == 0U);
    CHECK_FALSE(corpus.assets[2].enterprise);
}

} // namespace test_assets
