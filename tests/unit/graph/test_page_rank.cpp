// SPDX-License-Identifier: GPL-3.0-or-later
// Held against power iteration.
#include "support/graphs.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/page_rank.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace test_page_rank {

using namespace longmen;
using namespace longmen::graph;

namespace {

/// The definition, iterated until nothing moves.
std::vector<double> iterated(const CitationGraph& graph, double damping) {
    const auto n = graph.nodes();
    std::vector<double> rank(n, 1.0 / static_cast<double>(n));
    for (int round = 0; round < 2000; ++round) {
        std::vector<double> next(n);
        double sinks = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const auto cited = graph.cited[i];
            if (cited.empty()) {
                sinks += rank[i];
            }
            for (const auto to : cited) {
                next[to] += damping * rank[i] / static_cast<double>(cited.size());
            }
        }
        for (auto& each : next) {
            each += (1 - damping + damping * sinks) / static_cast<double>(n);
        }
        rank = next;
    }
    return rank;
}

} // namespace

TEST_CASE("page rank: as iterated, on random graphs with and without cycles") {
    Threads one{1};
    Threads two{2};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random =
            test::random_graph(seed, {.most_nodes = 30, .forward = seed % 2 == 0 ? 0.0 : 0.3}, one);
        const auto graph = random.view();
        const double damping = seed % 3 == 0 ? 0.5 : 0.85;
        const auto topology = find_topology(graph, one);
        const auto rank = page_rank(graph, topology, damping, one);
        const auto again = page_rank(graph, topology, damping, two);
        const auto wanted = iterated(graph, damping);
        double difference = 0;
        for (std::size_t i = 0; i < graph.nodes(); ++i) {
            difference += std::abs(rank[i] - wanted[i]);
        }
        REQUIRE(difference < 1e-12);
        REQUIRE(std::ranges::equal(rank, again));
    }
}

TEST_CASE("page rank: several blocks, the same bits for any number of threads, the equation holds") {
    Threads one{1};
    Threads two{2};
    Threads five{5};
    std::mt19937_64 random{11};
    constexpr std::size_t nodes = 200'000;
    std::vector<Arc> arcs;
    for (NodeId i = 1; i < nodes; ++i) {
        for (int k = 0; k < 4; ++k) {
            arcs.push_back({i, static_cast<NodeId>(random() % i)});
        }
    }
    const test::TestGraph large{std::vector<Day>(nodes, 1), arcs, one};
    const auto graph = large.view();
    const auto topology = find_topology(graph, one);
    REQUIRE(topology.by_id);
    const auto rank = page_rank(graph, topology, 0.85, one);
    CHECK(std::ranges::equal(rank, page_rank(graph, topology, 0.85, two)));
    CHECK(std::ranges::equal(rank, page_rank(graph, topology, 0.85, five)));
    double sinks = 0;
    double residual = 0;
    for (std::size_t i = 0; i < nodes; ++i) {
        sinks += graph.cited.count(i) == 0 ? rank[i] : 0;
    }
    for (std::size_t i = 0; i < nodes; ++i) {
        double sum = (0.15 + 0.85 * sinks) / nodes;
        for (const auto from : graph.citing[i]) {
            sum += 0.85 * rank[from] / graph.cited.count(from);
        }
        residual += std::abs(sum - rank[i]);
    }
    CHECK(residual < 1e-12);
}

TEST_CASE("page rank: by hand, and damping out of range") {
    Threads threads{1};
    const test::TestGraph pair{{1, 2}, {{1, 0}}, threads};
    const auto rank = page_rank(pair.view(), find_topology(pair.view(), threads), 0.5, threads);
    CHECK(std::abs(rank[0] - 0.6) < 1e-15); // 1.5 : 1
    CHECK(std::abs(rank[1] - 0.4) < 1e-15);
    CHECK_THROWS_AS(page_rank(pair.view(), find_topology(pair.view(), threads), 1.0, threads), UsageError);
    const test::TestGraph nothing{{}, {}, threads};
    CHECK(page_rank(nothing.view(), find_topology(nothing.view(), threads), 0.5, threads).empty());
}

} // namespace test_page_rank
