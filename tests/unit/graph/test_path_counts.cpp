// SPDX-License-Identifier: GPL-3.0-or-later
// Held against all paths listed.
#include "support/graphs.hpp"

#include <longmen/graph/path_counts.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace test_path_counts {

using namespace longmen;
using namespace longmen::graph;

namespace {

/// All paths one by one, on graphs whose citations go back.
std::map<std::pair<NodeId, NodeId>, std::uint64_t> listed(const CitationGraph& graph, PathWeight weight) {
    std::map<std::pair<NodeId, NodeId>, std::uint64_t> counts;
    std::vector<NodeId> path;
    const std::function<void(NodeId)> walk = [&](NodeId node) {
        path.push_back(node);
        const bool ends = weight == PathWeight::spnp || graph.citing.count(node) == 0;
        if (ends && path.size() > 1) {
            for (std::size_t i = 0; i + 1 < path.size(); ++i) {
                ++counts[{path[i], path[i + 1]}];
            }
        }
        for (const auto next : graph.citing[node]) {
            walk(next);
        }
        path.pop_back();
    };
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        if (weight != PathWeight::spc || graph.cited.count(node) == 0) {
            walk(static_cast<NodeId>(node));
        }
    }
    return counts;
}

} // namespace

TEST_CASE("path counts: as all paths listed, on random graphs") {
    Threads threads{2};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random =
            test::random_graph(seed, {.most_nodes = 14, .arcs_of_node = 1.8, .forward = 0.0}, threads);
        const auto graph = random.view();
        const auto topology = find_topology(graph, threads);
        for (const auto weight : {PathWeight::spc, PathWeight::splc, PathWeight::spnp}) {
            const auto wanted = listed(graph, weight);
            const auto counts = count_paths(graph, topology, weight, threads);
            REQUIRE(counts.weights.numbers == PathNumbers::exact_64);
            REQUIRE(counts.total.empty() == (weight != PathWeight::spc));
            for (std::size_t node = 0; node < graph.nodes(); ++node) {
                for (auto i = graph.cited.offsets[node]; i < graph.cited.offsets[node + 1]; ++i) {
                    const auto arc = wanted.find({graph.cited.items[i], static_cast<NodeId>(node)});
                    REQUIRE(arc != wanted.end());
                    REQUIRE(counts.weights.small[i] == arc->second);
                }
            }
        }
    }
}

TEST_CASE("path counts: beyond 64 bits exact, beyond 128 as logarithms") {
    Threads threads{1};
    // layers of three nodes, each citing all of the layer before: 3^layers paths
    const auto layers = [&](NodeId count) {
        std::vector<Arc> arcs;
        for (NodeId layer = 1; layer < count; ++layer) {
            for (NodeId a = 0; a < 3; ++a) {
                for (NodeId b = 0; b < 3; ++b) {
                    arcs.push_back({3 * layer + a, 3 * (layer - 1) + b});
                }
            }
        }
        return test::TestGraph{std::vector<Day>(3 * count, 1), arcs, threads};
    };
    const auto count = [&](NodeId number) {
        const auto graph = layers(number);
        return count_paths(graph.view(), find_topology(graph.view(), threads), PathWeight::spc, threads);
    };
    CHECK(count(30).weights.numbers == PathNumbers::exact_64);
    CHECK(count(30).total == "205891132094649"); // 3^30
    const auto wide = count(60);
    CHECK(wide.weights.numbers == PathNumbers::exact_128);
    CHECK(wide.total == "42391158275216203514294433201");          // 3^60
    CHECK(wide.weights.text(0) == "4710128697246244834921603689"); // 3^58
    const auto huge = count(100);
    CHECK(huge.weights.numbers == PathNumbers::logarithm);
    CHECK(std::abs(huge.weights.logarithm(0) - 98 * std::log(3.0)) < 1e-9);
    CHECK(huge.total.starts_with("e^109.861228866"));
    const auto beyond = count(700); // 2^1109 paths: more than floating point holds
    CHECK(beyond.weights.numbers == PathNumbers::logarithm);
    CHECK(std::abs(beyond.weights.logarithm(0) - 698 * std::log(3.0)) < 1e-9);
    CHECK(beyond.total.starts_with("e^769.0286"));
}

TEST_CASE("path counts: a cycle counts as one node, its arcs carry nothing") {
    Threads threads{1};
    // 0 <- {1, 2 cite each other} <- 3
    const test::TestGraph graph{{1, 2, 3, 4}, {{1, 0}, {1, 2}, {2, 1}, {3, 2}}, threads};
    const auto view = graph.view();
    const auto counts = count_paths(view, find_topology(view, threads), PathWeight::spc, threads);
    CHECK(counts.left_out == 2);
    CHECK(counts.total == "1");
    CHECK(counts.weights.small[0] == 1); // 1 -> 0
    CHECK(counts.weights.small[1] == 0);
    CHECK(counts.weights.small[3] == 1); // 3 -> 2
}

TEST_CASE("path counts: through documents, as all paths listed") {
    Threads threads{2};
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const auto random =
            test::random_graph(seed, {.most_nodes = 12, .arcs_of_node = 1.6, .forward = 0.0}, threads);
        const auto graph = random.view();
        const auto topology = find_topology(graph, threads);
        for (const auto weight : {PathWeight::spc, PathWeight::splc, PathWeight::spnp}) {
            std::vector<std::uint64_t> wanted(graph.nodes());
            std::vector<NodeId> path;
            const std::function<void(NodeId)> walk = [&](NodeId node) {
                path.push_back(node);
                if (weight == PathWeight::spnp || graph.citing.count(node) == 0) {
                    for (const auto each : path) {
                        ++wanted[each];
                    }
                }
                for (const auto next : graph.citing[node]) {
                    walk(next);
                }
                path.pop_back();
            };
            for (NodeId node = 0; node < graph.nodes(); ++node) {
                if (weight != PathWeight::spc || graph.cited.count(node) == 0) {
                    walk(node);
                }
            }
            const auto counts = count_paths_through(graph, topology, weight, threads);
            for (NodeId node = 0; node < graph.nodes(); ++node) {
                REQUIRE(counts.text(node) == std::to_string(wanted[node]));
            }
        }
    }
}

} // namespace test_path_counts
