// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses by the table of the house, and by a table as a user would give it.
#include <longmen/base/errors.hpp>
#include <longmen/resolve/address.hpp>

#include <catch2/catch.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace test_address {

using namespace longmen;
using namespace longmen::resolve;

namespace {

const Regions& built_in() {
    static const auto regions =
        Regions::read(Config::read(LONGMEN_SOURCE_DIR "/models/vocabulary/regions.toml"));
    return regions;
}

std::string place(const Regions& regions, std::string_view address) {
    const auto location = regions.locate(address);
    return location.province + "/" + location.city + "/" + location.county;
}

} // namespace

TEST_CASE("address: counties of Jinzhong in every written form") {
    const std::pair<const char*, const char*> cases[] = {
        {"山西省晋中市榆次区汇通路1号", "14/1407/140702"},
        {"030800 山西省晋中市太谷县明星镇", "14/1407/140703"},
        {"山西省太谷区恒达路", "14/1407/140703"},
        {"晋中介休市绵山镇", "14/1407/140781"},
        {"介休市义安镇工业园", "14/1407/140781"},
        {"山西介休义安镇", "14/1407/140781"},
        {"山西省 晋中市 祁县 昭馀镇", "14/1407/140727"},
        {"山西省晋中市开发区", "14/1407/"},
        {"山西省太原市小店区", "14//"},
        {"山西", "14//"},
    };
    for (const auto& [address, wanted] : cases) {
        INFO(address);
        CHECK(place(built_in(), address) == wanted);
    }
}

TEST_CASE("address: codes are read as codes") {
    CHECK(place(built_in(), "14") == "14//");
    CHECK(place(built_in(), "CN14") == "14//");
    CHECK(place(built_in(), "140700") == "14/1407/");
    CHECK(place(built_in(), "山西;14") == "14//");
    CHECK(place(built_in(), "140726") == "14/1407/140703"); // the code of Taigu before 2019
    CHECK(place(built_in(), "99") == "//");
    CHECK(built_in().find("140726")->name == "太谷区");
}

TEST_CASE("address: a street named after a place does not move the address") {
    CHECK(place(built_in(), "北京市海淀区山西路12号") == "11//");
    CHECK(place(built_in(), "上海市南京路平遥县大厦") == "31//");
    CHECK(place(built_in(), "Shenzhen, Nanshan") == "//");
    CHECK(place(built_in(), "") == "//");
}

TEST_CASE("address: a user's table adds cities and counties") {
    auto regions = built_in();
    for (const auto& [code, name] :
         std::vector<std::pair<std::string, std::string>>{{"1101", "市辖区"},
                                                          {"2201", "长春市"},
                                                          {"2202", "吉林市"},
                                                          {"2224", "延边朝鲜族自治州"},
                                                          {"1401", "太原市"},
                                                          {"110105", "朝阳区"},
                                                          {"220104", "朝阳区"},
                                                          {"220202", "昌邑区"},
                                                          {"222401", "延吉市"},
                                                          {"140105", "小店区"}}) {
        CHECK(regions.add(code, name));
    }
    CHECK(place(regions, "北京市朝阳区建国路") == "11/1101/110105");
    CHECK(place(regions, "吉林省长春市朝阳区") == "22/2201/220104");
    CHECK(place(regions, "朝阳区建国路") == "//"); // two of them
    CHECK(place(regions, "吉林省吉林市昌邑区") == "22/2202/220202");
    CHECK(place(regions, "吉林延边延吉市") == "22/2224/222401");
    CHECK(place(regions, "山西省太原市小店区南京路") == "14/1401/140105");
    CHECK(place(regions, "北京市海淀区太原路") == "11//");
    CHECK(regions.find("2224")->short_name == "延边");
}

TEST_CASE("address: what is no province, city or county is not added") {
    auto regions = built_in();
    CHECK(!regions.add("140702001", "北关街道"));
    CHECK(!regions.add("1x", "天津市"));
    CHECK(!regions.add("1407", ""));
}

TEST_CASE("address: unknown keys of the vocabulary are refused") {
    CHECK_THROWS_AS(Regions::read(Config::parse("[short_forms]\nsuffixes=[]\npeoples=[]\nnot_places=[]\n"
                                                "[[province]]\ncode='1'\nname='a'\nshort='a'",
                                                "test")),
                    DataError);
    CHECK_THROWS_AS(Regions::read(Config::parse("town=[]", "test")), DataError);
}

TEST_CASE("address: every county of the public table is found by its full name") {
    const std::string folder = LONGMEN_SOURCE_DIR "/../shared/data/regions/";
    if (!std::filesystem::exists(folder + "cn_areas.csv")) {
        WARN("no table of divisions beside the project; skipped");
        return;
    }
    auto regions = built_in();
    for (const auto* table : {"cn_provinces.csv", "cn_cities.csv", "cn_areas.csv"}) {
        std::ifstream rows(folder + table);
        std::string row;
        std::getline(rows, row);
        while (std::getline(rows, row)) { // 140702,"榆次区",1407,14
            const auto comma = row.find(',');
            auto name = row.substr(comma + 1, row.find(',', comma + 1) - comma - 1);
            std::erase(name, '"');
            REQUIRE(regions.add(row.substr(0, comma), name));
        }
    }
    std::ifstream in(folder + "cn_areas.csv");
    std::string line;
    std::getline(in, line);
    int wrong = 0;
    int all = 0;
    while (std::getline(in, line)) {
        const auto code = line.substr(0, 6);
        const auto* county = regions.find(code);
        const auto* city = regions.find(code.substr(0, 4));
        const auto* province = regions.find(code.substr(0, 2));
        REQUIRE(county);
        REQUIRE(province);
        const bool city_is_place = city && city->name != "市辖区" && city->name != "县" &&
                                   city->name.find("直辖县级") == std::string::npos;
        const auto address =
            province->name + (city_is_place ? city->name : std::string{}) + county->name + "人民路1号";
        ++all;
        wrong += regions.locate(address).county != code ? 1 : 0;
    }
    INFO(wrong << " of " << all);
    CHECK(all > 2900);
    CHECK(wrong * 100 <= all); // a name twice in one prefecture-level division
}

} // namespace test_address
