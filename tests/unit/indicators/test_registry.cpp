// SPDX-License-Identifier: GPL-3.0-or-later
// The registry: unique keys, whole descriptions, a function each.
#include "support/patents.hpp"

#include <longmen/indicators/registry.hpp>

#include <catch2/catch.hpp>

#include <set>

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("registry: each row is whole and found by its key") {
    std::set<std::string_view> keys;
    for (const auto& indicator : all_indicators()) {
        INFO(indicator.key);
        CHECK(keys.insert(indicator.key).second);
        CHECK(find_indicator(indicator.key) == &indicator);
        CHECK_FALSE(indicator.heading.zh.empty());
        CHECK_FALSE(indicator.heading.en.empty());
        CHECK_FALSE(indicator.description.zh.empty());
        CHECK_FALSE(indicator.description.en.empty());
        CHECK((indicator.shape == Shape::category) == !indicator.categories.empty());
        CHECK_FALSE(indicator.compute(Patent{}, test::day("2020-01-01")).defined());
    }
    CHECK(keys.size() == 10);
    CHECK(find_indicator("forward_citations") == nullptr);
    CHECK(indicator_keys().starts_with("vendor_forward_citations, vendor_backward_citations, "));
}
