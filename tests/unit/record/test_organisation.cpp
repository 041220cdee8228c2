// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of organisation names.
#include <longmen/record/organisation.hpp>

#include <catch2/catch.hpp>

namespace test_organisation {

using namespace longmen;

TEST_CASE("organisation: brackets, width, blanks and the long legal form fold away") {
    CHECK(organisation_key("晋中（榆次）液压有限责任公司") == organisation_key("晋中(榆次)液压有限公司"));
    CHECK(organisation_key("ABC Co., Ltd.") == organisation_key("abc  CO LTD"));
    CHECK(organisation_key("甲公司") != organisation_key("乙公司"));
    CHECK(organisation_key("甲股份有限公司") != organisation_key("甲有限公司"));
    CHECK(organisation_key("").empty());
}

} // namespace test_organisation
