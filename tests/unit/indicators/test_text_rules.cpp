// SPDX-License-Identifier: GPL-3.0-or-later
// Values out of range.
#include <longmen/base/errors.hpp>
#include <longmen/indicators/text_rules.hpp>

#include <catch2/catch.hpp>

#include <string>

namespace test_text_rules {

using namespace longmen;
using namespace longmen::indicators;

namespace {

TextRules read(const std::string& similarity, const std::string& novelty) {
    return TextRules::read(
        Config::parse("[similarity]\n" + similarity + "[novelty]\n" + novelty, "texts.toml"));
}

} // namespace

TEST_CASE("text rules: what is read") {
    const auto rules =
        read("floor = 0.05\nmost_common = 0.2\nyears_back = 4\nmost_documents = 9\n", "first_years = 3\n");
    CHECK(rules.floor == 0.05);
    CHECK(rules.most_common == 0.2);
    CHECK(rules.years_back == 4);
    CHECK(rules.most_documents == 9);
    CHECK(rules.first_years == 3);
}

TEST_CASE("text rules: what is refused") {
    CHECK_THROWS_AS(
        read("floor = 2\nmost_common = 0.2\nyears_back = 4\nmost_documents = 9\n", "first_years = 3\n"),
        DataError);
    CHECK_THROWS_AS(
        read("floor = 0\nmost_common = 0.2\nyears_back = 0\nmost_documents = 9\n", "first_years = 3\n"),
        DataError);
    CHECK_THROWS_AS(read("floor = 0\nmost_common = 0.2\nyears_back = 4\nmost_documents = 9\n",
                         "first_years = 3\nx = 1\n"),
                    DataError);
    CHECK_THROWS_AS(read("floor = 0\nmost_common = 0.2\nyears_back = 4\n", "first_years = 3\n"), DataError);
}

} // namespace test_text_rules
