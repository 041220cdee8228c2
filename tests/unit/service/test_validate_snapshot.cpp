// SPDX-License-Identifier: GPL-3.0-or-later
// The same records in a workspace and in a snapshot are judged alike; what a snapshot cannot tell.
#include "../scoring/model_text.hpp"
#include "same_records.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/validate.hpp>

#include <nlohmann/json.hpp>

using namespace longmen;
using namespace longmen::test;

namespace {

service::ValidateRequest asked(const Folder& folder, const std::string& outcome) {
    const auto path = folder.path("early.toml");
    std::ofstream{path, std::ios::trunc}
        << model_text(term_text("forward_citations_3y", "0.4", "cap_p99") +
                          term_text("backward_citations", "0.3", "percentile") +
                          term_text("scope", "0.3", "share", "full = 2\n"),
                      10);
    service::ValidateRequest request;
    request.models_folder = models();
    request.models = {path};
    request.outcome = outcome;
    request.as_of = {*Date::from_ymd(2010, 12, 31)};
    request.years = 4;
    return request;
}

} // namespace

TEST_CASE("validate snapshot: figures are those of the same records in a workspace", "[service]") {
    const SameRecords same;
    const auto snapshot = same.snapshot();
    Progress silent;
    for (const auto* const outcome : {"citations:1", "citations:top25%"}) {
        const auto request = asked(same.folder, outcome);
        const auto records = nlohmann::json::parse(
            service::validation_json(service::validate_models(same.workspace, request, silent)));
        std::vector<std::string> found;
        for (const unsigned count : {1U, 2U}) {
            Threads threads{count};
            found.push_back(
                service::validation_json(service::validate_snapshot(snapshot, request, threads, silent)));
        }
        CHECK(found[0] == found[1]);
        const auto bare = nlohmann::json::parse(found[0]);
        CHECK(bare["all"]["members"] > 100);
        CHECK(bare["all"]["positives"] > 10);
        for (const auto* const part : {"all", "dates", "groups", "left_out", "models"}) {
            INFO(outcome << ' ' << part);
            CHECK(bare[part] == records[part]);
        }
    }
}

TEST_CASE("validate snapshot: outcomes it cannot tell, and days beyond its end, are refused", "[service]") {
    const SameRecords same{60};
    const auto snapshot = same.snapshot();
    Progress silent;
    Threads threads{1};
    for (const auto* const outcome : {"in_force", "family:2", "event:award", "outcomes.csv"}) {
        CHECK_THROWS_AS(service::validate_snapshot(snapshot, asked(same.folder, outcome), threads, silent),
                        UsageError);
    }
    auto request = asked(same.folder, "citations:1");
    request.years = 30;
    CHECK_THROWS_AS(service::validate_snapshot(snapshot, request, threads, silent), DataError);
    request = asked(same.folder, "citations:1");
    request.models = {"longmen-first"};
    CHECK_THROWS_WITH(service::validate_snapshot(snapshot, request, threads, silent),
                      Catch::Contains("--drop-undated"));
}
