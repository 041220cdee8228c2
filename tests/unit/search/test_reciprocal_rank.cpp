// SPDX-License-Identifier: GPL-3.0-or-later
// Fused ranks by hand.
#include <longmen/search/reciprocal_rank.hpp>

#include <catch2/catch.hpp>

#include <array>

namespace test_reciprocal_rank {

using namespace longmen::search;

TEST_CASE("reciprocal rank: places, shared places, weights", "[search]") {
    const std::vector<double> text{5, 9, 0, 1};
    const std::vector<double> classes{0.5, 0, 0.5, 0.5};
    const std::array signals{RankedSignal{text, 1}, RankedSignal{classes, 2}};
    const auto fused = fuse_ranks(signals, 60);
    CHECK(fused.places[0] == std::vector<double>{2, 1, 0, 3});
    CHECK(fused.places[1] == std::vector<double>{2, 0, 2, 2}); // three share places 1 to 3
    CHECK(fused.value[0] == Approx(1.0 / 62 + 2.0 / 62));
    CHECK(fused.value[1] == Approx(1.0 / 61));
    CHECK(fused.value[2] == Approx(2.0 / 62));
    CHECK(fused.value[3] == Approx(1.0 / 63 + 2.0 / 62));
    CHECK(fuse_ranks({}, 60).value.empty());
}

} // namespace test_reciprocal_rank
