// SPDX-License-Identifier: GPL-3.0-or-later
// Networks of a snapshot, held against small ones by hand.
#include <longmen/base/errors.hpp>
#include <longmen/graph/graphml.hpp>
#include <longmen/service/network_kinds.hpp>
#include <longmen/service/networks.hpp>
#include <longmen/service/snapshot.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

#include <cmath>
#include <fstream>

namespace test_network_kinds {

using namespace longmen;
using Catch::Matchers::Contains;
using service::NetworkKind;
using service::TieCounting;

namespace {

store::Snapshot read(const test::Folder& folder, const std::string& nodes, Threads& threads) {
    Progress silent;
    service::SnapshotReport report;
    return service::snapshot_of_tables({nodes, folder.path("e.tsv"), {}, LONGMEN_SOURCE_DIR "/models"},
                                       report, threads, silent);
}

store::Snapshot small(const test::Folder& folder, Threads& threads) {
    std::ofstream(folder.path("n.tsv"))
        << "id\tdate\tclasses\tapplicant\tinventors\n"
           "1\t2000-01-01\tA01B\tX;Y\tI;J\n2\t2001-01-01\tA01B;H04L\tX;Y;Z\tI\n"
           "3\t2002-01-01\tH04L\tW\tK;J\n4\t2003-01-01\tH04L\tX\tI;J\n5\t2004-01-01\tB64C\t\tK\n";
    std::ofstream(folder.path("e.tsv")) << "2\t1\n3\t2\n4\t2\n4\t3\n3\t1\n5\t4\n";
    return read(folder, folder.path("n.tsv"), threads);
}

service::NetworkRequest of_kind(NetworkKind kind, TieCounting counting = TieCounting::full) {
    service::NetworkRequest request;
    request.kind = kind;
    request.counting = counting;
    request.least = 0;
    return request;
}
service::NetworkRequest around(NetworkKind kind, const std::string& centre, std::uint32_t hops) {
    auto request = of_kind(kind);
    request.centre = centre;
    request.hops = hops;
    return request;
}

/// The cell of a row under a key.
Cell cell(const Table& table, const std::string& name, const std::string& key) {
    std::size_t at = 0;
    while (table.columns.at(at).key != key) {
        ++at;
    }
    for (const auto& row : table.rows) {
        if (std::get<std::string>(row[0]) == name) {
            return row[at];
        }
    }
    FAIL("no row " << name);
    return {};
}
double number(const Table& table, const std::string& name, const std::string& key) {
    return std::get<Decimal>(cell(table, name, key)).value;
}
std::int64_t whole(const Table& table, const std::string& name, const std::string& key) {
    return std::get<std::int64_t>(cell(table, name, key));
}

} // namespace

TEST_CASE("network kinds: applicants who file together, and their file read back", "[service]") {
    const test::Folder folder;
    Threads threads{2};
    const auto snapshot = small(folder, threads);
    const auto full = service::make_network(snapshot, {}, threads, Lang::en).measured;
    CHECK(full.network.ids == std::vector<std::string>{"X", "Y", "Z"}); // W files alone
    REQUIRE(full.network.edges.size() == 3);
    CHECK(full.network.weights[0] == 2);
    CHECK(number(full.nodes, "X", "betweenness") == 0); // all three know each other
    CHECK(number(full.nodes, "X", "constraint") > 1);
    CHECK(number(full.nodes, "Z", "clustering") == 1);
    CHECK(whole(full.nodes, "X", "component") == 1);
    CHECK(whole(full.nodes, "X", "documents") == 3);
    CHECK(full.summary.error == 0);
    CHECK(full.summary.components == 1);
    CHECK(full.summary.giant == 3);
    CHECK(!full.summary.assortativity.defined()); // all of one degree
    REQUIRE(full.communities.rows.size() == 1);
    CHECK(std::get<std::string>(full.communities.rows[0][4]) == "X; Y; Z");
    const auto shared = service::make_network(snapshot, of_kind(NetworkKind::applicants, TieCounting::newman),
                                              threads, Lang::en);
    CHECK(shared.measured.network.weights[0] == 1.5);
    service::NetworkRequest heavy;
    heavy.least = 2;
    CHECK(service::make_network(snapshot, heavy, threads, Lang::en).measured.network.ids ==
          std::vector<std::string>{"X", "Y"});
    std::string text;
    CHECK(service::write_network(
              full.network, "graphml", [&](std::string_view piece) { text += piece; }, Lang::en)
              .empty());
    const auto again = graph::read_graphml(text, "test").network;
    CHECK(again.ids == full.network.ids);
    CHECK(again.weights == full.network.weights);
    const auto inventors =
        service::make_network(snapshot, of_kind(NetworkKind::inventors), threads, Lang::en).measured;
    CHECK(inventors.network.ids == std::vector<std::string>{"I", "J", "K"});
    CHECK(number(inventors.nodes, "J", "betweenness") == 1); // between I and K
    CHECK(number(inventors.nodes, "J", "strength") == 3);
}

TEST_CASE("network kinds: applicants who cite each other", "[service]") {
    const test::Folder folder;
    Threads threads{2};
    const auto snapshot = small(folder, threads);
    auto request = of_kind(NetworkKind::applicants);
    request.citing = true;
    const auto found = service::make_network(snapshot, request, threads, Lang::en);
    // 2 cites 1, 3 cites 1 and 2, 4 cites 2 and 3; 5 has no applicant.
    CHECK(found.self_citations == 2);
    CHECK(found.without_party == 1);
    const auto& nodes = found.measured.nodes;
    CHECK(found.measured.network.directed);
    CHECK(number(nodes, "W", "cites") == 5);    // X twice, Y twice, Z once
    CHECK(number(nodes, "W", "cited_by") == 1); // by 4 of X
    CHECK(number(nodes, "X", "own") == 2);      // 2 cites 1, 4 cites 2
    CHECK(number(nodes, "Z", "cites") == 2);    // X and Y by 2
    request.counting = TieCounting::newman;
    const auto parts = service::make_network(snapshot, request, threads, Lang::en);
    CHECK(number(parts.measured.nodes, "W", "cites") == Approx(2)); // two citations, one each
}

TEST_CASE("network kinds: documents alike by citations, and around one", "[service]") {
    const test::Folder folder;
    Threads threads{2};
    const auto snapshot = small(folder, threads);
    const auto coupled =
        service::make_network(snapshot, of_kind(NetworkKind::coupling), threads, Lang::en).measured;
    // References: 2 {1}, 3 {1, 2}, 4 {2, 3}, 5 {4}.
    CHECK(coupled.network.ids == std::vector<std::string>{"2", "3", "4"});
    CHECK(number(coupled.nodes, "3", "strength") == 2);
    CHECK(whole(coupled.nodes, "4", "documents") == 2);
    CHECK_THAT(std::get<std::string>(coupled.communities.rows[0][4]), Contains("H04L 100%"));
    const auto cosine = service::make_network(snapshot, of_kind(NetworkKind::coupling, TieCounting::cosine),
                                              threads, Lang::en);
    CHECK(cosine.measured.network.weights[0] == Approx(1 / std::sqrt(2.0))); // 2 and 3 share 1
    const auto together =
        service::make_network(snapshot, of_kind(NetworkKind::co_citation), threads, Lang::en).measured;
    CHECK(together.network.ids == std::vector<std::string>{"1", "2", "3"});

    const auto near =
        service::make_network(snapshot, around(NetworkKind::citations, "1", 1), threads, Lang::en).measured;
    CHECK(near.network.ids == std::vector<std::string>{"1", "2", "3"});
    CHECK(near.network.edges.size() == 3);
    CHECK(whole(near.nodes, "1", "hops") == 0);
    const auto far =
        service::make_network(snapshot, around(NetworkKind::citations, "1", 2), threads, Lang::en).measured;
    CHECK(far.network.ids.size() == 4);
    CHECK(whole(far.nodes, "4", "hops") == 2);
}

TEST_CASE("network kinds: around a name", "[service]") {
    const test::Folder folder;
    Threads threads{2};
    const auto snapshot = small(folder, threads);
    const auto near =
        service::make_network(snapshot, around(NetworkKind::inventors, "K", 1), threads, Lang::en).measured;
    CHECK(near.network.ids == std::vector<std::string>{"J", "K"});
    CHECK(near.summary.edges == 1);
    CHECK(whole(near.nodes, "J", "hops") == 1);
    CHECK_THAT(std::get<std::string>(near.communities.rows[0][4]), Contains("K"));
    CHECK(service::make_network(snapshot, around(NetworkKind::inventors, "K", 2), threads, Lang::en)
              .measured.network.ids.size() == 3);
    CHECK_THROWS_WITH(
        service::make_network(snapshot, around(NetworkKind::applicants, "Q", 1), threads, Lang::en),
        Contains("`Q` is not in the network"));
}

TEST_CASE("network kinds: what is refused", "[service]") {
    const test::Folder folder;
    Threads threads{2};
    const auto snapshot = small(folder, threads);
    const auto refused = [&](const service::NetworkRequest& request) {
        CHECK_THROWS_AS(service::make_network(snapshot, request, threads, Lang::zh), UsageError);
    };
    refused(of_kind(NetworkKind::citations));
    refused(around(NetworkKind::citations, "99", 1));
    refused(of_kind(NetworkKind::applicants, TieCounting::cosine));
    refused(of_kind(NetworkKind::coupling, TieCounting::newman));
    std::ofstream(folder.path("e.tsv")) << "2\t1\n";
    CHECK_THROWS_AS(
        service::make_network(read(folder, "", threads), of_kind(NetworkKind::inventors), threads, Lang::en),
        DataError);
}

TEST_CASE("network kinds: classes are named by their titles", "[service]") {
    const test::Folder folder;
    Threads threads{2};
    const auto snapshot = small(folder, threads);
    const auto found =
        service::make_network(snapshot, of_kind(NetworkKind::classes), threads, Lang::zh, {{"A01B", "整地"}})
            .measured;
    CHECK(std::get<std::string>(found.communities.rows.at(0)[4]) == "A01B 整地；H04L");
}

} // namespace test_network_kinds
