// SPDX-License-Identifier: GPL-3.0-or-later
// Ages and ends of rights in force.
#include "small_corpus.hpp"

#include <longmen/analysis/ages.hpp>

#include <catch2/catch.hpp>

namespace test_ages {

using namespace longmen;
using namespace longmen::analysis;
using namespace longmen::test;

namespace {

Corpus rights() {
    return corpus({{"2018-06-01", {}, {}},                            // 2 years, ends 2038
                   {"2010-12-31", {}, {}},                            // 10 years, ends 2030
                   {"2015-01-01", {}, {}, PatentType::utility_model}, // 5 years, ends 2025
                   {"2010-12-31", {}, {}, PatentType::utility_model}, // ended that very day
                   {"2012-01-01", {}, {}, PatentType::invention, LegalState::fee_lapsed}, // dead
                   {"2019-01-01", {}, {}, PatentType::invention, LegalState::examination},
                   {"2016-01-01", {}, {}, PatentType::invention, LegalState::unknown}});
}

} // namespace

TEST_CASE("ages: full years of rights in force, the unknown apart") {
    const Corpus data = rights();
    const auto pyramid = age_pyramid(data, all(data), data.as_of);
    REQUIRE(pyramid.steps.size() == 11);
    const auto invention = static_cast<std::size_t>(PatentType::invention);
    const auto model = static_cast<std::size_t>(PatentType::utility_model);
    CHECK(pyramid.steps[2].counts[invention] == 1);
    CHECK(pyramid.steps[10].counts[invention] == 1);
    CHECK(pyramid.steps[10].counts[model] == 0);
    CHECK(pyramid.steps[5].counts[model] == 1);
    CHECK(pyramid.unknown == 1);
    CHECK(pyramid.basis.n == 3);
}

TEST_CASE("ages: the ladder names the rights that end, earliest first") {
    const Corpus data = rights();
    const auto ladder = expiry_ladder(data, all(data), data.as_of);
    REQUIRE(ladder.steps.size() == 14); // 2025 to 2038
    CHECK(ladder.steps.front().year == 2025);
    CHECK(ladder.steps.front().patents == std::vector<std::uint32_t>{2});
    CHECK(ladder.steps[5].patents == std::vector<std::uint32_t>{1});
    CHECK(ladder.steps.back().patents == std::vector<std::uint32_t>{0});
    CHECK(ladder.unknown == 1);
}

} // namespace test_ages
