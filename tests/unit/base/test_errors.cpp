// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of data errors.
#include <longmen/base/errors.hpp>

#include <catch2/catch.hpp>

using namespace longmen;

TEST_CASE("errors: a data error names file and line, and leaves out a line it does not have") {
    CHECK(std::string{DataError("a.csv", 12, "no header").what()} == "a.csv:12: no header");
    CHECK(std::string{DataError("a.csv", 0, "no header").what()} == "a.csv: no header");
}
