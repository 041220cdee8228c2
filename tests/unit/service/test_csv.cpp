// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of CSV files.
#include <longmen/service/csv.hpp>

#include <catch2/catch.hpp>

namespace test_csv {

using longmen::service::csv_cell;

TEST_CASE("csv: quotes where needed, and no formula ever", "[service]") {
    CHECK(csv_cell("甲") == "甲");
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("a,b", '\t') == "a,b");
    CHECK(csv_cell("say \"x\"\n") == "\"say \"\"x\"\"\n\"");
    CHECK(csv_cell("=1+1") == "'=1+1");
    CHECK(csv_cell("-3") == "'-3");
    CHECK(csv_cell("") == "");
}

} // namespace test_csv
