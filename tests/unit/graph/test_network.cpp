// SPDX-License-Identifier: GPL-3.0-or-later
// What is not a sound network is refused by name.
#include "support/networks.hpp"

#include <longmen/base/errors.hpp>

#include <catch2/catch.hpp>

#include <limits>

namespace test_network {

using namespace longmen;
using namespace longmen::graph;
using Catch::Matchers::Contains;

TEST_CASE("network: what is wrong is said") {
    CHECK_NOTHROW(check_network(test::awkward_network()));
    CHECK_NOTHROW(check_network({}));
    const auto refused = [](auto change, const char* why) {
        auto network = test::awkward_network();
        change(network);
        CHECK_THROWS_WITH(check_network(network), Contains(why));
    };
    refused([](Network& n) { n.ids[1] = n.ids[0]; }, "used twice");
    refused([](Network& n) { n.ids[1] = ""; }, "empty");
    refused([](Network& n) { n.ids[1] = "\xFF"; }, "UTF-8");
    refused([](Network& n) { n.labels.pop_back(); }, "3 nodes but 2 labels");
    refused([](Network& n) { n.edges[0].to = 3; }, "outside the 3 nodes");
    refused([](Network& n) { n.weights[0] = std::numeric_limits<double>::infinity(); }, "finite weight");
    refused([](Network& n) { n.weights.pop_back(); }, "finite weight");
    refused([](Network& n) { n.node_columns[1].name = "label"; }, "`label`");
    refused([](Network& n) { n.node_columns[1].name = "patents"; }, "`patents`");
    refused([](Network& n) { n.node_columns[1].values.pop_back(); }, "2 values instead of 3");
    refused([](Network& n) { n.node_columns[1].values[0] = true; }, "not of its type");
    refused([](Network& n) { n.node_columns[1].values[0] = std::numeric_limits<double>::quiet_NaN(); },
            "finite");
    refused([](Network& n) { n.node_columns[3].values[0] = std::string{"\xC0"}; }, "UTF-8");
}

TEST_CASE("network: a graph there and back") {
    Threads threads{1};
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto random = test::random_weighted(seed, seed % 2 == 1, threads);
        const auto graph = random.view();
        std::vector<std::string> ids;
        for (std::size_t node = 0; node < graph.nodes(); ++node) {
            ids.push_back(std::to_string(node));
        }
        const auto network = network_of(graph, ids);
        CHECK_NOTHROW(check_network(network));
        CHECK(network.edges.size() == graph.edges());
        const auto again = build_weighted(graph.nodes(), weighted_edges(network), graph.directed, threads);
        CHECK(std::ranges::equal(again.graph.neighbours.items, random.neighbours.items));
        CHECK(std::ranges::equal(again.graph.weights, random.weights));
        ids.emplace_back("one more");
        CHECK_THROWS_AS(network_of(graph, ids), UsageError);
    }
}

} // namespace test_network
