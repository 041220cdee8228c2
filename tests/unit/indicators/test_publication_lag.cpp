// SPDX-License-Identifier: GPL-3.0-or-later
// Years from filing to publication.
#include "support/patents.hpp"

#include <longmen/indicators/publication_lag.hpp>

#include <catch2/catch.hpp>

namespace test_publication_lag {

using namespace longmen;
using indicators::publication_lag;
using test::day;

TEST_CASE("publication lag: years, or a reason") {
    auto p = test::invention("CN1A", "2010-03-01");
    p.pub_date.reset();
    CHECK(publication_lag(p, day("2020-01-01")).reason() == Undefined::no_data);
    p.pub_date = day("2014-03-01");
    CHECK(publication_lag(p, day("2020-01-01")).value() == 4);
    CHECK(publication_lag(p, day("2014-02-28")).reason() == Undefined::not_applicable);
    p.pub_date = day("2010-02-28");
    CHECK(publication_lag(p, day("2020-01-01")).reason() == Undefined::impossible_value);
    p.app_date.reset();
    CHECK(publication_lag(p, day("2020-01-01")).reason() == Undefined::no_data);
}

} // namespace test_publication_lag
