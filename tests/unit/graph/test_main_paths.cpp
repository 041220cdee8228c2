// SPDX-License-Identifier: GPL-3.0-or-later
// Held against all paths listed, and by hand.
#include "support/graphs.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/main_paths.hpp>

#include <catch2/catch.hpp>

#include <functional>
#include <map>
#include <numeric>
#include <set>

namespace test_main_paths {

using namespace longmen;
using namespace longmen::graph;
using Catch::Matchers::Contains;

namespace {

using Path = std::vector<ArcId>;

/// All paths from sources to sinks, as positions of arcs; of graphs whose citations go back.
std::vector<Path> all_paths(const CitationGraph& graph) {
    std::vector<Path> paths;
    Path path;
    const std::function<void(NodeId)> walk = [&](NodeId node) {
        if (graph.citing.count(node) == 0 && !path.empty()) {
            paths.push_back(path);
        }
        for (const auto citing : graph.citing[node]) {
            path.push_back(position_of(graph.cited, citing, node));
            walk(citing);
            path.pop_back();
        }
    };
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        if (graph.cited.count(node) == 0) {
            walk(static_cast<NodeId>(node));
        }
    }
    return paths;
}

/// Of the paths that `fits` the arcs of those with the greatest sum.
template <typename Fits>
std::set<ArcId> heaviest(const std::vector<Path>& paths, const Buffer<std::uint64_t>& weight, Fits fits) {
    std::uint64_t most = 0;
    std::set<ArcId> arcs;
    for (const auto& path : paths) {
        const auto sum = std::accumulate(path.begin(), path.end(), std::uint64_t{0},
                                         [&](std::uint64_t all, ArcId arc) { return all + weight[arc]; });
        if (fits(path) && sum >= most) {
            if (sum > most) {
                arcs.clear();
            }
            most = sum;
            arcs.insert(path.begin(), path.end());
        }
    }
    return arcs;
}

/// Of the paths whose every arc is a heaviest step at its node, in one direction.
std::set<ArcId> greedy(const std::vector<Path>& paths, const Buffer<std::uint64_t>& weight, bool forward) {
    const auto at = [&](const Path& path, std::size_t step) {
        return forward ? path[step] : path[path.size() - 1 - step];
    };
    std::set<ArcId> arcs;
    std::function<void(std::vector<const Path*>, std::size_t)> narrow = [&](std::vector<const Path*> left,
                                                                            std::size_t step) {
        // paths that share all steps before this one; the heaviest next steps stay
        std::uint64_t most = 0;
        for (const auto* path : left) {
            most = path->size() > step ? std::max(most, weight[at(*path, step)]) : most;
        }
        std::map<ArcId, std::vector<const Path*>> next;
        for (const auto* path : left) {
            if (path->size() > step && weight[at(*path, step)] == most) {
                next[at(*path, step)].push_back(path);
            }
        }
        for (const auto& [arc, those] : next) {
            arcs.insert(arc);
            narrow(those, step + 1);
        }
    };
    std::vector<const Path*> all;
    for (const auto& path : paths) {
        all.push_back(&path);
    }
    narrow(all, 0);
    return arcs;
}

MainPaths find(const CitationGraph& graph, PathWeight weight, MainPathKind kind, std::size_t routes = 10) {
    Threads threads{1};
    const auto topology = find_topology(graph, threads);
    return main_paths(graph, topology, count_paths(graph, topology, weight, threads), {kind, routes});
}

} // namespace

TEST_CASE("main paths: as all paths listed, on 500 random graphs") {
    Threads threads{1};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random =
            test::random_graph(seed, {.most_nodes = 14, .arcs_of_node = 1.8, .forward = 0}, threads);
        const auto graph = random.view();
        const auto topology = find_topology(graph, threads);
        const auto counts = count_paths(graph, topology, static_cast<PathWeight>(seed % 3), threads);
        const auto& weight = counts.weights.small;
        const auto paths = all_paths(graph);
        const auto same = [&](const MainPathOptions& options, const std::set<ArcId>& wanted) {
            const auto found = main_paths(graph, topology, counts, options);
            REQUIRE(std::ranges::equal(found.arcs, wanted));
            REQUIRE(found.inside.empty());
            return found;
        };
        same({MainPathKind::global, 1}, heaviest(paths, weight, [](const Path&) { return true; }));
        same({MainPathKind::local_forward, 1}, greedy(paths, weight, true));
        same({MainPathKind::local_backward, 1}, greedy(paths, weight, false));
        // key routes: the k heaviest with ties, each with the best paths over it
        std::vector<ArcId> order(graph.arcs());
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::stable_sort(order, std::greater{}, [&](ArcId arc) { return weight[arc]; });
        const auto k = std::min<std::size_t>(1 + seed % 3, order.size());
        std::set<ArcId> wanted;
        std::size_t begun = 0;
        for (const auto key : order) {
            if (weight[key] >= weight[order[k - 1]]) {
                ++begun;
                wanted.merge(heaviest(paths, weight,
                                      [&](const Path& path) { return std::ranges::count(path, key) > 0; }));
            }
        }
        CHECK(same({MainPathKind::key_route_global, 1 + seed % 3}, wanted).begun == begun);
        // by local steps every key route has itself and whole paths from a source to a sink
        const auto local = main_paths(graph, topology, counts, {MainPathKind::key_route_local, 1 + seed % 3});
        REQUIRE(local.begun == begun);
        std::set<ArcId> of_paths;
        for (const auto& path : paths) {
            if (std::ranges::includes(local.arcs, std::set<ArcId>{path.begin(), path.end()})) {
                of_paths.insert(path.begin(), path.end());
            }
        }
        REQUIRE(std::ranges::equal(local.arcs, of_paths));
    }
}

