// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of data errors.
#include <longmen/base/errors.hpp>

#include <catch2/catch.hpp>

namespace test_errors {

using namespace longmen;

TEST_CASE("errors: a data error names file and line, and leaves out a line it does not have") {
    CHECK(std::string{DataError("a.csv", 12, {"没有表头", "no header"}).what()} == "a.csv:12: no header");
    CHECK(std::string{DataError("a.csv", 0, {"没有表头", "no header"}).what()} == "a.csv: no header");
}

TEST_CASE("errors: a sentence in both languages, the place before it", "[base]") {
    const longmen::DataError both("a.csv", 3, longmen::Sentence{"不是表格", "is no table"});
    CHECK(both.in(longmen::Lang::zh) == "a.csv:3：不是表格");
    CHECK(both.in(longmen::Lang::en) == "a.csv:3: is no table");
    CHECK(std::string{both.what()} == "a.csv:3: is no table");
}

TEST_CASE("errors: what has no name has no place", "[base]") {
    CHECK(std::string{longmen::DataError("", 7, {"磁盘已满", "the disk is full"}).what()} ==
          "the disk is full");
    CHECK(std::string{longmen::DataError("a.csv", 7, {"坏", "bad"}).what()} == "a.csv:7: bad");
}

} // namespace test_errors
