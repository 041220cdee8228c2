// SPDX-License-Identifier: GPL-3.0-or-later
// There and back, by us and by igraph; and files of others, sound and not.
#include "support/networks.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/pajek.hpp>

#include <catch2/catch.hpp>

namespace test_pajek {

using namespace longmen;
using namespace longmen::graph;
using Catch::Matchers::Contains;

namespace {

std::string write(const Network& network) {
    return test::written([&](const TextSink& sink) { write_pajek(network, sink); });
}

} // namespace

TEST_CASE("Pajek: labels, direction and weights come back; the rest is reported") {
    const auto network = test::awkward_network();
    NotWritten report;
    const auto text = test::written([&](const TextSink& sink) { report = write_pajek(network, sink); });
    CHECK(text == "*Network 合作 & &#34;co&#34;\n*Vertices 3\n1 \"山西某某有限公司\"\n2 \"A & B&#10;Ltd.\"\n"
                  "3 \"tab&#9;end\\\"\n*Arcs\n1 2 1.5\n1 2 0.1\n3 3 3\n");
    CHECK(report.properties == std::vector<std::string>{"id", "patents", "share", "listed", "城市", "kind"});
    const auto back = read_pajek(text, "net.net").network;
    CHECK(back.ids == network.labels); // they differ, so they name the nodes
    CHECK(back.labels.empty());
    CHECK(back.edges == network.edges);
    CHECK(back.weights == network.weights);
    CHECK(back.directed);
    CHECK(back.name == network.name);
    CHECK(test::same_network(read_pajek(write({}), "empty").network, {}));
}

TEST_CASE("Pajek: igraph reads what we write, on 100 random networks") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const auto network = test::random_network(seed, seed % 2 == 0);
        const auto text = write(network);
        REQUIRE(test::same_network(read_pajek(text, "net").network, network));
        if (network.edges.empty()) {
            continue; // igraph then has no attribute to ask for
        }
        const auto read = test::read_by_igraph(text, "id", [](igraph_t* graph, std::FILE* file) {
            return igraph_read_graph_pajek(graph, file);
        });
        REQUIRE(test::same_edges(read, network));
    }
}

TEST_CASE("Pajek: files of others") {
    const auto read = read_pajek("\xEF\xBB\xBF%  made elsewhere\r\n*Network of 1998\r\n*vertices 4 2\r\n"
                                 "1 \"a b\" 0.1 0.2 ellipse ic Red [1-3,7]\r\n3 plain&#20013;\r\n\r\n"
                                 "*Arcs :1 \"licence\"\r\n1 2 -1.5 c Blue\r\n*EDGES :2\r\n3 4\r\n"
                                 "*Arcslist\r\n1 2 3\r\n",
                                 "old.net");
    const auto& network = read.network;
    CHECK(network.name == "of 1998");
    CHECK(network.ids == std::vector<std::string>{"1", "2", "3", "4"});
    CHECK(network.labels == std::vector<std::string>{"a b", "", "plain中", ""});
    CHECK(network.directed);
    CHECK(read.edges_as_two_arcs == 1);
    CHECK(network.edges == std::vector<NetworkEdge>{{0, 1}, {2, 3}, {3, 2}, {0, 1}, {0, 2}});
    CHECK(network.weights == std::vector<double>{-1.5, 1, 1, 1, 1});
    const auto column = [](const std::vector<NetworkColumn>& columns, std::string_view name) {
        const auto found = std::ranges::find(columns, name, &NetworkColumn::name);
        REQUIRE(found != columns.end());
        return found->values;
    };
    CHECK(column(network.node_columns, "x")[0] == NetworkValue{0.1});
    CHECK(column(network.node_columns, "shape")[0] == NetworkValue{std::string{"ellipse"}});
    CHECK(column(network.node_columns, "ic")[0] == NetworkValue{std::string{"Red"}});
    CHECK(column(network.node_columns, "time")[0] == NetworkValue{std::string{"[1-3,7]"}});
    CHECK(column(network.node_columns, "mode") ==
          std::vector<NetworkValue>{std::int64_t{1}, std::int64_t{1}, std::int64_t{2}, std::int64_t{2}});
    CHECK(column(network.edge_columns, "relation") ==
          std::vector<NetworkValue>{std::string{"licence"}, std::string{"2"}, std::string{"2"}, {}, {}});
    CHECK(column(network.edge_columns, "c")[0] == NetworkValue{std::string{"Blue"}});
    CHECK_NOTHROW(check_network(network));
}

TEST_CASE("Pajek: parameters named like a coordinate, a label or a weight have columns of their own") {
    const auto network =
        read_pajek("*Vertices 1\n1 a 1 2 3 x 5 label b\n*Arcs\n1 1 1 weight 2\n", "p").network;
    CHECK_NOTHROW(check_network(network));
    REQUIRE(network.node_columns.size() == 5);
    CHECK(network.node_columns[3].name == "x_2");
    CHECK(network.node_columns[3].values[0] == NetworkValue{std::string{"5"}});
    CHECK(network.node_columns[4].name == "label_2");
    CHECK(network.edge_columns[0].name == "weight_2");
}

TEST_CASE("Pajek: matrices, of one mode and of two") {
    const auto one = read_pajek("*Vertices 2\n*Matrix\n0 2\n1 0\n", "m").network;
    CHECK(one.directed);
    CHECK(one.edges == std::vector<NetworkEdge>{{0, 1}, {1, 0}});
    CHECK(one.weights == std::vector<double>{2, 1});
    const auto two = read_pajek("*Vertices 3 1\n*Matrix\n0.5 1\n", "m").network;
    CHECK_FALSE(two.directed);
    CHECK(two.edges == std::vector<NetworkEdge>{{0, 1}, {0, 2}});
}

TEST_CASE("Pajek: what cannot be used is refused with its line") {
    const auto refused = [](const std::string& text, const char* why) {
        CHECK_THROWS_WITH(read_pajek(text, "n.net"), Contains("n.net") && Contains(why));
        CHECK_THROWS_AS(read_pajek(text, "n.net"), DataError);
    };
    refused("", "no *Vertices");
    refused("1 2\n", ":1: there should be *Vertices before this line");
    refused("*Arcs\n1 2\n", "there should be *Vertices before *Arcs");
    refused("*Vertices\n", "followed by the number");
    refused("*Vertices -1\n", "followed by the number");
    refused("*Vertices 2 3\n", "more vertices of the first mode");
    refused("*Vertices 4000000000\n", "only 21 bytes");
    refused("*Vertices 1\n*Vertices 1\n", ":2: the file must hold exactly one");
    refused("*Vertices 2\n*Arcs\n1 3\n", ":3: `3` is no number of a vertex from 1 to 2");
    refused("*Vertices 2\n*Arcs\n0 1\n", "`0` is no number");
    refused("*Vertices 2\n*Arcs\n1\n", "two vertices");
    refused("*Vertices 2\n*Arcs\n1 2 1 c\n", "`c` has no value");
    refused("*Vertices 1\n1 \"open\n", ":2: a \" of this line is not closed");
    refused("*Vertices 2\n*Partition p\n", "*Partition");
    refused("*Vertices 2\n*Matrix\n1\n", "2 rows of 2 numbers");
    refused("*Vertices 2\n*Matrix\n1 x\n", "`x` is not a number");
    refused("*Vertices 1\n1 \"\xB9\xE3\"\n", "save it as UTF-8");
}

} // namespace test_pajek
