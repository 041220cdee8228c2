// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at a watched search: what came and went between imports, corrections and new queries.
#include "support/workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/search_log.hpp>
#include <longmen/service/watch.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>

namespace test_watch {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;
using store::WatchChange;

namespace {

const std::string models = std::string{LONGMEN_SOURCE_DIR} + "/models";

PatentRow row(std::uint64_t line, const std::string& number, const std::string& title,
              const std::string& filed = "2018-05-01") {
    return patent_row(line, {{Field::pub_no, number}, {Field::title, title}, {Field::app_date, filed}});
}

struct Watched {
    Folder folder;
    store::Workspace workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    Progress silent;

    Watched() {
        import_rows(workspace, {row(2, "CN200000001U", "密封圈"), row(3, "CN200000002U", "阀门"),
                                row(4, "CN200000003U", "密封垫")});
        store::save_search(workspace, {"seals", "密封", "t", "me"});
    }
    service::WatchReport peek(const std::string& name = "seals") {
        return service::look_at_watch(workspace, {models, name, "me", "now"}, silent);
    }
    service::WatchReport look(const std::string& name = "seals") {
        auto report = peek(name);
        store::keep_look(workspace, name, report.look);
        return report;
    }
};

std::set<std::string> numbers(const service::WatchReport& report, WatchChange change) {
    std::set<std::string> found;
    for (const auto& hit : report.hits) {
        if (hit.change == change) {
            found.insert(hit.number);
        }
    }
    return found;
}

using Set = std::set<std::string>;

} // namespace

TEST_CASE("watch: new records, changed ones and those that fell out are told once", "[service]") {
    Watched watched;
    CHECK_THROWS_AS(watched.look("none"), UsageError);
    const auto first = watched.look();
    CHECK(first.hits.empty());
    CHECK(first.look.records == 2);
    CHECK(first.look.place == 1);
    CHECK_THAT(service::watch_sections(first, Lang::en)[0].lines.back(), Contains("begins"));
    CHECK(watched.look().hits.empty());

    // One new, one of old that matches now, one of those found that does not any longer.
    import_rows(watched.workspace,
                {row(2, "CN200000009U", "新密封件", "2020-01-01"), row(3, "CN200000008U", "泵"),
                 row(4, "CN200000002U", "密封阀门"), row(5, "CN200000003U", "垫片"),
                 row(6, "CN200000010U", "密封槽", "2021-01-01")},
                Date::from_ymd(2022, 1, 1), "later.csv");
    const auto peeked = watched.peek();
    const auto report = watched.look();
    CHECK(numbers(peeked, WatchChange::added) == numbers(report, WatchChange::added));
    CHECK(numbers(report, WatchChange::added) == Set{"CN200000009U", "CN200000010U"});
    CHECK(numbers(report, WatchChange::changed) == Set{"CN200000002U"});
    CHECK(numbers(report, WatchChange::gone) == Set{"CN200000003U"});
    CHECK(report.hits[0].number == "CN200000010U"); // the latest filed first
    CHECK(report.hits[2].fields == std::vector<std::string>{"title"});
    CHECK(report.hits[3].fields == std::vector<std::string>{"title"});
    CHECK(report.look.records == 4);
    CHECK_FALSE(report.query_changed());
    CHECK(watched.look().hits.empty());

    // What a look told can be read again, however often looked since.
    const auto again = service::earlier_look(watched.workspace, "seals", 3);
    CHECK(again.hits.size() == 4);
    CHECK(again.hits[0].number == "CN200000010U");
    CHECK(again.hits[3].fields == std::vector<std::string>{"title"});
    CHECK(again.before->place == 2);
    CHECK(service::earlier_look(watched.workspace, "seals", 1).hits.empty());
    CHECK_THROWS_AS(service::earlier_look(watched.workspace, "seals", 9), UsageError);
    CHECK_THROWS_AS(service::earlier_look(watched.workspace, "gears", 1), UsageError);

    // Each look is a run of the log that replays.
    const auto runs = store::logged_searches(watched.workspace);
    REQUIRE(runs.size() == 5);
    CHECK(runs[2].scope == "watch");
    CHECK(runs[4].hits == 4);
    CHECK(runs[4].publications == 4);
    CHECK(service::replay_searches(watched.workspace, runs, models)[4].outcome ==
          service::Replayed::Outcome::same);
}

TEST_CASE("watch: a record under another number is no news; two that became one are told", "[service]") {
    Watched watched;
    import_rows(watched.workspace,
                {patent_row(2, {{Field::app_no, "CN201810000001.1"}, {Field::title, "密封环"}}),
                 patent_row(3, {{Field::pub_no, "CN108000001A"}, {Field::title, "密封环"}})},
                std::nullopt, "two.csv");
    const auto first = watched.look();
    REQUIRE(first.look.records == 4);
    // The first gets a publication, then both turn out to be one.
    import_rows(watched.workspace,
                {patent_row(2, {{Field::app_no, "CN201810000001.1"}, {Field::pub_no, "CN108000001A"}})},
                Date::from_ymd(2022, 1, 1), "one.csv");
    const auto report = watched.look();
    CHECK(report.look.records == 3);
    CHECK(report.hits.size() == 1);
    CHECK(report.count(WatchChange::joined) == 1);
    CHECK(watched.look().hits.empty());
    const auto watch = store::watch_of(watched.workspace, "seals").value();
    CHECK(store::watched_numbers(watched.workspace, watch.id).size() == 3);
}

TEST_CASE("watch: another query under the name is said; a query taken away ends nothing silently",
          "[service]") {
    Watched watched;
    CHECK(service::list_watches(watched.workspace, models, watched.silent).empty());
    watched.look();
    store::save_search(watched.workspace, {"seals", "密封 OR 阀门", "t2", "me"});
    const auto logged = store::logged_searches(watched.workspace).size();
    auto states = service::list_watches(watched.workspace, models, watched.silent);
    REQUIRE(states.size() == 1);
    CHECK(store::logged_searches(watched.workspace).size() == logged); // listing is no look
    const auto table = service::watches_table(states, Lang::en);
    CHECK(std::get<std::string>(table.rows[0].back()) == "query changed");
    CHECK(std::get<std::int64_t>(table.rows[0].at(10)) == 1); // changed and matching
    const auto report = watched.look();
    CHECK(report.query_changed());
    CHECK(numbers(report, WatchChange::changed) == Set{"CN200000002U"});
    CHECK(report.hits[0].fields.empty());
    const auto json = nlohmann::json::parse(service::watch_json(report));
    CHECK(json["query_changed"] == true);
    CHECK(json["records"][0]["change"] == "changed");
    CHECK(json["before"]["total"] == 2);

    store::save_search(watched.workspace, {"seals", "", "t3", "me"});
    CHECK_THROWS_AS(watched.look(), UsageError);
    states = service::list_watches(watched.workspace, models, watched.silent);
    REQUIRE(states.size() == 1);
    CHECK_FALSE(states[0].report);
    CHECK(std::get<std::string>(service::watches_table(states, Lang::en).rows[0].back()) ==
          "saved query taken away");
    store::save_search(watched.workspace, {"seals", "status:nonsense", "t4", "me"});
    states = service::list_watches(watched.workspace, models, watched.silent);
    CHECK(std::get<std::string>(service::watches_table(states, Lang::zh).rows[0].back()) == "检索式无法读取");
}

} // namespace test_watch
