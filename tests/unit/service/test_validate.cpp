// SPDX-License-Identifier: GPL-3.0-or-later
// Scores that do not change when later rows are added; refusals; several dates.
#include "cited_park.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/validate.hpp>

#include <nlohmann/json.hpp>

namespace test_validate {

using namespace longmen;
using namespace longmen::test;

namespace {

service::ValidateRequest asked(const std::string& outcome) {
    service::ValidateRequest request;
    request.models_folder = models();
    request.models = {"longmen-first"};
    request.outcome = outcome;
    request.as_of = {*Date::from_ymd(2010, 12, 31)};
    request.drop_undated = true;
    return request;
}

} // namespace

TEST_CASE("validate: what comes later does not change what is scored", "[service]") {
    // The same file of outcomes judges both: any difference comes from the scores.
    const CitedPark before{false}, after{true};
    Progress silent;
    std::vector<std::string> found;
    for (const auto* park : {&before, &after}) {
        const auto path = park->folder.path("outcomes.csv");
        std::ofstream file{path, std::ios::trunc};
        file << "number,date,outcome\n";
        for (int i = 0; i < 80; ++i) {
            file << number(i) << ",2014-01-01," << (i * 7 % 5 == 0 || i < 10 ? 1 : 0) << '\n';
        }
        file.close();
        auto request = asked(path);
        auto json = nlohmann::json::parse(
            service::validation_json(service::validate_models(park->workspace, request, silent)));
        CHECK(json["all"]["members"] == 80);
        CHECK(json["all"]["common"] == 80);
        CHECK(json["all"]["models"].size() == 3);
        found.push_back(json["all"].dump());
    }
    CHECK(found[0] == found[1]);
}

TEST_CASE("validate: refusals", "[service]") {
    const CitedPark park{true};
    Progress silent;
    const auto run = [&](const service::ValidateRequest& request) {
        return service::validate_models(park.workspace, request, silent);
    };
    auto request = asked("citations:1");
    request.drop_undated = false;
    CHECK_THROWS_WITH(run(request), Catch::Contains("vendor_forward_citations, vendor_family_size"));
    request = asked("citations:1");
    request.as_of.clear();
    CHECK_THROWS_AS(run(request), UsageError);
    request = asked("citations:1");
    request.years = 30;
    CHECK_THROWS_AS(run(request), DataError);
    request = asked("event:award");
    CHECK_THROWS_AS(run(request), DataError);
}

TEST_CASE("validate: several dates, each patent once in the whole; words, table, page", "[service]") {
    const CitedPark park{true};
    Progress silent;
    auto request = asked("citations:1");
    request.as_of = service::parse_year_ends("2008..2010");
    const auto data = service::validate_models(park.workspace, request, silent);
    REQUIRE(data.dates.size() == 3);
    CHECK(data.pooled.members == 80); // no patent twice
    CHECK(data.dates[2].found.members == 80);
    CHECK(data.dates[0].learned_on.iso() == "2004-01-01");
    const auto sections = service::validation_sections(data, "year", Lang::en);
    CHECK(sections.front().title.starts_with("longmen-first: too few outcomes to tell"));
    CHECK(service::validation_sections(data, "", Lang::zh).front().title.starts_with("longmen-first："));
    const auto table = service::validation_table(data, "office", Lang::en);
    CHECK(table.rows.size() == 3 * (1 + 3 + 1));
    for (const auto& row : table.rows) {
        CHECK(row.size() == table.columns.size());
    }
}

} // namespace test_validate
