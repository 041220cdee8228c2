// SPDX-License-Identifier: GPL-3.0-or-later
// The log shown and run again.
#include "support/workspace.hpp"

#include <longmen/search/index.hpp>
#include <longmen/service/search.hpp>
#include <longmen/service/search_log.hpp>

#include <catch2/catch.hpp>

namespace test_search_log {

using namespace longmen;
using namespace longmen::test;
using Outcome = service::Replayed::Outcome;

TEST_CASE("search_log: a replay gives the same counts on the same data, and says when they moved",
          "[service]") {
    const std::string models = std::string{LONGMEN_SOURCE_DIR} + "/models";
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    const auto row = [](std::uint64_t line, const std::string& number, const std::string& title) {
        return patent_row(line, {{Field::pub_no, number}, {Field::title, title}});
    };
    import_rows(workspace, {row(2, "CN200000001U", "密封圈"), row(3, "CN200000002U", "阀门"),
                            row(4, "CN200000003U", "valve")});
    Progress silent;
    const auto search = [&](const std::string& query, bool synonyms = false, const std::string& within = {}) {
        service::SearchRequest request;
        request.models_folder = models;
        request.query = query;
        request.synonyms = synonyms;
        request.within = within;
        return service::search_workspace(workspace, request, silent);
    };
    CHECK(search("密封圈").run == 1);
    CHECK(search("#1 OR 阀门").result.total == 2);
    const auto widened = search("valve", true);
    CHECK_FALSE(widened.added.empty());
    CHECK(search("密封圈", false, "#2").result.total == 1);
    CHECK(search("阀门", false, "#1").result.total == 0);
    CHECK_THROWS_AS(search("#77"), UsageError);
    CHECK_THROWS_AS(search("阀门", false, "seals"), UsageError);
    CHECK(search("密风圈").suggestions.empty()); // too few records for a guess

    auto runs = store::logged_searches(workspace);
    REQUIRE(runs.size() == 6);
    for (const auto& run : service::replay_searches(workspace, runs, models)) {
        INFO(run.then.query);
        CHECK(run.outcome == Outcome::same);
    }
    runs[1].hits = 9; // what another program would have written
    CHECK(service::replay_searches(workspace, runs, models)[1].outcome == Outcome::differs);
    runs[1].canonical = "(((";
    CHECK(service::replay_searches(workspace, runs, models)[1].outcome == Outcome::unreadable);

    import_rows(workspace, {row(2, "CN200000009U", "密封圈")});
    search::update_index(workspace, search::load_settings(models), silent);
    runs = store::logged_searches(workspace);
    const auto after = service::replay_searches(workspace, runs, models);
    CHECK(after[0].outcome == Outcome::data_moved);
    CHECK(after[0].hits == 2);
    CHECK(after[3].outcome == Outcome::data_moved); // within #2, which has grown
    CHECK(after[4].outcome == Outcome::same);       // nothing then, nothing now
    CHECK(service::search_log_table(runs, Lang::en).rows.size() == 6);
    CHECK(std::get<std::string>(service::replay_table(after, Lang::zh).rows.at(0).back()) == "数据已更新");
}

} // namespace test_search_log
