// SPDX-License-Identifier: GPL-3.0-or-later
// Held against a search.
#include "support/graphs.hpp"

#include <longmen/graph/components.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <vector>

namespace test_components {

using namespace longmen;
using namespace longmen::graph;

namespace {

std::vector<NodeId> by_search(const CitationGraph& graph) {
    std::vector<NodeId> of(graph.nodes(), static_cast<NodeId>(graph.nodes()));
    for (std::size_t root = 0; root < graph.nodes(); ++root) {
        if (of[root] != graph.nodes()) {
            continue;
        }
        std::vector<NodeId> open{static_cast<NodeId>(root)};
        of[root] = static_cast<NodeId>(root);
        while (!open.empty()) {
            const auto node = open.back();
            open.pop_back();
            for (const auto* lists : {&graph.cited, &graph.citing}) {
                for (const auto next : (*lists)[node]) {
                    if (of[next] == graph.nodes()) {
                        of[next] = static_cast<NodeId>(root);
                        open.push_back(next);
                    }
                }
            }
        }
    }
    return of;
}

} // namespace

TEST_CASE("components: as by search, named by their smallest id") {
    Threads threads{2};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_graph(seed,
                                               {.most_nodes = seed < 490 ? 60U : 60000U,
                                                .arcs_of_node = seed % 2 == 0 ? 0.5 : 1.2,
                                                .forward = 0.3},
                                               threads);
        const auto graph = random.view();
        const auto wanted = by_search(graph);
        const auto found = weak_components(graph, threads);
        REQUIRE(std::ranges::equal(found.of, wanted));
        std::map<NodeId, std::uint64_t> sizes;
        for (const auto each : wanted) {
            ++sizes[each];
        }
        REQUIRE(found.count == sizes.size());
        REQUIRE(found.largest ==
                std::ranges::max_element(sizes, {}, [](const auto& s) { return s.second; })->second);
    }
    const test::TestGraph nothing{{}, {}, threads};
    CHECK(weak_components(nothing.view(), threads).count == 0);
}

} // namespace test_components
