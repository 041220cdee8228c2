// SPDX-License-Identifier: GPL-3.0-or-later
// The definitions of h and g on random sets.
#include <longmen/indicators/hirsch.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <vector>

namespace test_hirsch {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("hirsch: worked sets") {
    const std::vector<std::int32_t> counts{10, 8, 5, 4, 3}, zeros{0, 0}, rich{100};
    const auto result = hirsch(counts, 8).value();
    CHECK(result.h == 4);
    CHECK(result.g == 5);
    CHECK(result.m == Approx(0.5));
    CHECK(hirsch(zeros, 1).value().h == 0);
    CHECK(hirsch(zeros, 1).value().g == 0);
    CHECK(hirsch(rich, 1).value().g == 1);
    CHECK(hirsch(rich, 0).value().m == 1);
    const std::vector<std::int32_t> unknown{-1, -1}, partly{-1, 1};
    CHECK(hirsch(unknown, 3).reason() == Undefined::no_data);
    CHECK(hirsch({}, 3).reason() == Undefined::no_data);
    CHECK(hirsch(partly, 1).value().h == 1);
}

TEST_CASE("hirsch: as defined, on random sets") {
    std::mt19937_64 random{11};
    for (int round = 0; round < 500; ++round) {
        std::vector<std::int32_t> counts(1 + random() % 40);
        for (auto& count : counts) {
            count = static_cast<std::int32_t>(random() % (1 + random() % 60));
        }
        auto sorted = counts;
        std::ranges::sort(sorted, std::greater{});
        std::size_t h = 0, g = 0;
        for (std::size_t k = 1; k <= counts.size(); ++k) {
            const auto at_least =
                std::ranges::count_if(counts, [&](auto c) { return c >= static_cast<int>(k); });
            h = at_least >= static_cast<std::ptrdiff_t>(k) ? k : h;
            long sum = 0;
            for (std::size_t i = 0; i < k; ++i) {
                sum += sorted[i];
            }
            g = sum >= static_cast<long>(k * k) ? k : g;
        }
        const auto result = hirsch(counts, 1).value();
        REQUIRE(result.h == h);
        REQUIRE(result.g == g);
    }
}

} // namespace test_hirsch
