// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of names: joined with a reason, kept apart for one, the same in any order.
#include <longmen/base/errors.hpp>
#include <longmen/resolve/organisations.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace test_organisations {

using namespace longmen;
using namespace longmen::resolve;

namespace {

using Mentions = std::vector<OrganisationMention>;

const OrganisationVocabulary& vocabulary() {
    static const auto read = OrganisationVocabulary::read(
        Config::read(LONGMEN_SOURCE_DIR "/models/vocabulary/organisations.toml"));
    return read;
}

OrganisationMention named(std::string name) {
    OrganisationMention mention;
    mention.name = std::move(name);
    return mention;
}

Mentions all_named(std::initializer_list<const char*> names) {
    return {names.begin() == names.end() ? Mentions{} : [&] {
        Mentions mentions;
        for (const auto* name : names) {
            mentions.push_back(named(name));
        }
        return mentions;
    }()};
}

/// The reason that joins two names given alone, or "-".
std::string reason(const OrganisationMention& a, const OrganisationMention& b,
                   const OrganisationOptions& options = {}) {
    const auto result = group_organisations({a, b}, vocabulary(), {}, options);
    return result.groups.size() == 1 ? std::string{merge_reason_key(result.groups[0].links.at(0).reason)}
                                     : "-";
}
std::string reason(const char* a, const char* b) {
    return reason(named(a), named(b));
}

/// Groups and links by content, so that two runs can be compared whatever the order of their input.
auto content(const Mentions& mentions, const OrganisationGroups& result) {
    std::set<std::tuple<std::string, std::multiset<std::string>, std::multiset<std::string>>> groups;
    for (const auto& group : result.groups) {
        std::multiset<std::string> members;
        for (const auto member : group.members) {
            members.insert(mentions[member].name);
        }
        std::multiset<std::string> links;
        for (const auto& link : group.links) {
            links.insert(std::string{merge_reason_key(link.reason)} + "|" + link.value + "|" +
                         link.other_value);
        }
        groups.emplace(mentions[group.representative].name, std::move(members), std::move(links));
    }
    return groups;
}

} // namespace

TEST_CASE("organisations: each joining has its reason") {
    CHECK(reason("龙门科技有限公司", "龙门科技 有限公司") == "same_name");
    CHECK(reason("龙门科技有限公司", "龙门科技股份有限公司") == "legal_form");
    CHECK(reason("龙门（集团）科技有限公司", "龙门集团科技有限公司") == "bracketed_place");
    CHECK(reason("Longmen (China) Co., Ltd.", "Longmen China Co., Ltd.") == "bracketed_place");
    CHECK(reason("泰安市龙门科技有限公司", "泰安龙门科技有限公司") == "spelling");
    CHECK(reason("LONGMEN TECH CO LTD", "Longmen Technologies Co., Ltd.") == "spelling");
    CHECK(reason("Longmen Inc", "Longmen LLC") == "legal_form");
    CHECK(reason("龙门装备有限公司（原龙门化工总厂）", "龙门化工总厂") == "former_name");
    CHECK(reason("山西大学", "山西大学化学化工学院") == "department");
    CHECK(reason("清华大学", "UNIV TSINGHUA") == "transliteration");
    CHECK(reason("IBM", "International Business Machines Corp.") == "alias");
    CHECK(reason("Dragongate Wireless Robotics Inc", "Dragomgate Wireless Robotics Inc") == "similar");
    CHECK(reason("Shanghai Longmen Polymer Co., Ltd.", "Shanghai Longmen Polymer Technology Co., Ltd.") ==
          "similar");
    CHECK(reason("DOLGIN BENJAMIN", "DOLGIN BENJAMIN G") == "similar");
}

TEST_CASE("organisations: precision comes first") {
    CHECK(reason("龙门（北京）科技有限公司", "龙门科技有限公司") == "-");
    CHECK(reason("龙门科技有限公司", "龙川科技有限公司") == "-");
    CHECK(reason("肥城金塔机械有限公司", "肥城金威机械有限公司") == "-");
    CHECK(reason("龙门股份有限公司长春分公司", "龙门股份有限公司") == "-");
    CHECK(reason("Longmen Operations GmbH", "Longmen Operations SAS") == "-");
    CHECK(reason("University of Washington", "Washington University") == "-");
    CHECK(reason("清华大学", "Peking University") == "-");
    CHECK(reason("中国科学院化学研究所", "中国科学院力学研究所") == "-");
    CHECK(reason("Siemens Corp", "Siemens Industry Corp") == "-");
    CHECK(reason("Hangzhou Xinyuan Co., Ltd.", "Hangzhou Xingyuan Co., Ltd.") == "-");
    CHECK(reason("5D Robotics Inc", "3D Robotics Inc") == "-");
    CHECK(reason("SMITH JOHN", "SMITH JOHN JR") == "-");
    CHECK(reason("SMITH JOHN", "John Smith Inc") == "-");
    CHECK(reason("李明", "李明科技有限公司") == "-");
    CHECK(reason("WANG JUN", "WANG JUAN") == "-");
}

