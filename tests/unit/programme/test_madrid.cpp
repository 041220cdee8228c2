// SPDX-License-Identifier: GPL-3.0-or-later
// Madrid registrations by owner: how many, and to how many countries.
#include "enterprises.hpp"

#include <longmen/programme/madrid.hpp>

#include <catch2/catch.hpp>

namespace test_madrid {

using namespace longmen;
using namespace longmen::test;

namespace {

Asset madrid(std::string owner, const char* filed, std::vector<std::string> countries) {
    Asset asset{.kind = AssetKind::madrid, .owner = std::move(owner)};
    asset.filed = Date::from_iso(filed);
    asset.countries = std::move(countries);
    return asset;
}

} // namespace

TEST_CASE("madrid: applications by owner, countries counted once over all of them") {
    Corpus data = corpus({enterprise("甲有限公司", {})});
    data.assets = {madrid("甲有限公司", "2020-01-01", {"美国", "日本"}), madrid("甲公司", "2021-01-01", {}),
                   madrid("甲有限责任公司", "2021-06-01", {"日本", "法国"}),
                   madrid("甲有限公司", "2023-06-01", {"德国"})};
    data.assets[0].enterprise = 0;
    data.assets.push_back({.kind = AssetKind::trademark, .owner = "甲有限公司"});
    const auto standings = programme::madrid_standings(data, data.as_of);
    REQUIRE(standings.size() == 2);
    const auto& first = standings[0].owner == "甲公司" ? standings[1] : standings[0];
    CHECK(first.owner == "甲有限公司");
    CHECK(first.enterprise == 0U);
    CHECK(first.applications == 2); // the one of 2023 is later than the date
    CHECK(first.countries.size() == 3);
    const auto& other = standings[0].owner == "甲公司" ? standings[0] : standings[1];
    CHECK(other.without_countries == 1);
    CHECK(programme::madrid_standings(corpus({}), data.as_of).empty());
}

} // namespace test_madrid
