// SPDX-License-Identifier: GPL-3.0-or-later
// Names of fields.
#include <longmen/search/query_fields.hpp>

#include <catch2/catch.hpp>

namespace test_query_fields {

using namespace longmen::search;

TEST_CASE("query_fields: names in both languages, the nearest of a mistyped one", "[search]") {
    CHECK(query_field("TI") == QueryField::title);
    CHECK(query_field("ＩＰＣ") == QueryField::ipc);
    CHECK(query_field("专利权人") == QueryField::applicant);
    CHECK(query_field("year") == QueryField::filed);
    CHECK_FALSE(query_field("colour"));
    for (auto f = static_cast<int>(QueryField::title); f <= static_cast<int>(QueryField::enterprise); ++f) {
        const auto field = static_cast<QueryField>(f);
        CHECK(query_field(query_field_name(field)) == field); // what is printed is read
    }
    CHECK(nearest_field("aplicant") == "applicant");
    CHECK(nearest_field("inevntor") == "inventor");
    CHECK(nearest_field("权力要求") == "权利要求");
    CHECK(nearest_field("xyzzy").empty());
    CHECK(is_date(QueryField::expires));
    CHECK_FALSE(is_running_text(QueryField::applicant));
}

} // namespace test_query_fields
