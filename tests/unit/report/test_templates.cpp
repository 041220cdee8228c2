// SPDX-License-Identifier: GPL-3.0-or-later
// Blank forms: every kind in both languages, the same bytes each time. (That they go in again is a case of
// the command line.)
#include <longmen/base/errors.hpp>
#include <longmen/report/templates.hpp>

#include <catch2/catch.hpp>

namespace test_templates {

using namespace longmen;

TEST_CASE("templates: every kind, both languages, the same bytes", "[report]") {
    CHECK(report::form_kinds().size() == 5);
    for (const auto kind : report::form_kinds()) {
        const auto zh = report::blank_form(kind, Lang::zh);
        CHECK(zh.starts_with("PK"));
        CHECK(zh == report::blank_form(kind, Lang::zh));
        CHECK(zh != report::blank_form(kind, Lang::en));
    }
    CHECK_THROWS_WITH(report::blank_form("trees", Lang::en), Catch::Matchers::Contains("figures"));
}

} // namespace test_templates
