// SPDX-License-Identifier: GPL-3.0-or-later
// Progress on targets: what counts, what is unknown, what records cannot tell.
#include "enterprises.hpp"
#include "support/terms.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/programme/targets.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

namespace test_targets {

using namespace longmen;
using namespace longmen::programme;
using namespace longmen::test;
using Catch::Matchers::Contains;

namespace {

Patent invention(LegalState status, std::string city = "晋中市") {
    Patent patent;
    patent.office = "CN";
    patent.type = PatentType::invention;
    patent.status = status;
    patent.city = std::move(city);
    patent.app_date = Date::from_iso("2015-03-01");
    patent.grant_date = Date::from_iso("2018-03-01");
    return patent;
}

Corpus of(std::size_t in_force, std::size_t unknown) {
    Corpus data = corpus({});
    data.patents.assign(in_force, invention(LegalState::granted));
    data.patents.insert(data.patents.end(), unknown, invention(LegalState::unknown));
    return data;
}

TargetProgress valid_inventions(const Corpus& data, std::string_view date = "2022-12-31") {
    return target_progress(data, jinzhong(), *Date::from_iso(date), 2022).targets.at(0);
}

} // namespace

TEST_CASE("targets: inventions in force inside the region count, others do not") {
    Corpus data = of(3, 0);
    data.patents.push_back(invention(LegalState::granted, "太原市"));
    data.patents.push_back(invention(LegalState::fee_lapsed));
    data.patents.push_back(invention(LegalState::examination));
    data.patents.push_back(invention(LegalState::granted));
    data.patents.back().type = PatentType::utility_model;
    data.patents.push_back(invention(LegalState::granted));
    data.patents.back().app_date = Date::from_iso("2001-01-01"); // full term over
    data.patents.back() = with_term(data.patents.back());
    const auto progress = valid_inventions(data);
    CHECK(progress.id == "T22-1");
    CHECK(progress.value == 3.0);
    CHECK(progress.gap == 797.0);
    CHECK(progress.state == TargetState::not_reached);
    CHECK(target_progress(data, jinzhong(), data.as_of, 2022).outside == 1);
}

TEST_CASE("targets: unknown status is neither in force nor nothing") {
    CHECK(valid_inventions(of(800, 0)).state == TargetState::reached);
    CHECK(valid_inventions(of(799, 0)).state == TargetState::not_reached);
    const auto open = valid_inventions(of(790, 20));
    CHECK(open.state == TargetState::missing);
    CHECK_FALSE(open.value);
    CHECK(open.at_least == 790u);
    CHECK(open.at_most == 810u);
    CHECK_THAT(open.reason.zh, Contains("另有20件"));
    CHECK(valid_inventions(of(800, 20)).state == TargetState::reached);
    CHECK(valid_inventions(of(700, 99)).state == TargetState::not_reached);
}

TEST_CASE("targets: without a place a record counts through its enterprise, else not") {
    Corpus data = of(0, 0);
    data.enterprises.push_back(enterprise("甲", {}));
    data.patents.assign(2, invention(LegalState::granted, ""));
    data.patents[0].enterprises = {0};
    const auto report = target_progress(data, jinzhong(), data.as_of, 2022);
    CHECK(report.inside == 1);
    CHECK(report.targets[0].value == 1.0);
    CHECK(report.notes.size() == 2);
}

TEST_CASE("targets: no records of the region is missing, not zero") {
    CHECK(valid_inventions(of(0, 0)).state == TargetState::missing);
    CHECK_FALSE(valid_inventions(of(0, 0)).value);
}

TEST_CASE("targets: what patent records cannot tell is missing and says what it needs") {
    const auto report = target_progress(of(1, 0), jinzhong(), *Date::from_iso("2023-06-30"), 2022);
    REQUIRE(report.targets.size() == 6);
    for (std::size_t i = 1; i < report.targets.size(); ++i) {
        CHECK(report.targets[i].state == TargetState::missing);
        CHECK_FALSE(report.targets[i].value);
        CHECK_FALSE(report.targets[i].reason.zh.empty());
        CHECK_FALSE(report.targets[i].reason.en.empty());
    }
    CHECK(report.notes.size() == 3); // unit, records end earlier, period ended
    CHECK_THROWS_AS(target_progress(of(1, 0), jinzhong(), report.as_of, 2021), UsageError);
}

namespace {

Asset asset(AssetKind kind, std::string city = "晋中市") {
    Asset result{.kind = kind, .owner = "甲公司"};
    result.registered = Date::from_iso("2019-05-01");
    result.city = std::move(city);
    return result;
}

TargetProgress target(const Corpus& data, std::string_view id, int year = 2022) {
    const auto report = target_progress(data, jinzhong(), data.as_of, year);
    return *std::ranges::find(report.targets, id, &TargetProgress::id);
}

} // namespace

TEST_CASE("targets: marks on the lists count when valid and of the region; the rest only widens the bounds") {
    Corpus data = corpus({});
    data.enterprises.push_back(enterprise("乙", {}));
    data.assets = {asset(AssetKind::trademark), asset(AssetKind::gi_trademark),
                   asset(AssetKind::trademark, "太原市"), asset(AssetKind::trademark),
                   asset(AssetKind::trademark, "")};
    data.assets[3].expires = Date::from_iso("2022-12-30"); // the day before
    data.assets[4].enterprise = 0;
    CHECK(target(data, "T22-2").value == 3.0);
    CHECK(target(data, "T22-2").state == TargetState::not_reached);
    CHECK(target(data, "T22-3").value == 1.0);
    data.assets[4].enterprise.reset(); // of nobody knows where
    CHECK_FALSE(target(data, "T22-2").value);
    CHECK(target(data, "T22-2").at_least == 2U);
    CHECK(target(data, "T22-2").at_most == 3U);
    CHECK_THAT(target(data, "T22-2").reason.en, Contains("of 1 more is unknown"));
    CHECK(target(data, "T22-4").state == TargetState::missing); // no certificates on any list
}

TEST_CASE("targets: works, forest varieties, and enterprises rather than certificates") {
    Corpus data = corpus({});
    data.assets.assign(500, asset(AssetKind::copyright_work));
    data.assets.push_back(asset(AssetKind::copyright_software));
    CHECK(target(data, "T20-5", 2020).state == TargetState::reached);
    CHECK(target(data, "T20-5", 2020).value == 500.0);
    data.assets.assign(5, asset(AssetKind::plant_variety_forest));
    data.assets.push_back(asset(AssetKind::plant_variety_farm));
    CHECK(target(data, "T20-6", 2020).value == 5.0);
    data.assets.push_back(asset(AssetKind::plant_variety)); // branch not said: perhaps the sixth
    CHECK(target(data, "T20-6", 2020).state == TargetState::missing);
    CHECK(target(data, "T20-6", 2020).at_most == 6U);
    data.assets.assign(2, asset(AssetKind::ip_management)); // two certificates of one enterprise
    data.assets.push_back(asset(AssetKind::ip_management));
    data.assets.back().owner = "乙公司";
    CHECK(target(data, "T22-4").value == 2.0);
}

} // namespace test_targets
