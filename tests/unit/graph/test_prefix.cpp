// SPDX-License-Identifier: GPL-3.0-or-later
// The same as a graph made of the arcs that existed.
#include "support/graphs.hpp"

#include <longmen/graph/prefix.hpp>

#include <catch2/catch.hpp>

#include <vector>

namespace test_prefix {

using namespace longmen;
using namespace longmen::graph;

namespace {

bool same(const Lists& one, const Lists& other) {
    return std::ranges::equal(one.offsets, other.offsets) && std::ranges::equal(one.items, other.items);
}

} // namespace

TEST_CASE("prefix: the graph made of the arcs among the documents of a day, on random graphs") {
    Threads threads{2};
    std::size_t cut_sources = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const auto random = test::random_graph(seed,
                                               {.most_nodes = 60,
                                                .forward = seed % 3 == 0 ? 0.0 : 0.2,
                                                .undated = 0.1,
                                                .years = seed % 2 == 0 ? 0.0 : 0.3,
                                                .span_days = 3000},
                                               threads);
        const auto graph = random.view();
        for (const Day day : {8999, 9500, 10500, 11999, 13000}) {
            std::size_t nodes = 0; // known to exist: no day, or one that is not later
            for (std::size_t node = 0; node < graph.nodes(); ++node) {
                nodes += graph.day[node] == unknown_day || graph.day[node] <= day ? 1 : 0;
            }
            REQUIRE(documents_until(graph, day) == nodes);
            std::vector<Arc> arcs;
            for (NodeId node = 0; node < nodes; ++node) {
                for (const auto cited : graph.cited[node]) {
                    if (cited < nodes) {
                        arcs.push_back({node, cited});
                    } else {
                        ++cut_sources;
                    }
                }
            }
            const auto wanted = build_adjacency(nodes, arcs, threads);
            const Prefix prefix{graph, nodes, threads};
            REQUIRE(prefix.graph().nodes() == nodes);
            REQUIRE(prefix.graph().year_only.size() == (graph.year_only.empty() ? 0 : nodes));
            REQUIRE(same(prefix.graph().cited, wanted.cited.view()));
            REQUIRE(same(prefix.graph().citing, wanted.citing.view()));
        }
        const Prefix whole{graph, graph.nodes() + 5, threads};
        REQUIRE(whole.graph().citing.items.data() == graph.citing.items.data());
        REQUIRE(whole.graph().nodes() == graph.nodes());
    }
    CHECK(cut_sources > 0);
}

} // namespace test_prefix
