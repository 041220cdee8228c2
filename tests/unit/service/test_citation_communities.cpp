// SPDX-License-Identifier: GPL-3.0-or-later
// Two circles of documents with one citation between them.
#include <longmen/service/citation_communities.hpp>
#include <longmen/service/snapshot.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

#include <fstream>

namespace test_citation_communities {

using namespace longmen;

TEST_CASE("citation communities: two circles are found, and named by their classes and applicants",
          "[service]") {
    const test::Folder folder;
    {
        std::ofstream nodes{folder.path("n.tsv")};
        std::ofstream edges{folder.path("e.tsv")};
        nodes << "id\tdate\tclasses\tapplicant\n";
        edges << "citing\tcited\n";
        for (int circle = 0; circle < 2; ++circle) {
            for (int i = 0; i < 6 - circle; ++i) {
                nodes << circle * 100 + i + 1 << '\t' << 2000 + circle * 5 + i << "-01-01\t"
                      << (circle == 0 ? "H01M"
                          : i == 0    ? "G06F;G06F;B60L"
                                      : "G06F")
                      << '\t' << (circle == 0 ? "A" : "B") << '\n';
                for (int earlier = 0; earlier < i; ++earlier) {
                    edges << circle * 100 + i + 1 << '\t' << circle * 100 + earlier + 1 << '\n';
                }
            }
        }
        edges << "105\t1\n";
        nodes << "500\t2020-01-01\tA01B\tC\n"; // without citations
    }
    Threads threads{2};
    Progress silent;
    service::SnapshotReport report;
    const auto snapshot = service::snapshot_of_tables(
        {folder.path("n.tsv"), folder.path("e.tsv"), {}, LONGMEN_SOURCE_DIR "/models"}, report, threads,
        silent);
    const auto result = service::citation_communities(snapshot, 1, 2, threads, Lang::en);
    CHECK(result.documents == 11);
    REQUIRE(result.table.rows.size() == 2);
    const auto& first = result.table.rows[0];
    const auto& second = result.table.rows[1];
    CHECK(std::get<std::int64_t>(first[1]) == 6);
    CHECK(std::get<std::string>(first[2]) == "H01M 100%");
    CHECK(std::get<std::string>(first[3]) == "A 100%");
    CHECK(std::get<std::string>(first[4]) == "1");
    CHECK(std::get<std::int64_t>(first[5]) == 2000);
    CHECK(std::get<std::int64_t>(second[1]) == 5);
    CHECK(std::get<std::string>(second[2]) == "G06F 100%; B60L 20%");
    CHECK(std::get<std::string>(second[4]) == "101");
    CHECK(std::get<std::int64_t>(second[6]) == 2009);
    CHECK(service::citation_communities(snapshot, 1, 6, threads, Lang::en).table.rows.size() == 1);
}

} // namespace test_citation_communities
