// SPDX-License-Identifier: GPL-3.0-or-later
// Places in queries, for people.
#include <longmen/search/query_error.hpp>

#include <catch2/catch.hpp>

namespace test_query_error {

using namespace longmen;
using namespace longmen::search;

TEST_CASE("query_error: the place is a character, the caret stands under it", "[search]") {
    try {
        refuse_query("电池 AND", 7, Sentence{"错", "wrong"});
        FAIL();
    } catch (const QueryError& error) {
        CHECK(error.character() == 4);
        CHECK(std::string{error.what()} == "the query cannot be read at character 4: wrong");
        CHECK(error.in(Lang::zh) == "检索式第 4 个字符处有误：错");
    }
    CHECK(point_at("电池 AND", 4) == "电池 AND\n     ^\n"); // Chinese is two columns wide
    CHECK(point_at("a\nbc d", 5) == "bc d\n  ^\n");
    CHECK(point_at("a", 9) == "a\n ^\n");
    CHECK(wildcard_too_broad("a*", 1000).en ==
          "`a*` stands for more than 1000 words; write more letters beside the wildcard");
}

} // namespace test_query_error
