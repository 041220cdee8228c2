// SPDX-License-Identifier: GPL-3.0-or-later
// The worked firm, and what has no value.
#include <longmen/indicators/technology_strength.hpp>

#include <catch2/catch.hpp>

namespace test_technology_strength {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("technology strength: 40 documents with 120 citations among 1000 with 2000") {
    const auto impact = current_impact({40, 120}, {1000, 2000});
    CHECK(impact.value() == 1.5);
    CHECK(technology_strength(10, impact).value() == 15);
    CHECK(technology_strength(0, impact).value() == 0);
    CHECK(citations_per_document({40, 120}).value() == 3);
    CHECK(current_impact({40, 0}, {1000, 2000}).value() == 0);
}

TEST_CASE("technology strength: no documents, and a whole that nobody cites") {
    CHECK(citations_per_document({0, 0}).reason() == Undefined::no_data);
    CHECK(current_impact({0, 0}, {1000, 2000}).reason() == Undefined::no_data);
    CHECK(current_impact({40, 0}, {1000, 0}).reason() == Undefined::zero_denominator);
    CHECK(technology_strength(10, current_impact({0, 0}, {1, 1})).reason() == Undefined::no_data);
}

} // namespace test_technology_strength
