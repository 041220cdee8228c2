// SPDX-License-Identifier: GPL-3.0-or-later
// The registry: unique keys, whole descriptions, a function each.
#include "support/patents.hpp"

#include <longmen/indicators/registry.hpp>

#include <catch2/catch.hpp>

#include <set>

namespace test_registry {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("registry: each row is whole and found by its key") {
    std::set<std::string_view> keys;
    for (const auto& indicator : all_indicators()) {
        const auto& info = indicator.info;
        INFO(info.key);
        CHECK(keys.insert(info.key).second);
        CHECK(find_indicator(info.key) == &indicator);
        CHECK_FALSE(info.heading.zh.empty());
        CHECK_FALSE(info.heading.en.empty());
        CHECK_FALSE(info.description.zh.empty());
        CHECK_FALSE(info.description.en.empty());
        CHECK((info.shape == Shape::category) == !info.categories.empty());
        CHECK_FALSE(indicator.compute(Patent{}, test::day("2020-01-01")).defined());
    }
    CHECK(keys.size() == 16);
    CHECK(find_indicator("forward_citations") == nullptr);
}

} // namespace test_registry