TEST_CASE("organisations: codes join unlike names and part like ones") {
    auto one = named("龙门科技有限公司");
    auto other = named("登龙科技有限公司");
    one.credit_code = other.credit_code = "91140700MA0000000X";
    CHECK(reason(one, other) == "same_code");
    other.name = one.name;
    other.credit_code = "91140700MA0000001X";
    CHECK(reason(one, other) == "-");
}

TEST_CASE("organisations: two applicants of one record are two, and so are two countries") {
    auto one = named("Longmen Inc");
    one.joint = {"Longmen LLC"};
    CHECK(reason(one, named("Longmen LLC")) == "-");
    auto german = named("Longmen");
    german.country = "DE";
    auto french = named("Longmen SA");
    french.country = "FR";
    CHECK(reason(german, french) == "-");
}

TEST_CASE("organisations: without a form a name goes to none of several firms") {
    const auto mentions =
        all_named({"Longmen Operations", "Longmen Operations GmbH", "Longmen Operations SAS"});
    CHECK(group_organisations(mentions, vocabulary()).groups.size() == 3);
    CHECK(group_organisations({mentions[0], mentions[1]}, vocabulary()).groups.size() == 1);
}

TEST_CASE("organisations: a person's word stands above every rule") {
    const auto mentions = all_named({"龙门科技有限公司", "龙门科技股份有限公司", "登龙科技有限公司"});
    const auto result = group_organisations(mentions, vocabulary(),
                                            {{"龙门科技有限公司", "龙门科技股份有限公司", false},
                                             {"龙门科技有限公司", "登龙科技有限公司", true},
                                             {"龙门科技有限公司", "没有这家公司", true}});
    REQUIRE(result.groups.size() == 2);
    CHECK(result.unused_overrides == std::vector<std::size_t>{2});
    const auto joined =
        std::ranges::find_if(result.groups, [](const auto& g) { return g.members.size() == 2; });
    REQUIRE(joined != result.groups.end());
    CHECK(joined->links.at(0).reason == MergeReason::by_hand);
    CHECK_THROWS_AS(group_organisations(mentions, vocabulary(),
                                        {{mentions[0].name, mentions[1].name, true},
                                         {mentions[1].name, mentions[2].name, true},
                                         {mentions[0].name, mentions[2].name, false}}),
                    UsageError);
}

TEST_CASE("organisations: a branch joins its firm on request only") {
    OrganisationOptions options;
    options.branches = true;
    const auto branch = named("龙门股份有限公司长春分公司");
    CHECK(reason(branch, named("龙门股份有限公司"), options) == "branch");
    options = {};
    options.departments = false;
    CHECK(reason(named("山西大学"), named("山西大学化学化工学院"), options) == "-");
    options.similar = false;
    CHECK(reason(named("DOLGIN BENJAMIN"), named("DOLGIN BENJAMIN G"), options) == "-");
}

TEST_CASE("organisations: the representative is the whole, then the one with most records, then the first by "
          "name") {
    auto mentions =
        all_named({"山西大学化学化工学院", "山西大学", "龙门科技有限公司", "龙门科技股份有限公司"});
    mentions[0].records = 100;
    mentions[3].records = 2;
    const auto result = group_organisations(mentions, vocabulary());
    REQUIRE(result.groups.size() == 2);
    std::set<std::size_t> representatives{result.groups[0].representative, result.groups[1].representative};
    CHECK(representatives == std::set<std::size_t>{1, 3});
}

