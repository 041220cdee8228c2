// SPDX-License-Identifier: GPL-3.0-or-later
// Orders and cycles, held against the closure.
#include "support/graphs.hpp"

#include <longmen/graph/topology.hpp>

#include <catch2/catch.hpp>

#include <vector>

namespace test_topology {

using namespace longmen;
using namespace longmen::graph;

namespace {

/// Which nodes each node reaches, by Warshall's closure.
std::vector<std::vector<char>> closure(const CitationGraph& graph) {
    const auto n = graph.nodes();
    std::vector<std::vector<char>> reaches(n, std::vector<char>(n));
    for (std::size_t i = 0; i < n; ++i) {
        reaches[i][i] = 1;
        for (const auto to : graph.cited[i]) {
            reaches[i][to] = 1;
        }
    }
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) {
                reaches[i][j] = static_cast<char>(reaches[i][j] | (reaches[i][k] & reaches[k][j]));
            }
        }
    }
    return reaches;
}

} // namespace

TEST_CASE("topology: by id when all citations go back") {
    Threads threads{1};
    const test::TestGraph three{{1, 2, 3}, {{2, 0}, {2, 1}, {1, 0}}, threads};
    const auto topology = find_topology(three.view(), threads);
    CHECK(topology.by_id);
    CHECK(topology.at(2) == 2);
    CHECK(topology.heads.empty());
}

TEST_CASE("topology: an order behind what is cited, components together, on random graphs") {
    Threads threads{2};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random =
            test::random_graph(seed, {.most_nodes = 24, .forward = 0.2, .undated = 0.1}, threads);
        const auto graph = random.view();
        const auto topology = find_topology(graph, threads);
        const auto reaches = closure(graph);
        std::vector<std::size_t> place(graph.nodes());
        for (std::size_t i = 0; i < graph.nodes(); ++i) {
            place[topology.at(i)] = i;
        }
        std::vector<std::size_t> component(graph.nodes());
        for (std::size_t i = 0; i < graph.nodes(); ++i) {
            component[i] = i;
        }
        for (std::size_t c = 0; c < topology.heads.size(); ++c) {
            for (std::size_t i = 0; i < topology.sizes[c]; ++i) {
                component[topology.at(topology.heads[c] + i)] = topology.at(topology.heads[c]);
            }
        }
        for (std::size_t a = 0; a < graph.nodes(); ++a) {
            for (std::size_t b = 0; b < graph.nodes(); ++b) {
                const bool together = reaches[a][b] != 0 && reaches[b][a] != 0;
                REQUIRE((component[a] == component[b]) == together);
                if (reaches[a][b] != 0 && !together) {
                    REQUIRE(place[b] < place[a]);
                }
            }
        }
    }
}

TEST_CASE("topology: disorder is counted") {
    Threads threads{1};
    // 0 undated; 1 and 2 cite each other, 2 is later; 3 and 4 on one day cite each other
    const test::TestGraph dirty{
        {unknown_day, 10, 20, 30, 30}, {{1, 0}, {1, 2}, {2, 1}, {3, 4}, {4, 3}}, threads};
    const auto disorder = count_disorder(dirty.view(), find_topology(dirty.view(), threads), threads);
    CHECK(disorder.undated == 1);
    CHECK(disorder.forward_in_time == 1);
    CHECK(disorder.cycles == 2);
    CHECK(disorder.in_cycles == 4);
    CHECK(disorder.largest_cycle == 2);
}

TEST_CASE("topology: a chain of a million needs no deep stack") {
    Threads threads{1};
    constexpr std::size_t nodes = 1'000'000;
    std::vector<Arc> arcs;
    for (NodeId i = 0; i + 1 < nodes; ++i) {
        arcs.push_back({i, i + 1}); // forward in time throughout
    }
    const test::TestGraph chain{std::vector<Day>(nodes, 5), arcs, threads};
    const auto topology = find_topology(chain.view(), threads);
    CHECK(!topology.by_id);
    CHECK(topology.heads.empty());
    CHECK(topology.at(0) == nodes - 1);
}

} // namespace test_topology
