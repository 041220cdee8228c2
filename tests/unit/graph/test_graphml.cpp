// SPDX-License-Identifier: GPL-3.0-or-later
// There and back, by us and by igraph; and files of others, sound and not.
#include "support/networks.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/graphml.hpp>

#include <catch2/catch.hpp>

namespace test_graphml {

using namespace longmen;
using namespace longmen::graph;
using Catch::Matchers::Contains;

namespace {

std::string write(const Network& network) {
    return test::written([&](const TextSink& sink) { write_graphml(network, sink); });
}

std::string in_graph(const std::string& inner, const std::string& keys = "") {
    return "<graphml>" + keys + "\n<graph edgedefault='undirected'>\n" + inner + "\n</graph></graphml>";
}

} // namespace

TEST_CASE("GraphML: everything comes back") {
    const auto network = test::awkward_network();
    const auto text = write(network);
    const auto back = read_graphml(text, "net.graphml");
    CHECK(test::same_network(back.network, network));
    CHECK(back.not_read.empty());
    CHECK(write(back.network) == text);
    CHECK(test::same_network(read_graphml(write({}), "empty").network, {}));
    CHECK_THAT(text, Contains("<key id=\"n1\" for=\"node\" attr.name=\"share\" attr.type=\"double\"/>"));
    CHECK_THAT(text,
               Contains("    <node id=\"91140700&lt;A&gt;\"><data key=\"label\">山西某某有限公司</data>"
                        "<data key=\"n0\">12</data><data key=\"n1\">0.1</data><data key=\"n2\">true</data>"
                        "<data key=\"n3\">晋中</data></node>\n"));
}

TEST_CASE("GraphML: igraph reads what we write, on 100 random networks") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const auto network = test::random_network(seed, seed % 2 == 0);
        const auto read = test::read_by_igraph(write(network), "id", [](igraph_t* graph, std::FILE* file) {
            return igraph_read_graph_graphml(graph, file, 0);
        });
        REQUIRE(test::same_edges(read, network));
        REQUIRE(test::same_network(read_graphml(write(network), "net").network, network));
    }
}

TEST_CASE("GraphML: a character XML cannot hold is replaced and counted") {
    Network network;
    network.ids = {"a\x01z", "b"};
    NotWritten report;
    const auto text = test::written([&](const TextSink& sink) { report = write_graphml(network, sink); });
    CHECK(report.characters_replaced == 1);
    CHECK(read_graphml(text, "net").network.ids[0] == "a\xEF\xBF\xBDz");
}

TEST_CASE("GraphML: files of others") {
    const auto read = read_graphml(
        in_graph("<edge source='b' target='a' id='e1'><data key='w'>2</data></edge>" // before its nodes
                 "<node id='a'><data key='l'>甲</data><data key='c'><y:Shape "
                 "xmlns:y='urn:y'>x</y:Shape></data></node>"
                 "<node id='b'><data key='i'>7</data><data key='d'>NaN</data></node>"
                 "<edge source='a' target='b' directed='true'/><data key='g'>of the graph</data>",
                 "<key id='l' for='node' attr.name='label' attr.type='string'/>"
                 "<key id='w' for='edge' attr.name='weight' attr.type='double'><default>0.5</default></key>"
                 "<key id='i' for='node' attr.name='id' attr.type='int'><default>-1</default></key>"
                 "<key id='d' for='node' attr.name='d' attr.type='float'/>"
                 "<key id='c' for='node' attr.name='drawing'/><key id='g' for='graph' attr.name='about'/>"),
        "of others");
    const auto& network = read.network;
    CHECK(network.directed); // one arc makes the edge before it two
    CHECK(read.edges_as_two_arcs == 1);
    CHECK(network.edges == std::vector<NetworkEdge>{{1, 0}, {0, 1}, {0, 1}});
    CHECK(network.weights == std::vector<double>{2, 2, 0.5});
    CHECK(network.labels == std::vector<std::string>{"甲", ""});
    REQUIRE(network.node_columns.size() == 3);
    CHECK(network.node_columns[0].name == "id_2");
    CHECK(network.node_columns[0].values == std::vector<NetworkValue>{std::int64_t{-1}, std::int64_t{7}});
    CHECK(network.node_columns[1].values == std::vector<NetworkValue>(2));
    CHECK(network.edge_columns[0].name == "id");
    CHECK(network.edge_columns[0].values ==
          std::vector<NetworkValue>{std::string{"e1"}, std::string{"e1"}, {}});
    CHECK(read.not_read == std::vector<std::string>{"drawing", "about"});
    CHECK_NOTHROW(check_network(network));
}

TEST_CASE("GraphML: what cannot be used is refused with its line") {
    const auto refused = [](const std::string& text, const char* why) {
        CHECK_THROWS_WITH(read_graphml(text, "net.graphml"), Contains("net.graphml:") && Contains(why));
        CHECK_THROWS_AS(read_graphml(text, "net.graphml"), DataError);
    };
    refused("", "not well-formed");
    refused("<graphml>", "not well-formed");
    refused("<html/>", "<html>");
    refused("<graphml/>", "no GraphML graph");
    refused(in_graph("<node id='a'/>\n<node id='a'/>"), ":4: the id `a` of a node");
    refused(in_graph("<node/>"), "the id `` of a node");
    refused(in_graph("<node id='a'/>\n<edge source='a' target='q'/>\n"), ":4: an edge ends at `q`");
    refused(in_graph("<node id='a'><graph/></node>"), "exactly one graph");
    refused("<graphml><graph/><graph/></graphml>", "exactly one graph");
    refused(in_graph("<hyperedge/>"), "<hyperedge>");
    refused(in_graph("<node id='a'><port name='p'/></node>"), "<port>");
    refused(in_graph("<node id='a'><data key='k'>1</data></node>"), "`k` of these data is not declared");
    const std::string whole = "<key id='k' for='node' attr.name='count' attr.type='int'/>";
    refused(in_graph("<node id='a'><data key='k'>1.5</data></node>", whole), "`1.5` of property `count`");
    refused(in_graph("<node id='a'><data key='k'></data></node>", whole), "`` of property `count`");
    refused(in_graph("", whole + whole), "the id `k` of a key");
    refused(in_graph("", "<key id='k' attr.type='colour'/>"), "`colour`");
    const std::string weight = "<key id='w' for='edge' attr.name='weight' attr.type='double'/>";
    const std::string loop = "<edge source='a' target='a'>";
    refused(in_graph("<node id='a'/>" + loop + "<data key='w'>1</data></edge>\n" + loop + "</edge>", weight),
            ":4: this edge has no weight");
    refused(in_graph("<node id='a'/>" + loop + "<data key='w'>INF</data></edge>", weight), "`INF`");
    std::string bomb =
        "<!DOCTYPE g [<!ENTITY a0 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>";
    for (int i = 1; i < 12; ++i) {
        bomb += "<!ENTITY a" + std::to_string(i) + " '";
        for (int k = 0; k < 10; ++k) {
            bomb += "&a" + std::to_string(i - 1) + ";";
        }
        bomb += "'>";
    }
    refused(bomb + "]><graphml><graph><node id='a'><desc>&a11;</desc></node></graph></graphml>",
            "not well-formed");
}

} // namespace test_graphml
