// SPDX-License-Identifier: GPL-3.0-or-later
// The mean of medians; the medians are tested with the lags of citations.
#include <longmen/indicators/cycle_time.hpp>

#include <catch2/catch.hpp>

#include <limits>
#include <vector>

namespace test_cycle_time {

using namespace longmen;
using indicators::cycle_time;

TEST_CASE("cycle time: each document counts once, one without a median not at all") {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> ages{4, none, 9, 0}, unknown{none};
    CHECK(cycle_time(ages).value() == Approx(13.0 / 3));
    CHECK(cycle_time(unknown).reason() == Undefined::no_citations);
    CHECK(cycle_time({}).reason() == Undefined::no_citations);
}

} // namespace test_cycle_time
