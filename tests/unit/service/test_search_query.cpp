// SPDX-License-Identifier: GPL-3.0-or-later
// Queries read with what belongs to the workspace, and read again from the log.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/search/query_print.hpp>
#include <longmen/service/search_query.hpp>
#include <longmen/store/searches.hpp>

namespace test_search_query {

using namespace longmen;
using namespace longmen::test;

TEST_CASE("search_query: references, what narrows and what widens are part of what is read", "[service]") {
    SmallWorkspace small;
    store::save_search(small.workspace, {"seals", "密封 OR 阀", "t", "me"});
    service::SearchRequest request;
    request.models_folder = models();
    const auto read = [&] {
        return search::print_query(service::read_query(&small.workspace, request).query);
    };
    request.query = "@seals NOT 灯";
    const auto canonical = read();
    CHECK(canonical.find("阀") != std::string::npos);
    CHECK(search::print_query(service::read_canonical(canonical, models())) == canonical);
    request.within = "@seals";
    CHECK(read() != canonical);
    request.within = "seals";
    CHECK_THROWS_AS(read(), UsageError);
    request.within = "@none";
    CHECK_THROWS_AS(read(), UsageError);
    request.within.clear();
    CHECK_THROWS_AS(service::read_query(nullptr, request), UsageError); // shards know no saved queries
    request.query = "valve";
    request.synonyms = true;
    const auto widened = service::read_query(&small.workspace, request);
    CHECK_FALSE(widened.added.empty());
    CHECK(search::print_query(service::read_canonical(search::print_query(widened.query), models())) ==
          search::print_query(widened.query));
}

} // namespace test_search_query
