// SPDX-License-Identifier: GPL-3.0-or-later
// Held against sums in a map.
#include "support/graphs.hpp"
#include "support/weighted.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/party_citations.hpp>

#include <catch2/catch.hpp>

#include <map>
#include <set>

namespace test_party_citations {

using namespace longmen;
using namespace longmen::graph;
using Catch::Matchers::Contains;

TEST_CASE("party citations: as sums in a map, on 500 random graphs") {
    Threads threads{2};
    constexpr std::size_t parties = 7;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_graph(seed, {.most_nodes = 25}, threads);
        const auto graph = random.view();
        const auto owners = test::random_groups(seed, graph.nodes(), parties, 3);
        const auto counting = seed % 2 == 0 ? CitationCounting::full : CitationCounting::fractional;
        std::map<std::pair<NodeId, NodeId>, double> wanted;
        std::uint64_t own = 0;
        std::uint64_t unknown = 0;
        std::vector<std::uint8_t> flags;
        for (std::size_t node = 0; node < graph.nodes(); ++node) {
            const std::set<NodeId> citing{owners[node].begin(), owners[node].end()};
            for (const auto to : graph.cited[node]) {
                const std::set<NodeId> cited{owners[to].begin(), owners[to].end()};
                const auto pairs = static_cast<double>(citing.size() * cited.size());
                unknown += pairs == 0 ? 1 : 0;
                for (const auto p : citing) {
                    for (const auto q : cited) {
                        wanted[{p, q}] += counting == CitationCounting::full ? 1.0 : 1.0 / pairs;
                    }
                }
                flags.push_back(std::ranges::any_of(citing, [&](NodeId p) { return cited.contains(p); }) ? 1
                                                                                                         : 0);
                own += flags.back();
            }
        }
        const test::TestLists lists{owners};
        const auto found = party_citations(graph, parties, lists.view(), counting, threads);
        REQUIRE(found.self_citations == own);
        REQUIRE(found.without_party == unknown);
        REQUIRE(std::ranges::equal(found.self, flags));
        const auto net = found.graph.view();
        CHECK(net.directed);
        std::map<std::pair<NodeId, NodeId>, double> met;
        for (NodeId p = 0; p < parties; ++p) {
            for (std::size_t i = 0; i < net.neighbours.count(p); ++i) {
                met[{p, net.neighbours[p][i]}] = net.weights_of(p)[i];
            }
            if (found.own[p] > 0) {
                met[{p, p}] = found.own[p];
            }
        }
        REQUIRE(met.size() == wanted.size());
        for (const auto& [pair, weight] : wanted) {
            REQUIRE(met.at(pair) == Approx(weight).epsilon(1e-12)); // thirds are added in another order
        }
    }
}

TEST_CASE("party citations: joint owners cite their own and each other") {
    Threads threads{1};
    const test::TestGraph graph{{1, 2}, {{1, 0}}, threads};
    const test::TestLists owners{{{0, 1}, {1}}};
    const auto found = party_citations(graph.view(), 2, owners.view(), CitationCounting::fractional, threads);
    CHECK(found.self[0] == 1);
    CHECK(found.own[1] == 0.5);
    CHECK(found.graph.view().weights_of(1)[0] == 0.5); // 1 cites 0
    const test::TestLists short_list{{{0}}};
    CHECK_THROWS_WITH(party_citations(graph.view(), 2, short_list.view(), CitationCounting::full, threads),
                      Contains("for 1 nodes, but the graph has 2"));
}

} // namespace test_party_citations
