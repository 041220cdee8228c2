// SPDX-License-Identifier: GPL-3.0-or-later
// Measured values and reasons.
#include <longmen/base/undefined.hpp>

#include <catch2/catch.hpp>

#include <set>

namespace test_undefined {

using namespace longmen;

TEST_CASE("undefined: a reason is no value, and is never complete") {
    const Measured<double> none = Undefined::not_granted;
    CHECK_FALSE(none.defined());
    CHECK_FALSE(none.complete());
    CHECK(undefined_key(none.reason()) == "not_granted");
}

TEST_CASE("undefined: zero is a value; a censored value says so") {
    const Measured<double> zero = 0.0;
    CHECK(zero.defined());
    CHECK(zero.value() == 0.0);
    CHECK(zero.complete());
    CHECK_FALSE(Measured<int>(3, false).complete());
}

TEST_CASE("undefined: each reason has its own key and words in both languages") {
    std::set<std::string_view> seen;
    for (int i = 0; i <= static_cast<int>(Undefined::impossible_value); ++i) {
        const auto reason = static_cast<Undefined>(i);
        CHECK(seen.insert(undefined_key(reason)).second);
        CHECK(seen.insert(undefined_text(reason).zh).second);
        CHECK(seen.insert(undefined_text(reason).en).second);
    }
}

} // namespace test_undefined
