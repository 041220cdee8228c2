// SPDX-License-Identifier: GPL-3.0-or-later
// Networks of a snapshot, held against a small one by hand.
#include <longmen/base/errors.hpp>
#include <longmen/service/networks.hpp>
#include <longmen/service/snapshot.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

#include <fstream>

namespace test_networks {

using namespace longmen;

namespace {

store::Snapshot small(const test::Folder& folder) {
    std::ofstream(folder.path("n.tsv")) << "1\t2000-01-01\tA01B\tX;Y\n2\t2001-01-01\tA01B;H04L\tX;Y;Z\n"
                                           "3\t2002-01-01\tH04L\tW\n4\t2003-01-01\tH04L\tX\n";
    std::ofstream(folder.path("e.tsv")) << "2\t1\n3\t2\n4\t2\n4\t3\n";
    Threads threads{2};
    Progress silent;
    (void)service::build_snapshot(
        {folder.path("n.tsv"), folder.path("e.tsv"), folder.path("s.lms"), LONGMEN_SOURCE_DIR "/models"},
        threads, silent);
    return store::Snapshot::open(folder.path("s.lms"));
}

} // namespace

TEST_CASE("networks: weights of citations and main path") {
    const test::Folder folder;
    const auto snapshot = small(folder);
    Threads threads{2};
    std::string text;
    const auto own = service::write_arc_weights(snapshot, graph::PathWeight::spc, ',', threads,
                                                [&](std::string_view piece) { text += piece; });
    CHECK(text == "cited,citing,weight,self\n1,2,2,yes\n2,3,1,no\n2,4,1,yes\n3,4,1,no\n");
    CHECK(own.self == 2);
    CHECK(own.other == 2);
    CHECK(own.unknown == 0);
    const auto path = service::main_path(snapshot, service::read_main_path("global"), graph::PathWeight::spc,
                                         true, threads, Lang::en);
    CHECK(path.svg.starts_with("<svg "));
    REQUIRE(path.table.rows.size() == 4); // 1 - 2 - 3 - 4 sums to 4, 1 - 2 - 4 to 3
    CHECK(std::get<std::string>(path.table.rows[2][2]) == "3");
    CHECK(path.network.edges.size() == 3);
    CHECK(service::read_main_path("key-route=7").key_routes == 7);
    for (const std::string wrong : {"", "globally", "key-route=", "key-route=x", "key-route=-1"}) {
        CHECK_THROWS_AS(service::read_main_path(wrong), UsageError);
    }
}

TEST_CASE("networks: formats by the ending of a file") {
    CHECK(service::network_format("a.b.gexf") == "gexf");
    CHECK(service::network_format("a.csv").empty());
}

} // namespace test_networks
