// SPDX-License-Identifier: GPL-3.0-or-later
// Finding records by what people type.
#include <longmen/store/lookup.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

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