TEST_CASE("organisations: every mention is in one group, and links connect it") {
    const auto mentions =
        all_named({"龙门科技有限公司", "", "???", "龙门科技有限公司", "IBM", "龙门科技股份有限公司"});
    const auto result = group_organisations(mentions, vocabulary());
    std::vector<int> seen(mentions.size());
    for (const auto& group : result.groups) {
        CHECK(group.links.size() + 1 == group.members.size());
        for (const auto member : group.members) {
            ++seen[member];
        }
    }
    CHECK(std::ranges::all_of(seen, [](int times) { return times == 1; }));
    CHECK(group_organisations({}, vocabulary()).groups.empty());
}

TEST_CASE("organisations: the order of the mentions does not matter") {
    const std::vector<std::string> stems{"Longmen", "Dragongate", "Kunrui", "Huaya", "Xinyuan", "Xingyuan"};
    const std::vector<std::string> places{"", "Shanghai ", "Taian City "};
    const std::vector<std::string> trades{" Electronics", " Electronic", " Electronic Technology",
                                          " Polymers", ""};
    const std::vector<std::string> forms{" Co., Ltd.", " Inc", " GmbH", "", " Co., Ltd., Shanghai"};
    Mentions mentions;
    for (const auto& stem : stems) {
        for (const auto& place : places) {
            for (const auto& trade : trades) {
                for (const auto& form : forms) {
                    mentions.push_back(named(place + stem + trade + form));
                }
            }
        }
    }
    mentions[5].joint = {mentions[7].name, mentions[30].name};
    const auto wanted = content(mentions, group_organisations(mentions, vocabulary()));
    std::mt19937 chance(20261127);
    for (int round = 0; round < 5; ++round) {
        std::ranges::shuffle(mentions, chance);
        CHECK(content(mentions, group_organisations(mentions, vocabulary())) == wanted);
    }
}

TEST_CASE("organisations: names of words that everyone has are joined by the same letters only") {
    CHECK(reason("Technology Co., Ltd.", "TECHNOLOGY CO LTD") == "same_name");
    CHECK(reason("Technology Co., Ltd.", "Technology Corp.") == "-");
    CHECK(reason("Acme Technology Co., Ltd.", "Acme Technology Co Limited") != "-");
}

TEST_CASE("organisations: misspelt forms, places and common words are read as what they are") {
    CHECK(reason("ZTE CORPORATION", "ZTE CORPORATON") == "spelling");
    CHECK(reason("LONGMEN FOOD LIMTED", "LONGMEN FOOD LTD") == "spelling");
    CHECK(reason("XAIMEN LONGMEN FOOD CO LTD", "XIAMEN LONGMEN FOOD CO LTD") == "spelling");
    CHECK(reason("Tianjian Longmen Food Co., Ltd.", "Tianjin Longmen Food Co., Ltd.") == "similar");
    CHECK(reason("LONGMEN FOOD HOLDINGCO LTD", "LONGMEN FOOD HOLDINGS LTD") == "spelling");
    CHECK(reason("Jinan Longmen Wire an Cable Co.", "Jinan Longmen Wire and Cable Co.") == "spelling");
    CHECK(reason("TSINGHUA UNIVESITY", "Tsinghua University") == "spelling");
}

TEST_CASE("organisations: letters exchanged are a slip where the place agrees") {
    CHECK(reason("NANJING HAULIAN CO LTD", "NANJING HUALIAN CO LTD") == "similar");
    CHECK(reason("CHERVON HK LTD", "CHEVRON HK LTD") == "-"); // two firms
    CHECK(reason("NANJING HAULIAN CO LTD", "SUZHOU HUALIAN CO LTD") == "-");
}

TEST_CASE("organisations: single syllables are one word") {
    CHECK(reason("HONG FU JIN PRECISION SHENZHEN CO LTD", "Hongfujin Precision (Shenzhen) Co., Ltd.") ==
          "bracketed_place");
    CHECK(reason("HONG FUN JIN PRECISION SHENZHEN CO LTD", "HONG FU JIN PRECISION SHENZHEN CO LTD") ==
          "similar");
}

TEST_CASE("organisations: a firm's own word by its sound, its meaning, its initials") {
    CHECK(reason("Jiangsu Ruifutong Software Co., Ltd.", "Jiangsu Rifetune Software Co., Ltd.") == "similar");
    CHECK(reason("Foshan Guoxing Optoelectronics Co., Ltd.", "Foshan Nationstar Optoelectronics Co., Ltd.") ==
          "similar");
    CHECK(reason("Wuhan Yimikang Environment Co., Ltd.", "Wuhan YMK Environment Co., Ltd.") == "similar");
    // Another place, another trade, another sound.
    CHECK(reason("Wuhan Ruifutong Software Co., Ltd.", "Jiangsu Rifetune Software Co., Ltd.") == "-");
    CHECK(reason("Jiangsu Ruifutong Software Co., Ltd.", "Jiangsu Rifetune Food Co., Ltd.") == "-");
    CHECK(reason("Jiangsu Ruifutong Software Co., Ltd.", "Jiangsu Bestway Software Co., Ltd.") == "-");
    CHECK(reason("Foshan Huayang Optoelectronics Co., Ltd.", "Foshan Nationstar Optoelectronics Co., Ltd.") ==
          "-");
}

