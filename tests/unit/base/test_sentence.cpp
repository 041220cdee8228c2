// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences in both languages from the same values.
#include <longmen/base/sentence.hpp>

#include <catch2/catch.hpp>
#include <fmt/ranges.h>

#include <vector>

namespace test_sentence {

using namespace longmen;

TEST_CASE("sentence: both languages take the same values, in an order of their own") {
    const std::vector<int> years{2018, 2019};
    const auto said =
        sentence("{1}：第 {0} 行，{2}", "row {0} of {1}: {2}", 7, "甲.csv", fmt::join(years, ", "));
    CHECK(said.zh == "甲.csv：第 7 行，2018, 2019");
    CHECK(said.en == "row 7 of 甲.csv: 2018, 2019");
}

} // namespace test_sentence
