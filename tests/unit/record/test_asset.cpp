// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds and states of IP assets besides patents.
#include <longmen/base/errors.hpp>
#include <longmen/record/asset.hpp>

#include <catch2/catch.hpp>

namespace test_asset {

using namespace longmen;
using enum AssetKind;
using Catch::Matchers::Contains;

namespace {

const AssetVocabulary& words() {
    static const auto read = AssetVocabulary::read_folder(LONGMEN_SOURCE_DIR "/models");
    return read;
}

Date day(std::string_view iso) {
    return *Date::from_iso(iso);
}

std::string state(Asset asset, std::string_view iso) {
    words().complete(asset);
    return std::string{asset_state_key(asset_state_on(asset, day(iso)))};
}

} // namespace

TEST_CASE("asset: kinds and states go through their keys and have names in both languages") {
    for (std::size_t i = 0; i < asset_kind_count; ++i) {
        const auto kind = static_cast<AssetKind>(i);
        CHECK(asset_kind_by_key(asset_kind_key(kind)) == kind);
        // What a form offers is understood when it comes back.
        CHECK(words().kind_of(asset_kind_text(kind).zh) == kind);
        CHECK(words().kind_of(asset_kind_text(kind).en) == kind);
    }
    for (const auto state :
         {AssetState::pending, AssetState::valid, AssetState::expired, AssetState::ended}) {
        CHECK(asset_state_by_key(asset_state_key(state)) == state);
    }
}

TEST_CASE("asset: the longest word decides the kind") {
    CHECK(words().kind_of("注册商标") == trademark);
    CHECK(words().kind_of("地理标志证明商标") == gi_trademark);
    CHECK(words().kind_of("地理标志保护产品") == gi_product);
    CHECK(words().kind_of("計算機軟件著作權") == copyright_software);
    CHECK(words().kind_of("作品著作权登记") == copyright_work);
    CHECK(words().kind_of("林业植物新品种权") == plant_variety_forest);
    CHECK(words().kind_of("马德里商标国际注册") == madrid);
    CHECK(words().kind_of("商业秘密数量") == trade_secret);
    CHECK(words().kind_of("贯标证书") == ip_management);
    CHECK(words().kind_of("ip_management") == ip_management);
    CHECK_FALSE(words().kind_of("专利"));
}

TEST_CASE("asset: the words of a state") {
    CHECK(words().state_of("已注册") == AssetState::valid);
    CHECK(words().state_of("商标注册申请中") == AssetState::pending);
    CHECK(words().state_of("无效") == AssetState::ended);
    CHECK(words().state_of("有效") == AssetState::valid);
    CHECK(words().state_of("蓝色") == AssetState::unknown);
}

TEST_CASE("asset: valid up to the last day; a term over without a last day is open where it can be renewed") {
    Asset mark{.kind = trademark, .registered = day("2010-05-07")};
    CHECK(state(mark, "2010-05-06") == "pending");
    CHECK(state(mark, "2020-05-06") == "valid");
    CHECK(state(mark, "2020-05-07") == "unknown"); // renewed or not: nobody said
    mark.expires = day("2030-05-06");
    CHECK(state(mark, "2030-05-06") == "valid");
    CHECK(state(mark, "2030-05-07") == "expired");
    mark.state = AssetState::ended;
    CHECK(state(mark, "2025-01-01") == "ended");
    const Asset variety{.kind = plant_variety_farm, .registered = day("2000-01-01")};
    CHECK(state(variety, "2015-01-01") == "expired");
    const Asset software{.kind = copyright_software, .registered = day("2000-01-01")};
    CHECK(state(software, "2024-01-01") == "valid");
    CHECK(state({.kind = trademark}, "2024-01-01") == "unknown");
    CHECK(state({.kind = trademark, .state = AssetState::pending}, "2024-01-01") == "pending");
    CHECK(state({.kind = trade_secret, .count = 3}, "2024-01-01") == "valid");
}

TEST_CASE("asset: a heading that would tell a secret is known") {
    CHECK(words().tells_secrets("商业秘密内容"));
    CHECK(words().tells_secrets("技术秘密要点"));
    CHECK(words().tells_secrets("Secret Content"));
    CHECK_FALSE(words().tells_secrets("商业秘密数量"));
}

TEST_CASE("asset: mistakes in the vocabulary are refused") {
    const auto parse = [](const std::string& text) {
        return AssetVocabulary::read(Config::parse("id = \"a\"\n" + text, "a.toml"));
    };
    CHECK_THROWS_WITH(parse("[[kind]]\nkey = \"castle\"\nwords = [\"a\"]\nsource = \"s\"\nsource_date = "
                            "2021-01-01\n"),
                      Contains("a.toml:3") && Contains("gi_product"));
    CHECK_THROWS_WITH(parse(""), Contains("trademark"));
}

} // namespace test_asset