TEST_CASE("main paths: local steps can leave the heaviest way, key routes find it again") {
    Threads threads{1};
    // Knowledge flows 0 -> 2 -> 5; 1 -> {3, 4} -> 6 -> {7, 8, 9}; by hand spc:
    // 0-2 1, 2-5 1; 1-3 3, 1-4 3, 3-6 3, 4-6 3, 6-7 2, 6-8 2, 6-9 2
    const test::TestGraph graph{std::vector<Day>(10, 1),
                                {{2, 0}, {5, 2}, {3, 1}, {4, 1}, {6, 3}, {6, 4}, {7, 6}, {8, 6}, {9, 6}},
                                threads};
    const auto nodes = [&](MainPathKind kind, std::size_t routes) {
        return find(graph.view(), PathWeight::spc, kind, routes).nodes;
    };
    const std::vector<NodeId> all{1, 3, 4, 6, 7, 8, 9};
    CHECK(nodes(MainPathKind::global, 1) == all); // ties are all followed
    CHECK(nodes(MainPathKind::local_forward, 1) == all);
    CHECK(nodes(MainPathKind::local_backward, 1) == all);
    CHECK(nodes(MainPathKind::key_route_local, 1) == all);
    CHECK(find(graph.view(), PathWeight::spc, MainPathKind::key_route_local, 1).begun == 4);
    CHECK(nodes(MainPathKind::key_route_global, 9) == std::vector<NodeId>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
}

TEST_CASE("main paths: a cycle is one node on the way, its arcs stand apart") {
    Threads threads{1};
    // 0 <- {1, 2, 3 in a ring} <- 4; the path enters at 1 and leaves at 3
    const test::TestGraph graph{{1, 2, 3, 4, 5}, {{1, 0}, {1, 2}, {2, 3}, {3, 1}, {4, 3}}, threads};
    const auto view = graph.view();
    for (const auto kind : {MainPathKind::local_forward, MainPathKind::local_backward, MainPathKind::global,
                            MainPathKind::key_route_local, MainPathKind::key_route_global}) {
        const auto found = find(view, PathWeight::splc, kind);
        CHECK(found.nodes == std::vector<NodeId>{0, 1, 2, 3, 4});
        CHECK(found.arcs == std::vector<ArcId>{position_of(view.cited, 1, 0), position_of(view.cited, 4, 3)});
        CHECK(found.inside.size() == 3);
    }
    const test::TestGraph ring{{1, 2}, {{0, 1}, {1, 0}}, threads};
    CHECK(find(ring.view(), PathWeight::spc, MainPathKind::global).nodes.empty());
}

TEST_CASE("main paths: sums that pass 128 bits are compared as logarithms") {
    Threads threads{1};
    // layers of 3, each citing all of the layer before, and a line of single nodes that is never the heaviest
    for (const NodeId layers : {60U, 80U, 100U}) {
        std::vector<Arc> arcs;
        for (NodeId layer = 1; layer < layers; ++layer) {
            for (NodeId pair = 0; pair < 9; ++pair) {
                arcs.push_back({3 * layer + pair / 3, 3 * (layer - 1) + pair % 3});
            }
        }
        const auto line = 3 * layers;
        arcs.push_back({line + 1, line});
        const test::TestGraph graph{std::vector<Day>(line + 2, 1), arcs, threads};
        const auto found = find(graph.view(), PathWeight::spc, MainPathKind::global);
        CHECK(found.arcs.size() == arcs.size() - 1);
        CHECK(found.nodes.back() == line - 1);
    }
}

TEST_CASE("main paths: nothing, and wrong input") {
    Threads threads{1};
    const test::TestGraph none{{1, 2}, {}, threads};
    for (const auto kind :
         {MainPathKind::local_forward, MainPathKind::global, MainPathKind::key_route_global}) {
        CHECK(find(none.view(), PathWeight::spc, kind).nodes.empty());
    }
    CHECK_THROWS_WITH(find(none.view(), PathWeight::spc, MainPathKind::global, 0),
                      Contains("at least 1 key route"));
    const test::TestGraph one{{1, 2}, {{1, 0}}, threads};
    const auto topology = find_topology(one.view(), threads);
    CHECK_THROWS_WITH(main_paths(one.view(), topology, PathCounts{}, {}), Contains("for 0 citations"));
}

} // namespace test_main_paths
