// SPDX-License-Identifier: GPL-3.0-or-later
// The same records in a workspace and in a snapshot are judged alike; what a snapshot cannot tell.
#include "../scoring/model_text.hpp"
#include "same_records.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/validate.hpp>

#include <nlohmann/json.hpp>

namespace test_validate_snapshot {

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
    request.as_of = {*Date::from_ymd(2009, 12, 31)};
    request.years = 4;
    return request;
}

} // namespace

TEST_CASE("validate snapshot: figures are those of the same records in a workspace", "[service]") {
    const SameRecords same;
    const auto snapshot = same.snapshot();
    Progress silent;
    for (const auto* const outcome : {"citations:1", "citations:top25%", "growth:1", "growth:median"}) {
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
        if (std::string{outcome} != "growth:median") { // too few of one age: left out, alike in both
            CHECK(bare["all"]["members"] > 20);
            CHECK(bare["all"]["positives"] > 10);
        }
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
    for (const auto* const outcome : {"in_force", "family:2", "breadth:2", "event:award", "outcomes.csv"}) {
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

TEST_CASE("validate snapshot: days of grant do not lengthen the clock", "[service]") {
    // The last document is filed on 2010-06-01, the last grant is of 2014: citations until 2012 are not
    // known.
    Folder folder;
    std::ofstream{folder.path("nodes.tsv")} << "id\tfiling_date\tgrant_date\n"
                                            << "CN101000001A\t2005-01-01\t2008-01-01\n"
                                            << "CN101000002A\t2010-06-01\t2014-03-01\n";
    std::ofstream{folder.path("edges.tsv")} << "citing\tcited\nCN101000002A\tCN101000001A\n";
    Progress silent;
    Threads threads{1};
    service::build_snapshot(
        {folder.path("nodes.tsv"), folder.path("edges.tsv"), folder.path("s.lms"), models()}, threads,
        silent);
    const auto snapshot = store::Snapshot::open(folder.path("s.lms"));
    auto request = asked(folder, "citations:1");
    request.models = {"citation-count"};
    request.as_of = {*Date::from_ymd(2008, 12, 31)};
    request.until = Date::from_ymd(2012, 12, 31);
    request.years.reset();
    CHECK_THROWS_WITH(service::validate_snapshot(snapshot, request, threads, silent),
                      Catch::Contains("2010-06-01"));
    request.until = Date::from_ymd(2010, 6, 1);
    const auto data = service::validate_snapshot(snapshot, request, threads, silent);
    CHECK(data.data_date.iso() == "2010-06-01");
    CHECK(data.pooled.members == 1);
    CHECK(data.pooled.positives == 1);
    // Of a year alone the whole year counts.
    std::ofstream{folder.path("years.tsv")} << "id\tfiling_date\nCN101000001A\t2005\nCN101000002A\t2010\n";
    service::build_snapshot(
        {folder.path("years.tsv"), folder.path("edges.tsv"), folder.path("y.lms"), models()}, threads,
        silent);
    const auto years = store::Snapshot::open(folder.path("y.lms"));
    request.until = Date::from_ymd(2010, 12, 31);
    CHECK(service::validate_snapshot(years, request, threads, silent).data_date.iso() == "2010-12-31");
}

} // namespace test_validate_snapshot
