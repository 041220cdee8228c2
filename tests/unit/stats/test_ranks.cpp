// SPDX-License-Identifier: GPL-3.0-or-later
// Ranks against hand values and the counting definition.
#include <longmen/stats/ranks.hpp>

#include <catch2/catch.hpp>

#include <random>

namespace test_ranks {

using namespace longmen::stats;

TEST_CASE("ranks: ties share the mean rank ascending and the smallest rank descending") {
    const std::vector<double> values{10, 30, 10, 20};
    CHECK(mid_ranks(values) == std::vector<double>{1.5, 4, 1.5, 3});
    CHECK(ranks_descending(values) == std::vector<std::uint32_t>{3, 1, 3, 2});
}

TEST_CASE("ranks: empty and single inputs") {
    CHECK(mid_ranks({}).empty());
    CHECK(ranks_descending({}).empty());
    const std::vector<double> one{7};
    CHECK(mid_ranks(one) == std::vector<double>{1});
    CHECK(ranks_descending(one) == std::vector<std::uint32_t>{1});
}

TEST_CASE("ranks: a value's percentile counts half of its equals") {
    const std::vector<double> sorted{0, 0, 0, 1, 5};
    CHECK(standing(sorted, 0).percentile() == Approx(0.3));
    CHECK(standing(sorted, 1).percentile() == Approx(0.7));
    CHECK(standing(sorted, 5).below == 4);
    CHECK(standing(sorted, 3).equal == 0);
}

TEST_CASE("ranks: equal the counting definition on random values with many ties") {
    std::mt19937 random{7};
    for (int round = 0; round < 50; ++round) {
        std::vector<double> values(1 + random() % 40);
        for (auto& v : values) {
            v = static_cast<double>(random() % 8);
        }
        const auto mid = mid_ranks(values);
        const auto down = ranks_descending(values);
        for (std::size_t i = 0; i < values.size(); ++i) {
            double below = 0, equal = 0, above = 0;
            for (const double v : values) {
                below += v < values[i];
                equal += v == values[i];
                above += v > values[i];
            }
            REQUIRE(mid[i] == below + (equal + 1) / 2);
            REQUIRE(down[i] == 1 + above);
        }
    }
}

} // namespace test_ranks
