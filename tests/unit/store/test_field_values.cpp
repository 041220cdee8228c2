// SPDX-License-Identifier: GPL-3.0-or-later
// One field of all records.
#include "support/workspace.hpp"

#include <longmen/store/field_values.hpp>

#include <catch2/catch.hpp>

namespace test_field_values {

using namespace longmen;
using namespace longmen::test;

TEST_CASE("field values: of the records that have one", "[store]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    import_rows(workspace, {patent_row(2, {{Field::app_no, "CN201811234567.X"}, {Field::country, "中国"}}),
                            patent_row(3, {{Field::app_no, "CN201610000001.5"}, {Field::n_claims, "7"}})});
    const auto countries = store::load_field_values(workspace, Field::country);
    REQUIRE(countries.size() == 1);
    CHECK(countries.begin()->second == "中国");
    const auto claims = store::load_field_values(workspace, Field::n_claims);
    REQUIRE(claims.size() == 1);
    CHECK(claims.begin()->second == "7");
    CHECK(claims.begin()->first != countries.begin()->first);
    CHECK(store::load_field_values(workspace, Field::cpc).empty());
}

} // namespace test_field_values
