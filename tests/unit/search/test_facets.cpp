// SPDX-License-Identifier: GPL-3.0-or-later
// Values of matches counted one by one.
#include <longmen/search/detail/facets.hpp>

#include <catch2/catch.hpp>

namespace test_facets {

using namespace longmen::search;

TEST_CASE("facets: a member named twice counts once, what is missing is said or left out", "[search]") {
    const detail::FacetPlace list{"applicant", 0, true, 0, {}};
    detail::FacetCounts names(list);
    names.add("甲\n乙\n甲", 1);
    names.add("乙", 2);
    names.add("", 5);
    const auto facet = names.facet(10);
    REQUIRE(facet.rows.size() == 2);
    CHECK(facet.rows[0].key == "乙");
    CHECK(facet.rows[0].count == 3);
    CHECK(facet.rows[1].count == 1);
    CHECK(facet.distinct == 2);

    const detail::FacetPlace status{"status", 0, false, 0, "unknown"};
    detail::FacetCounts states(status);
    states.add("", 4);
    states.add("granted", 1);
    CHECK(states.facet(1).rows.size() == 1);
    CHECK(states.facet(1).rows[0].key == "unknown");
    CHECK(states.facet(1).distinct == 2);
}

TEST_CASE("facets: values cut short count once a record", "[search]") {
    const detail::FacetPlace classes{"ipc3", 0, true, 3, {}};
    detail::FacetCounts counts(classes);
    counts.add("F16J\nF16K\nH01M", 2);
    counts.add("F16L", 1);
    const auto facet = counts.facet(10);
    REQUIRE(facet.rows.size() == 2);
    CHECK(facet.rows[0].key == "F16");
    CHECK(facet.rows[0].count == 3);
    CHECK(facet.rows[1].key == "H01");
    CHECK(facet.rows[1].count == 2);
}

} // namespace test_facets
