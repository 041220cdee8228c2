// SPDX-License-Identifier: GPL-3.0-or-later
// Held against the series summed up.
#include "support/graphs.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/cite_rank.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace test_cite_rank {

using namespace longmen;
using namespace longmen::graph;

TEST_CASE("cite rank: as the series, on random graphs with cycles and undated documents") {
    Threads one{1};
    Threads two{2};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_graph(
            seed, {.most_nodes = 25, .forward = seed % 2 == 0 ? 0.0 : 0.3, .undated = 0.1}, one);
        const auto graph = random.view();
        const auto n = graph.nodes();
        const Day as_of = 9000 + 7000;
        const double stop = 0.5;
        const double tau = 2.6;
        std::vector<double> part(n), sum(n);
        double total = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const bool begins = graph.day[i] != unknown_day && graph.day[i] <= as_of;
            part[i] = begins ? std::exp(-(as_of - graph.day[i]) / 365.2425 / tau) : 0;
        }
        for (int round = 0; round < 200; ++round) {
            std::vector<double> next(n);
            for (std::size_t i = 0; i < n; ++i) {
                sum[i] += part[i];
                for (const auto to : graph.cited[i]) {
                    next[to] += (1 - stop) * part[i] / static_cast<double>(graph.cited.count(i));
                }
            }
            part = next;
        }
        for (const auto each : sum) {
            total += each;
        }
        const auto topology = find_topology(graph, one);
        const auto rank = cite_rank(graph, topology, stop, tau, as_of, one);
        const auto again = cite_rank(graph, topology, stop, tau, as_of, two);
        for (std::size_t i = 0; i < n; ++i) {
            if (total == 0) {
                REQUIRE(std::isnan(rank[i]));
            } else {
                REQUIRE(rank[i] == Approx(sum[i] / total).epsilon(1e-9).margin(1e-13));
                REQUIRE(rank[i] == again[i]);
            }
        }
    }
}

TEST_CASE("cite rank: parameters out of range are refused") {
    Threads threads{1};
    const test::TestGraph graph{{1, 2}, {{1, 0}}, threads};
    const auto view = graph.view();
    const auto topology = find_topology(view, threads);
    CHECK_THROWS_AS(cite_rank(view, topology, 0, 2.6, 10, threads), UsageError);
    CHECK_THROWS_AS(cite_rank(view, topology, 0.5, 0, 10, threads), UsageError);
}

} // namespace test_cite_rank
