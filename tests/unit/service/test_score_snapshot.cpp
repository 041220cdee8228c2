// SPDX-License-Identifier: GPL-3.0-or-later
// The same records in a workspace and in a snapshot: the same values, ranks, rows; what a snapshot lacks.
#include "../scoring/model_text.hpp"
#include "same_records.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/score_snapshot.hpp>
#include <longmen/service/table_json.hpp>

#include <nlohmann/json.hpp>

#include <map>

namespace test_score_snapshot {

using namespace longmen;
using namespace longmen::test;

namespace {

/// Terms that both can give: of the graph, of the record, a quotient, cohorts of each kind.
std::string shared_model(const Folder& folder, const std::string& more = "", const std::string& head = "") {
    const auto path = folder.path("shared.toml");
    std::ofstream{path, std::ios::trunc}
        << head
        << model_text(term_text("forward_citations_5y", "0.2", "cap_p99") +
                          term_text("backward_citations", "0.1", "percentile") +
                          term_text("claims", "0.2", "percentile", "cohort = \"corpus\"\n") +
                          term_text("scope", "0.1", "share", "full = 2\n") +
                          term_text("generality", "0.1", "share", "full = 1\n") +
                          term_text("grant_lag", "0.1", "cap_p99", "types = [\"invention\"]\n", "less") +
                          (more.empty() ? term_text("claims", "0.2", "cap_p99", "per = \"age\"\n") : more),
                      10, "0.45");
    return path;
}

std::string as_csv(const store::Snapshot& snapshot, const service::ScoredSnapshot& scored, unsigned count) {
    std::string text;
    Threads threads{count};
    service::write_snapshot_scores(snapshot, scored, 0, ',', threads,
                                   [&](std::string_view piece) { text += piece; });
    return text;
}

} // namespace

TEST_CASE("score snapshot: the same records as in a workspace have the same values", "[service]") {
    const SameRecords same;
    const auto snapshot = same.snapshot();
    Progress silent;
    for (const auto* const day : {"2016-01-01", "2011-06-30"}) {
        const service::ScoreRequest request{models(), shared_model(same.folder), Date::from_iso(day)};
        const auto records = service::score_workspace(same.workspace, request, silent);
        Threads two{2}, one{1};
        const auto bare = service::score_snapshot(snapshot, request, two, silent);
        CHECK(bare.clock == "filing");
        CHECK(bare.scores.scored == records.scores.scored);
        CHECK(bare.scores.scored > 100);
        std::size_t undefined = 0;
        std::vector<std::string> order, wanted;
        for (const auto i : records.scores.patent_order) {
            const auto& patent = records.corpus.patents[i];
            const auto node = snapshot.find(patent.number);
            REQUIRE(node);
            if (*node >= bare.scores.patents.size()) {
                CHECK(patent.app_date->days() > request.as_of->days());
                continue;
            }
            wanted.push_back(patent.number);
            const auto& a = records.scores.patents[i];
            const auto& b = bare.scores.patents[*node];
            INFO(patent.number);
            REQUIRE(a.value.defined() == b.value.defined());
            if (a.value.defined()) {
                CHECK(a.value.value() == b.value.value());
            } else {
                CHECK(a.value.reason() == b.value.reason());
                ++undefined;
            }
            CHECK(a.coverage == b.coverage);
            CHECK(a.complete == b.complete);
            CHECK(a.rank.rank == b.rank.rank);
            CHECK(a.rank.low == b.rank.low);
            CHECK(a.rank.high == b.rank.high);
        }
        for (const auto node : bare.scores.patent_order) {
            order.push_back(snapshot.number(node));
        }
        CHECK(order == wanted);
        CHECK(undefined > 0);
        const auto alone = service::score_snapshot(snapshot, request, one, silent);
        CHECK(as_csv(snapshot, bare, 2) == as_csv(snapshot, alone, 1));
    }
}

TEST_CASE("score snapshot: rows are those of a workspace but for the title", "[service]") {
    const SameRecords same{60};
    const auto snapshot = same.snapshot();
    Progress silent;
    Threads threads{2};
    const service::ScoreRequest request{models(), shared_model(same.folder), {}};
    const auto records = service::score_workspace(same.workspace, request, silent);
    const auto bare =
        service::score_snapshot(snapshot, {models(), request.model, records.scores.as_of}, threads, silent);
    auto wanted = service::score_table(records, service::ScoreSubject::patent, Lang::en, 0);
    for (auto& row : wanted.rows) {
        row[2] = std::string{};
    }
    const auto table = service::snapshot_score_table(snapshot, bare, Lang::en, 0);
    CHECK(service::json_document(service::rows_json(table)) ==
          service::json_document(service::rows_json(wanted)));
    CHECK(service::snapshot_score_table(snapshot, bare, Lang::en, 3).rows.size() == 3);

    std::string text;
    service::write_snapshot_scores_json(snapshot, bare, threads,
                                        [&](std::string_view piece) { text += piece; });
    const auto json = nlohmann::ordered_json::parse(text);
    CHECK(service::json_document(json) == text); // pieces are indented as the whole
    CHECK(json["rows"] == service::rows_json(table));
    CHECK(json["clock"] == "filing");
    CHECK(service::snapshot_score_statement(bare, Lang::en).find("run from the filing date") !=
          std::string::npos);
}

TEST_CASE("score snapshot: what it lacks is left out and named; grants must be known", "[service]") {
    const SameRecords same{60};
    const auto snapshot = same.snapshot();
    Progress silent;
    Threads threads{1};
    const auto model = shared_model(same.folder, term_text("vendor_family_size", "0.2", "cap_p99"));
    const auto scored = service::score_snapshot(snapshot, {models(), model, {}}, threads, silent);
    const auto lacking = service::lacking_terms(scored.model, scored.scores);
    REQUIRE(lacking.size() == 1);
    CHECK(lacking[0]->key == "vendor_family_size");
    for (const auto& score : scored.scores.patents) {
        CHECK(score.coverage <= 0.8);
    }
    // Of granted patents only: the same as records without a grant.
    const auto granted = shared_model(same.folder, "", "only = \"granted\"\n");
    const auto few = service::score_snapshot(snapshot, {models(), granted, {}}, threads, silent);
    const auto records =
        service::score_workspace(same.workspace, {models(), granted, few.scores.as_of}, silent);
    CHECK(few.scores.scored == records.scores.scored);
    CHECK(few.scores.scored < scored.scores.patents.size());
    service::SnapshotReport report;
    const auto bare = service::snapshot_of_tables({{}, same.folder.path("edges.tsv"), {}, models()}, report,
                                                  threads, silent);
    CHECK_THROWS_AS(
        service::score_snapshot(bare, {models(), granted, Date::from_iso("2016-01-01")}, threads, silent),
        DataError);
}

TEST_CASE("score snapshot: one score opened is the receipt of the record, but for its origins", "[service]") {
    const SameRecords same;
    const auto snapshot = same.snapshot();
    Progress silent;
    Threads threads{2};
    const service::ScoreRequest request{models(), shared_model(same.folder), Date::from_iso("2012-06-30")};
    const auto records = service::score_workspace(same.workspace, request, silent);
    const auto bare = service::score_snapshot(snapshot, request, threads, silent);
    for (const auto* const number : {"CN101000001B", "CN101000033B", "CN101000077B"}) {
        auto wanted = nlohmann::json::parse(service::explain(same.workspace, records, number, Lang::en).json);
        const auto opened = service::explain_document(snapshot, bare, number, Lang::en);
        auto found = nlohmann::json::parse(opened.json);
        CHECK(opened.sections.back().title == "What the snapshot holds of it");
        CHECK(found["inputs"].size() > 4);
        for (auto* json : {&wanted, &found}) {
            for (const auto* const own : {"inputs", "title", "family", "generation"}) {
                json->erase(own);
            }
            for (auto& [key, part] : json->items()) {
                if (part.is_object()) {
                    part.erase("generation");
                    part.erase("title");
                }
            }
        }
        CHECK(found == wanted);
    }
    CHECK_THROWS_AS(service::explain_document(snapshot, bare, "CN101000239B", Lang::en), UsageError);
}

} // namespace test_score_snapshot
