// SPDX-License-Identifier: GPL-3.0-or-later
// What may be known of a person or place: names and places in the enumeration agree.
#include <longmen/record/referent.hpp>

#include <catch2/catch.hpp>

#include <set>

namespace test_referent {

using namespace longmen;

TEST_CASE("referent: every field has a name of its own and is found by it", "[record]") {
    std::set<std::string_view> keys;
    for (std::size_t i = 0; i < referent_field_count; ++i) {
        const auto field = static_cast<ReferentField>(i);
        CHECK(keys.insert(referent_field_key(field)).second);
        CHECK(referent_field_by_key(referent_field_key(field)) == field);
    }
    CHECK(referent_field_key(ReferentField::sector) == "sector");
    CHECK(referent_field_key(ReferentField::latitude) == "latitude");
    CHECK_FALSE(referent_field_by_key("shoe_size"));
}

} // namespace test_referent
