// SPDX-License-Identifier: GPL-3.0-or-later
// Vendor's citation counts: completeness and reasons.
#include "support/patents.hpp"

#include <longmen/indicators/vendor_citations.hpp>

#include <catch2/catch.hpp>

namespace test_vendor_citations {

using namespace longmen;
using namespace longmen::indicators;
using test::day;

TEST_CASE("vendor citations: no column is no data, not zero") {
    const auto p = test::invention("CN1A", "2010-01-01");
    CHECK(vendor_forward_citations(p, day("2020-01-01")).reason() == Undefined::no_data);
    CHECK(vendor_backward_citations(p, day("2020-01-01")).reason() == Undefined::no_data);
}

TEST_CASE("vendor citations: a count within five years of publication is incomplete") {
    auto p = test::invention("CN1A", "2010-01-01");
    p.vendor_forward_citations = 0;
    p.pub_date = day("2015-06-01");
    CHECK(vendor_forward_citations(p, day("2020-06-01")).complete());
    CHECK_FALSE(vendor_forward_citations(p, day("2020-05-31")).complete());
    CHECK(vendor_forward_citations(p, day("2020-05-31")).value() == 0);
    p.pub_date.reset();
    CHECK(vendor_forward_citations(p, day("2015-01-01")).complete());
    p.app_date.reset();
    CHECK_FALSE(vendor_forward_citations(p, day("2050-01-01")).complete());
}

TEST_CASE("vendor citations: a negative count is impossible") {
    auto p = test::invention("CN1A", "2010-01-01");
    p.vendor_forward_citations = -1;
    p.vendor_backward_citations = -1;
    CHECK(vendor_forward_citations(p, day("2020-01-01")).reason() == Undefined::impossible_value);
    CHECK(vendor_backward_citations(p, day("2020-01-01")).reason() == Undefined::impossible_value);
    p.vendor_backward_citations = 7;
    CHECK(vendor_backward_citations(p, day("2020-01-01")).value() == 7);
}

} // namespace test_vendor_citations