TEST_CASE("organisations: where many words fill a gap, no slip is seen in them") {
    const auto groups = [](std::initializer_list<const char*> names) {
        return group_organisations(all_named(names), vocabulary()).groups.size();
    };
    CHECK(groups({"Shanghai Zhanhua Port Machinery Co., Ltd.",
                  "Shanghai Zhenhua Port Machinery Co., Ltd."}) == 1);
    CHECK(groups({"Shanghai Zhanhua Port Machinery Co., Ltd.", "Shanghai Zhenhua Port Machinery Co., Ltd.",
                  "Shanghai Zhonghua Port Machinery Co., Ltd."}) == 3);
}

TEST_CASE("organisations: a Chinese firm keeps its name when its form changes") {
    CHECK(reason("深圳市龙门湾电气技术有限公司", "深圳市龙门湾电气股份有限公司") == "conversion");
    CHECK(reason("湘潭龙门湾电气有限公司", "湘潭龙门湾电气集团有限公司") == "conversion");
    CHECK(reason("交通运输部龙门科学研究所", "交通运输部龙门科学研究院") == "conversion");
    // A parent and its daughter on the market; two limited firms.
    CHECK(reason("江苏龙门湾化工集团有限公司", "江苏龙门湾化工股份有限公司") == "-");
    CHECK(reason("深圳市龙门湾电气技术有限公司", "深圳市龙门湾电气有限公司") == "-");
    // Two longer names: neither is taken.
    const auto three = all_named(
        {"深圳市龙门湾电气技术有限公司", "深圳市龙门湾电气科技有限公司", "深圳市龙门湾电气股份有限公司"});
    CHECK(group_organisations(three, vocabulary()).groups.size() == 3);
}

TEST_CASE("organisations: a Chinese name and its translation") {
    CHECK(reason("浙江龙门湾环保科技有限公司",
                 "Zhejiang Longmenwan Environmental Science & Technology Co., Ltd.") == "transliteration");
    CHECK(reason("重庆长乐机械制造有限公司", "Chongqing Changle Machinery Manufacture Co., Ltd.") ==
          "transliteration");
    CHECK(reason("山东农业大学", "Shandong Agricultural University") == "transliteration");
    CHECK(reason("浙江龙门湾环保科技有限公司", "Zhejiang Longmenwan Chemical Co., Ltd.") == "-");
    CHECK(reason("浙江龙门湾环保科技有限公司", "Jiangsu Longmenwan Environmental Technology Co., Ltd.") ==
          "-");
    // Two Chinese firms of one sound: the translation belongs to neither.
    const auto names = all_named({"浙江兴源环保有限公司", "浙江星源环保有限公司",
                                  "Zhejiang Xingyuan Environmental Protection Co., Ltd."});
    CHECK(group_organisations(names, vocabulary()).groups.size() == 3);
}

TEST_CASE("organisations: persons of a common surname are told apart by an initial") {
    CHECK(reason("SMITH NICHOLAS", "SMITH NICHOLAS A") == "-");
    CHECK(reason("SOSNOWSKI ZM", "SOSNOWSKI ZENON M") == "similar");
    CHECK(reason("SOSNOWSKI ZB", "SOSNOWSKI ZENON M") == "-");
}

TEST_CASE("organisations: the brackets of any spelling keep a place") {
    const auto names = all_named({"Huaya Microelectronics Inc.", "Huaya Microelectronic Co., Ltd., Shanghai",
                                  "Huaya Micro-electronic (Shanghai) Co., Ltd."});
    CHECK(group_organisations(names, vocabulary()).groups.size() == 2);
}

