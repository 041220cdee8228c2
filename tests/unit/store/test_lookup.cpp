// SPDX-License-Identifier: GPL-3.0-or-later
// Finding records by what people type.
#include <longmen/base/text.hpp>
#include <longmen/record/organisation.hpp>
#include <longmen/store/lookup.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

namespace test_lookup {

using namespace longmen;
using namespace longmen::store;

TEST_CASE("lookup: any form of any number of a record finds it") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    test::import_rows(workspace, {test::patent_row(2, {{Field::app_no, "CN201710601862.3"},
                                                       {Field::pub_no, "CN109876543B"},
                                                       {Field::pub_date, "2019-01-01"}})});
    const auto id = find_patent(workspace, "CN109876543B");
    REQUIRE(id);
    for (const auto* form :
         {"CN 109876543 B", "109876543", "ZL201710601862.3", "201710601862", "CN-109876543-A"}) {
        INFO(form);
        CHECK(find_patent(workspace, form) == id);
    }
    CHECK_FALSE(find_patent(workspace, "CN109876544B"));
    CHECK_FALSE(find_patent(workspace, "不是号码"));
    CHECK_FALSE(find_enterprise(workspace, "某公司"));
}

TEST_CASE("lookup: keys of enterprises are those they are found by") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    ImportSession session(workspace, {"e.csv", "s", {}, "tester", "2022-01-01T00:00:00Z"});
    session.begin_table();
    EnterpriseRow row;
    row.row = 2;
    row.name = "甲有限公司";
    row.uscc = "91140702FX00100134";
    row.former_names = {"甲厂"};
    row.name_en = "Jia Co";
    row.park = "高新 区";
    session.enterprise(row);
    EnterpriseRow other;
    other.row = 3;
    other.name = "乙大学";
    session.enterprise(other);
    session.end_table({"", "enterprises", "enterprises", {}, {}});
    session.commit();
    const auto keys = enterprise_keys(workspace);
    REQUIRE(keys.size() == 2);
    const auto& first = keys[0].name == organisation_key("甲有限公司") ? keys[0] : keys[1];
    CHECK(first.code == "91140702FX00100134");
    CHECK(first.others == std::vector<std::string>{organisation_key("甲厂"), organisation_key("Jia Co")});
    CHECK(first.park == fold_key("高新区"));
    CHECK(enterprises_of_park(workspace, "高新区").size() == 1);
}

} // namespace test_lookup
