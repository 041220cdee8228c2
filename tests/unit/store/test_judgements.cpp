// SPDX-License-Identifier: GPL-3.0-or-later
// Samples, judgements and reference sets, kept and found again.
#include "support/workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/store/detail/sqlite.hpp>
#include <longmen/store/judgements.hpp>
#include <longmen/store/searches.hpp>

#include <catch2/catch.hpp>

namespace test_judgements {

using namespace longmen;
using namespace longmen::store;

namespace {

std::int64_t run(Workspace& workspace) {
    LoggedSearch search;
    search.query = search.canonical = "seal";
    return log_search(workspace, search);
}

} // namespace

TEST_CASE("judgements: a sample is kept once, in the order drawn; no generation is made") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    const auto id = run(workspace);
    JudgedSample sample{0, id, 7, 3, 0, "now", "me", {"CN2", "CN1"}};
    const auto first = keep_sample(workspace, sample);
    CHECK(keep_sample(workspace, sample) == first);
    sample.seed = 8;
    CHECK(keep_sample(workspace, sample) != first);
    const auto kept = judged_sample(workspace, first).value();
    CHECK(kept.numbers == std::vector<std::string>{"CN2", "CN1"});
    CHECK(kept.seed == 7);
    CHECK(kept.set_size == 3);
    CHECK(judged_samples(workspace, id).size() == 2);
    CHECK_FALSE(judged_sample(workspace, 99));
    CHECK(workspace.generation() == 0);
    sample.run = 99; // no such search
    CHECK_THROWS_AS(keep_sample(workspace, sample), DataError);
}

TEST_CASE("judgements: a correction counts, the former one stays; judges whatever width and case") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    const auto id = run(workspace);
    keep_judgements(workspace, {{id, "CN1", "Li", "relevant", "2026-11-28", "", "a"},
                                {id, "CN1", "Wang", "unsure", "", "n", "a"},
                                {id, "CN0", "Li", "relevant", "", "", "a"}});
    keep_judgements(workspace, {{id, "CN1", "ＬＩ", "not_relevant", "", "", "b"}});
    CHECK(judgement_by(workspace, id, "CN1", "li").value().verdict == "not_relevant");
    CHECK_FALSE(judgement_by(workspace, id, "CN2", "li"));
    const auto all = judgements_of(workspace, id);
    REQUIRE(all.size() == 3);
    CHECK(all[0].number == "CN0");
    CHECK(all[1].note == "n");
    auto count = workspace.database().prepare("SELECT count(*) FROM judgement WHERE replaced_at = 'b'");
    count.step();
    CHECK(count.integer(0) == 1);
    // All or none: the second of the two is of no search.
    CHECK_THROWS_AS(keep_judgements(workspace, {{id, "CN5", "Li", "relevant", "", "", "c"},
                                                {99, "CN6", "Li", "relevant", "", "", "c"}}),
                    DataError);
    CHECK(judgements_of(workspace, id).size() == 3);
}

TEST_CASE("judgements: a reference set is found by its name and never changes") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    keep_reference(workspace, {"firm", "Li", "by applicant", "now", "list.csv", "sum", {"CN3", "CN1"}});
    const auto kept = reference_set(workspace, "firm").value();
    CHECK(kept.numbers == std::vector<std::string>{"CN3", "CN1"});
    CHECK(kept.how == "by applicant");
    CHECK_FALSE(reference_set(workspace, "other"));
    CHECK(reference_names(workspace) == std::vector<std::string>{"firm"});
    CHECK_THROWS_AS(keep_reference(workspace, {"firm", "", "", "", "", "", {}}), UsageError);
    CHECK(reference_set(workspace, "firm").value().numbers.size() == 2);
}

TEST_CASE("judgements: a workspace of the schema before is brought forward") {
    const test::Folder folder;
    {
        const auto old = Workspace::open(folder.path(), OpenMode::create);
        old.database().run(
            "DROP TABLE watch_record; DROP TABLE watch_change; DROP TABLE watch_look; DROP TABLE watch; DROP "
            "TABLE judged_sample_record; DROP TABLE judged_sample; DROP TABLE judgement; "
            "DROP TABLE reference_record; DROP TABLE reference_set; PRAGMA user_version = 8");
    }
    auto workspace = Workspace::open(folder.path(), OpenMode::existing);
    CHECK(judged_samples(workspace, run(workspace)).empty());
    CHECK(reference_names(workspace).empty());
}

} // namespace test_judgements
