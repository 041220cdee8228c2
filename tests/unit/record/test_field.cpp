// SPDX-License-Identifier: GPL-3.0-or-later
// The field dictionary.
#include <longmen/base/text.hpp>
#include <longmen/record/field.hpp>

#include <catch2/catch.hpp>

#include <set>
#include <string>

namespace test_field {

using namespace longmen;

TEST_CASE("field: keys are unique, found again, and have headings in both languages") {
    std::set<std::string_view> keys;
    std::set<std::string> chinese;
    for (std::size_t i = 0; i < field_count; ++i) {
        const auto& info = field_info(static_cast<Field>(i));
        CHECK(keys.insert(info.key).second);
        CHECK(chinese.insert(fold_key(info.heading.zh)).second);
        CHECK(field_by_key(info.key) == info.field);
        CHECK_FALSE(has_han(info.heading.en));
    }
    CHECK_FALSE(field_by_key("no_such_field").has_value());
}

} // namespace test_field
