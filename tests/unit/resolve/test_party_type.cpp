// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of the kinds of applicants, and the kinds that names speak of.
#include <longmen/resolve/organisation_name.hpp>
#include <longmen/resolve/party_type.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <utility>

namespace test_party_type {

using namespace longmen;
using namespace longmen::resolve;

namespace {

std::string type_of(std::string_view name) {
    static const auto vocabulary = OrganisationVocabulary::read(
        Config::read(LONGMEN_SOURCE_DIR "/models/vocabulary/organisations.toml"));
    return std::string{party_type_key(parse_organisation_name(name, vocabulary).type)};
}

} // namespace

TEST_CASE("party_type: keys lead there and back") {
    for (const auto* key : {"unknown", "enterprise", "university", "institute", "individual", "government",
                            "hospital", "other"}) {
        REQUIRE(party_type_by_key(key));
        CHECK(party_type_key(*party_type_by_key(key)) == key);
        CHECK(!party_type_text(*party_type_by_key(key)).zh.empty());
    }
    CHECK(!party_type_by_key("firm"));
}

TEST_CASE("party_type: Chinese names by the word that ends last") {
    const std::pair<const char*, const char*> cases[] = {
        {"晋中某某机械有限公司", "enterprise"},
        {"太谷县恒星铸造厂", "enterprise"},
        {"中国药科大学制药有限公司", "enterprise"},
        {"山西大学", "university"},
        {"太原理工大学机械工程学院", "university"},
        {"晋中职业技术学院", "university"},
        {"山西省农业科学院果树研究所", "institute"},
        {"煤炭科学研究总院", "enterprise"},
        {"晋中市第一人民医院", "hospital"},
        {"山西医科大学第二医院", "hospital"},
        {"晋中市市场监督管理局", "government"},
        {"平遥县人民政府", "government"},
        {"山西省发明协会", "other"},
        {"王小明", "individual"},
        {"欧阳娜娜", "individual"},
        {"王 芳", "individual"},
        {"约翰·史密斯", "individual"},
        {"株式会社日立製作所", "enterprise"},
        {"東京大学", "university"},
        {"삼성전자 주식회사", "enterprise"},
        {"서울대학교산학협력단", "other"},
    };
    for (const auto& [name, wanted] : cases) {
        INFO(name);
        CHECK(type_of(name) == wanted);
    }
}

TEST_CASE("party_type: names in Latin letters") {
    const std::pair<const char*, const char*> cases[] = {
        {"SMITH, JOHN", "individual"},
        {"SMITH JOHN A", "individual"},
        {"Jean-Pierre Dupont", "individual"},
        {"COX; WAYNE A.", "individual"},
        {"GLASS WILLIAM", "individual"},
        {"DR. OSWALD GORDON", "individual"},
        {"Siemens AG", "enterprise"},
        {"BOSCH GMBH ROBERT", "enterprise"},
        {"AURORA FLIGHT SCIENCES", "enterprise"},
        {"UNIV SHANXI", "university"},
        {"Massachusetts Institute of Technology", "institute"},
        {"Fraunhofer-Gesellschaft zur Foerderung der angewandten Forschung e.V.", "enterprise"},
        {"CHINESE ACAD OF SCIENCES INST OF PHYSICS", "institute"},
        {"US ARMY", "government"},
        {"GENERAL HOSPITAL", "hospital"},
        {"Wellcome Trust", "other"},
        {"RIKEN", "unknown"},
        {"", "unknown"},
        {"???", "unknown"},
    };
    for (const auto& [name, wanted] : cases) {
        INFO(name);
        CHECK(type_of(name) == wanted);
    }
}

} // namespace test_party_type
