// SPDX-License-Identifier: GPL-3.0-or-later
// Families of a small table, by hand.
#include "small_workspace.hpp"
#include "support/snapshots.hpp"

#include <longmen/base/date.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/service/levels.hpp>
#include <longmen/service/snapshot.hpp>

namespace test_levels {

using namespace longmen;
using Catch::Matchers::Contains;
using service::Level;

namespace {

store::Snapshot read(const test::Folder& folder, const std::string& nodes, Threads& threads) {
    Progress silent;
    service::SnapshotReport report;
    return service::snapshot_of_tables({nodes, folder.path("e.tsv"), {}, test::models()}, report, threads,
                                       silent);
}

// US7000001 and EP1000001A1 are family 1; the European one is of 2003, after CN101000001A; CN102000001A of
// 2012 cites both.
store::Snapshot three_families(const test::Folder& folder, Threads& threads) {
    std::ofstream(folder.path("n.tsv"))
        << "id\tdate\tclasses\tapplicant\tinventors\tfamily\tclaims\tgrant_date\n"
           "US7000001\t2000-05-01\tA01B;H04L\tX\tI\t1\t7\t2004-01-01\n"
           "EP1000001A1\t2003-01-01\tH04L;G06F\tY;X\tJ;I\t1\t12\t2003-06-01\n"
           "CN101000001A\t2002-01-01\tB64C\tZ\tK\t2\t\t\n"
           "CN102000001A\t2012-01-01\tB64C\tZ\tK\t3\t3\t\n";
    std::ofstream(folder.path("e.tsv")) << "CN101000001A\tUS7000001\nCN102000001A\tUS7000001\n"
                                           "CN102000001A\tEP1000001A1\nEP1000001A1\tUS7000001\n";
    return read(folder, folder.path("n.tsv"), threads);
}

std::vector<std::string_view> named(const Lists& lists, const store::TextColumn& names, NodeId node) {
    std::vector<std::string_view> result;
    for (const auto item : lists[node]) {
        result.push_back(names[item]);
    }
    return result;
}

} // namespace

TEST_CASE("levels: a family has what its members have, and counts once", "[service]") {
    using Names = std::vector<std::string_view>;
    const test::Folder folder;
    Threads threads{2};
    const auto leveled =
        service::at_level(three_families(folder, threads), Level::family, std::nullopt, threads);
    const auto& families = leveled.snapshot();
    const auto& columns = families.columns();
    REQUIRE(families.nodes() == 3);
    CHECK(columns.day[0] == Date::from_iso("2000-05-01")->days());
    const auto smaller =
        *pack_number("EP1000001A1") < *pack_number("US7000001") ? "EP1000001A1" : "US7000001";
    CHECK(families.number(0) == smaller);
    CHECK(leveled.number_of("US7000001") == smaller);
    CHECK(leveled.number_of("EP1000001A1") == smaller);
    CHECK(leveled.number_of("US1") == "US1");
    CHECK(named(columns.classes, columns.class_names, 0) == Names{"A01B", "H04L", "G06F"});
    CHECK(named(columns.applicants, columns.applicant_names, 0) == Names{"X", "Y"});
    CHECK(named(columns.inventors, columns.inventor_names, 0) == Names{"I", "J"});
    std::size_t known = 0;
    for (const auto& measure : families.measures()) {
        if (measure.name == "claims") {
            ++known;
            CHECK(measure.values[0] == 12);
            CHECK(measure.values[1] == missing_measure);
        } else if (measure.name == "grant_day") {
            ++known;
            CHECK(measure.values[0] == Date::from_iso("2003-06-01")->days());
        }
    }
    CHECK(known == 2);
    CHECK(families.about("unit") == "family");
    const auto report = leveled.report();
    REQUIRE(report);
    CHECK(report->documents == 4);
    CHECK(report->citations == 4);
    CHECK(report->families == 3);
    CHECK(report->inside == 1);
    CHECK(report->repeated == 1);
    CHECK(columns.citing.count(0) == 2); // CN101000001A and CN102000001A
    CHECK_THAT(test::indicator_rows(families, {{"backward_citations"}, {}, {}, false}),
               Contains("CN102000001A,1\n"));

    const auto as_given =
        service::at_level(three_families(folder, threads), Level::as_given, std::nullopt, threads);
    CHECK(as_given.snapshot().nodes() == 4);
    CHECK(!as_given.report());
    CHECK(as_given.number_of("US7000001") == "US7000001");
}

TEST_CASE("levels: what is later than the cut-off does not show in a family", "[service]") {
    const test::Folder folder;
    Threads threads{2};
    const auto leveled = service::at_level(three_families(folder, threads), Level::family,
                                           Date::from_iso("2002-12-31")->days(), threads);
    const auto& columns = leveled.snapshot().columns();
    REQUIRE(leveled.snapshot().nodes() == 2);
    CHECK(leveled.snapshot().number(0) == "US7000001"); // the European member is not there yet
    CHECK(columns.classes.count(0) == 2);
    CHECK(columns.citing.count(0) == 1);
    CHECK(leveled.report()->citations == 1);
}

TEST_CASE("levels: what the data do not tell is refused, and says what is missing", "[service]") {
    const test::Folder folder;
    Threads threads{2};
    CHECK_THROWS_WITH(
        service::at_level(three_families(folder, threads), Level::application, std::nullopt, threads),
        Contains("does not tell the application of each"));
    std::ofstream(folder.path("e.tsv")) << "2\t1\n";
    CHECK_THROWS_WITH(service::at_level(read(folder, "", threads), Level::family, std::nullopt, threads),
                      Contains("no families"));
    CHECK(!service::level_by_key("document"));
    CHECK(service::level_by_key("family") == Level::family);
}

TEST_CASE("levels: a workspace is of applications, has families, and knows no citing publications",
          "[service]") {
    const test::SmallWorkspace small;
    Threads threads{2};
    const auto snapshot = [&] {
        return service::workspace_snapshot(small.workspace, test::models(), threads);
    };
    CHECK(!service::at_level(snapshot(), Level::application, std::nullopt, threads).report());
    CHECK(service::at_level(snapshot(), Level::family, std::nullopt, threads).report()->families == 3);
    CHECK_THROWS_WITH(service::at_level(snapshot(), Level::publication, std::nullopt, threads),
                      Contains("which of its publications"));
}

} // namespace test_levels