TEST_CASE("organisations: umlauts, generations, Slavic spellings, look-alikes, mistaken provinces") {
    CHECK(reason("DÜRR SYSTEMS GMBH", "DUERR SYSTEMS GMBH") == "similar");
    CHECK(reason("BAUER SYSTEMS GMBH", "BAUR SYSTEMS GMBH") == "-");
    CHECK(reason("CURRY CHARLES MARION", "CURRY JR CHARLES MARION") == "similar");
    CHECK(reason("CURRY CHARLES", "CURRY JR CHARLES") == "-");
    CHECK(reason("CURRY SR CHARLES MARION", "CURRY JR CHARLES MARION") == "-");
    CHECK(reason("ELISTRATOVA TATIANA V", "ELISTRATOVA TATYANA VIKTOROVNA") == "similar");
    CHECK(reason("SCIEN8IZIP CONSULTING SHENZHEN CO LTD", "SCIENBIZIP CONSULTING SHENZHEN CO LTD") ==
          "similar");
    CHECK(reason("Shaanxi Kingbull Livestock Co., Ltd.", "Shanxi Kingbull Livestock Co., Ltd.") == "similar");
    CHECK(reason("Shaanxi Longmen Co., Ltd.", "Shanxi Longmen Co., Ltd.") == "-");
    CHECK(reason("National Center for Dragonology", "National Center for Dragonology, China") == "similar");
    CHECK(reason("Dragonology Co., Ltd.", "Dragonology China Co., Ltd.") == "-");
    CHECK(reason("Dongfeng Motor Corp", "Dongfeng Commercial Vehicle Co., Ltd.") == "-");
}

TEST_CASE("organisations: well-known bodies in several scripts and words") {
    CHECK(reason("天津大学", "TIANJIN UNIVERSITY") == "transliteration");
    CHECK(reason("天津大学", "TIANJIN MEDICAL UNIVERSITY") == "-");
    CHECK(reason("华南理工大学", "South China University of Technology") == "transliteration");
    CHECK(reason("US NAVY", "The United States of America as represented by the Secretary of the Navy") ==
          "alias");
    CHECK(reason("US NAVY", "US ARMY") == "-");
    CHECK(reason("天津大学", "天津大学仁爱学院") == "-");
}

TEST_CASE("organisations: one letter inside a long surname") {
    CHECK(reason("HARTENBERG LINDA", "HARTANBERG LINDA") == "similar");
    CHECK(reason("HARTENBERG LINDA", "HARTANBERG LINDE") == "-");
    CHECK(reason("HARTENBERG L", "HARTANBERG L") == "-");
    // Endings tell families apart, and so does the first letter.
    CHECK(reason("CHRISTENSEN LINDA", "CHRISTENSON LINDA") == "-");
    CHECK(reason("HARTENBERG LINDA", "WARTENBERG LINDA") == "-");
    CHECK(reason("HARTEN LINDA", "HARTAN LINDA") == "-");
}

TEST_CASE("organisations: an institute without its city, beside a word of its own only") {
    CHECK(reason("Shanghai Drachenfels Research Institute", "The Drachenfels Research Institute") ==
          "similar");
    CHECK(reason("Shanghai Institute of Chemistry", "Institute of Chemistry") == "-");
    const auto two_cities =
        all_named({"Shanghai Drachenfels Research Institute", "Guangzhou Drachenfels Research Institute",
                   "Drachenfels Research Institute"});
    CHECK(group_organisations(two_cities, vocabulary()).groups.size() == 3);
}

TEST_CASE("organisations: own initials, research centres, partnerships, renamed universities") {
    CHECK(reason("Instituto Nacional Dragones Alados INDA", "Instituto Nacional Dragones Alados") ==
          "spelling");
    CHECK(reason("Instituto Nacional Dragones Alados INDO", "Instituto Nacional Dragones Alados") == "-");
    CHECK(reason("Drachenfels Technology R&D Center (Shanghai) Co., Ltd.",
                 "Drachenfels Technology Research & Development (Shanghai) Co., Ltd.") == "spelling");
    CHECK(reason("DRACHENFELS DRAGONS LLP", "DRACHENFELS DRAGONS LLC") == "legal_form");
    CHECK(reason("DRACHENFELS DRAGONS LLP", "DRACHENFELS DRAGONS GMBH") == "-");
    CHECK(reason("DRACHENFELS CORPORATE", "DRACHENFELS CORP") == "spelling");
    CHECK(reason("山东矿业学院龙门湾研究院", "山东科技大学龙门湾研究院") != "-");
    CHECK(reason("山东矿业学院龙门湾研究院", "山东科技大学龙门塘研究院") == "-");
}

} // namespace test_organisations
