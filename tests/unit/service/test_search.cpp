// SPDX-License-Identifier: GPL-3.0-or-later
// Searching a workspace: index on demand, the log, JSON.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/search.hpp>
#include <longmen/service/status.hpp>
#include <longmen/store/searches.hpp>

#include <nlohmann/json.hpp>

namespace test_search {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;

TEST_CASE("search: the index is made, the words are marked, status knows when it is stale", "[service]") {
    SmallWorkspace small;
    Progress silent;
    service::SearchRequest request;
    request.models_folder = models();
    request.query = "密封圈";
    request.options.facets = search::usual_facets();
    const auto found = service::search_workspace(small.workspace, request, silent);
    CHECK(found.update.made_anew);
    const auto json = nlohmann::json::parse(service::search_json(found, 0));
    CHECK(json["total"] == 1);
    CHECK(json["query"] == "密封圈");
    CHECK(json["hits"][0]["title"] == "一种密封圈");
    CHECK(json["facets"]["year"]["rows"][0]["key"] == "2018");
    CHECK(std::get<std::string>(service::search_table(found, Lang::zh, 0).rows.at(0).at(7)) ==
          "一种【密封圈】");
    CHECK(service::search_sections(found, Lang::zh, 0).size() > 1);
    CHECK(nlohmann::json::parse(
              service::status_json(service::take_status(small.workspace, {models(), {}, 5, 5})))["stale"]
              .empty());
    import_text(small.workspace, small.folder, "more.csv", "申请号,名称\nCN201811234568.8,泵\n");
    CHECK(nlohmann::json::parse(service::status_json(
              service::take_status(small.workspace, {models(), {}, 5, 5})))["stale"][0] == "index");
    request.query = "(";
    CHECK_THROWS_AS(service::search_workspace(small.workspace, request, silent), UsageError);
}

TEST_CASE("search: by enterprise, under all its names", "[service]") {
    SmallWorkspace small;
    Progress silent;
    service::SearchRequest request;
    request.models_folder = models();
    request.query = "enterprise:91140702FX001038XW";
    CHECK(service::search_workspace(small.workspace, request, silent).result.total == 2);
}

TEST_CASE("search: a query is saved with what widened or narrowed it", "[service]") {
    SmallWorkspace small;
    Progress silent;
    service::SearchRequest request;
    request.models_folder = models();
    request.query = "applicant:公司";
    request.save_as = "plain";
    const auto all = service::search_workspace(small.workspace, request, silent).result.total;
    CHECK(store::saved_search(small.workspace, "plain")->query == "applicant:公司");
    request.query = "阀 OR 灯";
    request.within = "@plain";
    request.save_as = "narrow";
    const auto narrow = service::search_workspace(small.workspace, request, silent).result.total;
    CHECK(narrow < all);
    request = {};
    request.models_folder = models();
    request.query = "@narrow";
    CHECK(service::search_workspace(small.workspace, request, silent).result.total == narrow);
}

TEST_CASE("search: collapsed by family the members are a column and counts are of applications",
          "[service]") {
    SmallWorkspace small;
    for (const auto* number : {"CN300000001U", "CN300000002U"}) {
        import_rows(small.workspace, {patent_row(2, {{Field::pub_no, number},
                                                     {Field::title, "一种泵"},
                                                     {Field::vendor_family_id, "9"}})});
    }
    Progress silent;
    service::SearchRequest request;
    request.models_folder = models();
    request.query = "泵";
    const auto plain =
        service::search_table(service::search_workspace(small.workspace, request, silent), Lang::en, 0);
    CHECK(plain.columns.back().key == "close");
    request.options.by_family = true;
    const auto found = service::search_workspace(small.workspace, request, silent);
    const auto table = service::search_table(found, Lang::en, 0);
    CHECK(table.columns.back().key == "members");
    CHECK(table.rows.size() == 1);
    CHECK(std::get<std::int64_t>(table.rows[0].back()) == 2);
    CHECK(found.result.families == 1);
    CHECK(found.result.total == 2);
    const auto json = nlohmann::json::parse(service::search_json(found, 0));
    CHECK(json["collapse"] == "family");
    CHECK(json["hits"][0]["members"] == 2);
}

} // namespace test_search
