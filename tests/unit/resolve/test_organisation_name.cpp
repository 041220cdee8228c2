// SPDX-License-Identifier: GPL-3.0-or-later
// Names taken apart: what agrees, and what must not.
#include <longmen/base/errors.hpp>
#include <longmen/resolve/organisation_name.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace test_organisation_name {

using namespace longmen;
using namespace longmen::resolve;

namespace {

const std::string vocabulary_file = LONGMEN_SOURCE_DIR "/models/vocabulary/organisations.toml";

OrganisationName parse(std::string_view name, std::string_view country = {}) {
    static const auto vocabulary = OrganisationVocabulary::read(Config::read(vocabulary_file));
    return parse_organisation_name(name, vocabulary, country);
}

bool one_key(std::string_view a, std::string_view b) {
    const auto one = parse(a);
    const auto other = parse(b);
    return one.bag_key() == other.bag_key() || one.joined_key() == other.joined_key();
}

std::string vocabulary_text() {
    std::ifstream in(vocabulary_file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("organisation_name: spellings of one name have one key") {
    const std::pair<const char*, const char*> cases[] = {
        {"龙门（北京）科技有限公司", "龙门(北京)科技有限公司"},
        {"龙门科技有限责任公司", "龍門科技股份有限公司"},
        {"泰安市龙门农业研究院", "泰安龙门农业研究院"},
        {"山东泰安龙门机械有限公司", "泰安龙门机械有限公司"},
        {"山东省龙门酒业有限公司", "山东龙门酒业有限公司"},
        {"建瓯市龙门酒业有限公司", "建瓯龙门酒业有限公司"},
        {"株式会社龍門製作所", "龍門製作所(株)"},
        {"龍門製作所㈱", "龍門製作所株式会社"},
        {"주식회사 용문", "용문 (주)"},
        {"BOSCH GMBH ROBERT", "Robert Bosch GmbH"},
        {"LONGMEN TECH CO LTD", "Longmen Technologies Co., Ltd."},
        {"Longmen Science & Technology Co., Ltd.", "Longmen Sci-Tech Co. Ltd"},
        {"Longmen Electronics Co., Ltd., Shanghai", "Shanghai Longmen Electronic Co., Ltd"},
        {"Longmen (China) Co., Ltd.", "Longmen China Co Ltd"},
        {"Longmen Guang Zhou Co., Ltd.", "Longmen Guangzhou Co., Ltd."},
        {"Xi'an Longmen Co Ltd", "XIAN LONGMEN CO LTD"},
        {"Longmen Micro-electronics Inc.", "LONGMEN MICROELECTRONICS INC"},
        {"Longmen Bio-Technology Co", "Longmen Biotech Co"},
        {"LONGMEN S P A", "Longmen S.p.A."},
        {"Longmen Verwaltungs GmbH & Co. KG", "LONGMEN VERWALTUNGS GMBH & CO KG"},
        {"UNIV SHANXI", "Shanxi University"},
        {"MASSACHUSETTS INST TECHNOLOGY", "Massachusetts Institute of Technology"},
        {"Sharp Laboratories of America (SLA), Inc.", "SHARP LAB OF AMERICA INC"},
        {"Société Générale de Longmen", "SOCIETE GENERALE DE LONGMEN"},
        {"CENTRE NAT D'ETUDES SPATIALES", "Centre National Etudes Spatiales"},
        {"Longmen Sceince-Technology Co., Ltd. Tianpu", "Longmen Science Technology Co., Ltd. Tianpu"},
        {"Sheng, Ju Zuo", "SHENG, Juzuo"},
        {"ELLIOT MCGUCKEN", "MCGUCKEN ELLIOT"},
    };
    for (const auto& [a, b] : cases) {
        INFO(a << " / " << b << ": " << parse(a).bag_key() << " / " << parse(b).bag_key());
        CHECK(one_key(a, b));
    }
}

TEST_CASE("organisation_name: what tells organisations apart stays in the key") {
    const std::pair<const char*, const char*> cases[] = {
        {"龙门（北京）科技有限公司", "龙门科技有限公司"},
        {"龙门（北京）科技有限公司", "龙门（上海）科技有限公司"},
        {"龙门机械厂", "龙门机械有限公司"},
        {"龙门集团有限公司", "龙门有限公司"},
        {"中铁龙门第一工程有限公司", "中铁龙门第二工程有限公司"},
        {"龙门股份有限公司长春分公司", "龙门股份有限公司"},
        {"NANJING UNIVERSITY OF SCIENCE AND TECHNOLOGY", "Nanjing University of Technology"},
        {"Longmen (China) Co., Ltd.", "Longmen Co., Ltd."},
        {"Longmen Solar Co., Ltd.", "Longmen Wind Co., Ltd."},
        {"Longmen 3D Inc", "Longmen 5D Inc"},
        {"SMITH JOHN", "SMITH JOHN JR"},
        {"JOHNSON MARK A", "JOHNSON MARK B"},
    };
    for (const auto& [a, b] : cases) {
        INFO(a << " / " << b);
        CHECK_FALSE(one_key(a, b));
    }
}

TEST_CASE("organisation_name: a legal form says where the firm is at home") {
    CHECK((parse("Longmen GmbH").countries & parse("Longmen SAS").countries) == 0);
    CHECK((parse("Longmen Inc").countries & parse("Longmen Ltd").countries) == 0);
    CHECK((parse("Longmen Inc").countries & parse("Longmen LLC").countries) != 0);
    CHECK((parse("Shanghai Longmen Inc").countries & parse("Shanghai Longmen Ltd").countries) != 0);
    CHECK((parse("Longmen Inc", "CN").countries & parse("Longmen Ltd", "CN").countries) != 0);
    CHECK(parse("Longmen").legal_form.empty());
    CHECK(parse("Longmen").countries == ~std::uint64_t{0});
}

TEST_CASE("organisation_name: universities say whether `of` follows") {
    CHECK(parse("University of Washington").order == 1);
    CHECK(parse("Washington University").order == 2);
    CHECK(parse("UNIV WASHINGTON").order == 3);
}

TEST_CASE("organisation_name: departments and branches name the whole") {
    CHECK(parse("山西大学化学化工学院").unit == NameUnit::department);
    CHECK(parse("山西大学化学化工学院").parent == "山西大学");
    CHECK(parse("College of Chemistry, Shanxi University").unit == NameUnit::department);
    for (const auto* own : {"山西大学附属医院", "山西大学科技开发有限公司", "浙江大学宁波理工学院",
                            "山西大学设计研究院", "中国科学院化学研究所", "山西大学"}) {
        INFO(own);
        CHECK(parse(own).unit != NameUnit::department);
    }
    CHECK(parse("龙门股份有限公司长春分公司").unit == NameUnit::branch);
    CHECK(parse("龙门股份有限公司长春分公司").parent == "龙门股份有限公司");
    CHECK(parse("龙门集团有限责任公司协庄煤矿").unit == NameUnit::branch);
}

TEST_CASE("organisation_name: former names are noted, other brackets are opened") {
    CHECK(parse("龙门装备有限公司（原龙门化工装备总厂）").former ==
          std::vector<std::string>{"龙门化工装备总厂"});
    CHECK(one_key("龙门装备有限公司（原龙门化工装备总厂）", "龙门装备有限公司"));
    CHECK(parse("Longmen Inc. (formerly Dragon Gate Inc.)").former ==
          std::vector<std::string>{"dragon gate inc."});
    CHECK(one_key("晋中龙门医院（山西省第九人民医院）", "晋中龙门医院"));
    CHECK(one_key("Longmen Inc DBA Dragon Gate", "Longmen Inc"));
}

TEST_CASE("organisation_name: cells with several names are split") {
    using Names = std::vector<std::string>;
    CHECK(split_joint_names("甲公司;乙公司；丙公司 | 丁") == Names{"甲公司", "乙公司", "丙公司", "丁"});
    CHECK(split_joint_names("COX; WAYNE A.;;ACME INC") == Names{"COX; WAYNE A.", "ACME INC"});
    CHECK(split_joint_names("COX; WAYNE A.") == Names{"COX; WAYNE A."});
    CHECK(split_joint_names("APPLE; SAMSUNG ELECTRONICS") == Names{"APPLE", "SAMSUNG ELECTRONICS"});
    CHECK(split_joint_names(" ; ").empty());
}

TEST_CASE("organisation_name: hostile text does no harm") {
    for (const auto* text : {"", " ", "()", "((((", "（", ";", "&&&", "\xFF\xFE", "a\xE4", "公司", "有限公司",
                             "CO LTD", "大学", "(株)", "The of and"}) {
        INFO(text);
        CHECK_NOTHROW(parse(text));
    }
    const std::string longer(100'000, 'x');
    CHECK(parse(longer).normalised.size() == longer.size());
}

TEST_CASE("organisation_name: the vocabulary is read strictly") {
    const auto text = vocabulary_text();
    CHECK_THROWS_AS(OrganisationVocabulary::read(Config::parse(text + "\nunknown_number = 3\n", "test")),
                    DataError);
    auto without = text;
    without.replace(without.find("[persons]"), 9, "[people]");
    CHECK_THROWS_AS(OrganisationVocabulary::read(Config::parse(without, "test")), DataError);
    auto kind = text;
    kind.replace(kind.find("type = \"hospital\""), 17, "type = \"hospitel\"");
    CHECK_THROWS_WITH(OrganisationVocabulary::read(Config::parse(kind, "test")), Catch::Contains("type"));
}

TEST_CASE("organisation_name: what databases add to names or take from them") {
    const std::pair<const char*, const char*> cases[] = {
        {"LONGMEN CO LTD [KR]", "Longmen Co., Ltd."},
        {"Longmen AS DK", "LONGMEN A/S [DK]"},
        {"LONGMEN TECHNOLOGIES CO LTD (LONG-C)", "Longmen Technologies Co Ltd"},
        {"Общество с ограниченной ответственностью «Лунмэнь»", "OOO Lunmen"},
        {"OBSHCHESTVO S OGRANICHENNOJ OTVETSTVENNOSTJU \"LUNMEN'\"",
         "Общество с ограниченной ответственностью "
         "\"Лунмень\""},
        {"KABUSHIKI KAISHA LONGMEN", "Longmen KK"},
        {"The Regents of the University of Longmen", "UNIV LONGMEN"},
        {"Longmen Board of Regents on behalf of the University of Longmen", "University of Longmen"},
        {"SECOND MILITARY MEDICAL UNIVERSITY PLA", "Second Military Medical University"},
        {"INST OF LONGMEN ACADEMY ACADEMY OF SCIENCES", "Institute of Longmen, Academy of Sciences"},
        {"INSTITUTE OF LONGMEN OFCHINESE ACADEMY OF SCIENCES",
         "Institute of Longmen, Chinese Academy of Sciences"},
        {"NO 52 INSTITUTE OF LONGMEN GROUP CORP", "The 52nd Institute of Longmen Group Corporation"},
        {"Dragongate Sciene & Tech Co Ltd", "DRAGONGATE SCIENCE & TECH CO LTD"},
        {"Dragongate Pahmaceuticals Inc", "Dragongate Pharmaceuticals Inc"},
        {"Dragongate Technology Co.,l Ltd.", "Dragongate Technology Co., Ltd."},
        {"龙门集团公司第五十二研究所", "龙门集团公司第52研究所"},
        {"龙门集团公司七一九研究所", "龙门集团公司719研究所"},
        {"中科院龙门研究所", "中国科学院龙门研究所"},
        {"中国人民解放军第二军医大学", "第二军医大学"},
        {"日商龙门股份有限公司", "龙门股份有限公司"},
        {"龙门电子限公司", "龙门电子有限公司"},
    };
    for (const auto& [a, b] : cases) {
        INFO(a << " | " << b);
        CHECK(one_key(a, b));
    }
    const std::pair<const char*, const char*> others[] = {
        {"University of Longmen", "Longmen Board of Regents on behalf of Longmen State University"},
        {"第二军医大学", "第四军医大学"},
        {"龙门集团公司第五十二研究所", "龙门集团公司第五十四研究所"},
        {"三一重工股份有限公司", "31重工股份有限公司"},
        {"Dragongate Astronauts Inc", "Dragongate Astronautics Inc"},
        {"Optica Ltd", "Optical Ltd"},
        {"Longmen Bei Bei Co Ltd", "Longmen Bei Co Ltd"},
    };
    for (const auto& [a, b] : others) {
        INFO(a << " | " << b);
        CHECK_FALSE(one_key(a, b));
    }
    CHECK(parse("Longmen Co Ltd [KR]").country_known);
    CHECK(parse("OOO LONGMEN").type == PartyType::enterprise);
    CHECK(parse("Longmen (HK) Co Ltd").places == std::vector<std::string>{"香港"});
}

} // namespace test_organisation_name
