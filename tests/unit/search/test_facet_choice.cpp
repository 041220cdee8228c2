// SPDX-License-Identifier: GPL-3.0-or-later
// Names of facets as people write them.
#include <longmen/base/errors.hpp>
#include <longmen/search/facet_choice.hpp>

#include <catch2/catch.hpp>

namespace test_facet_choice {

using namespace longmen;
using namespace longmen::search;
using Catch::Matchers::Contains;

namespace {

std::string read(const std::string& text) {
    std::string result;
    for (const auto& choice : read_facets(text)) {
        result += choice.key + ":" + std::to_string(choice.rows) + " ";
    }
    return result;
}

} // namespace

TEST_CASE("facet_choice: keys, other names, Chinese ones, rows, each once", "[search]") {
    CHECK(read("applicant,ipc4,year,status,region") == "applicant:10 ipc:10 year:10 status:10 county:10 ");
    CHECK(read("申请人:20，IPC小类, Year ") == "applicant:20 ipc:10 year:10 ");
    CHECK(read("ipc,ipc4:3") == "ipc:10 ");
    CHECK(read("").empty());
    CHECK(read_facets("all:3").size() == facet_names().size());
    CHECK(read("status:5,all").starts_with("status:5 "));
    for (const auto& name : facet_names()) {
        CHECK(read(name) == name + ":10 ");
    }
    for (const auto& choice : usual_facets()) {
        CHECK(read(choice.key) == choice.key + ":10 ");
    }
}

TEST_CASE("facet_choice: an unknown name is refused with those there are", "[search]") {
    CHECK_THROWS_WITH(read_facets("colour"), Contains("colour") && Contains("applicant") && Contains("ipc3"));
    CHECK_THROWS_WITH(read_facets("year:0"), Contains("applicant:20"));
    CHECK_THROWS_WITH(read_facets("year:ten"), Contains("ten"));
    CHECK_THROWS_AS(read_facets("year:"), UsageError);
}

} // namespace test_facet_choice
