// SPDX-License-Identifier: GPL-3.0-or-later
// A mean of the known.
#include <longmen/indicators/science_linkage.hpp>
#include <longmen/record/columns.hpp>

#include <catch2/catch.hpp>

#include <vector>

namespace test_science_linkage {

using namespace longmen;
using indicators::science_linkage;

TEST_CASE("science linkage: none is a value, unknown is left out") {
    const std::vector<std::int32_t> counts{0, 3, missing_measure, 6}, zeros{0, 0}, unknown{missing_measure};
    CHECK(science_linkage(counts).value() == 3);
    CHECK(science_linkage(zeros).value() == 0);
    CHECK(science_linkage(unknown).reason() == Undefined::no_data);
    CHECK(science_linkage({}).reason() == Undefined::no_data);
}

} // namespace test_science_linkage
