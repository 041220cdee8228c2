// SPDX-License-Identifier: GPL-3.0-or-later
// Main paths: the backbone along which a technology developed.
#pragma once

#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/path_counts.hpp>
#include <longmen/graph/topology.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace longmen::graph {

enum class MainPathKind : std::uint8_t {
    local_forward,    ///< from the heaviest arcs out of sources, always along the heaviest arcs on
    local_backward,   ///< from the heaviest arcs into sinks, always along the heaviest arcs back
    global,           ///< paths from source to sink with the greatest sum of weights (critical paths)
    key_route_local,  ///< from the heaviest arcs anywhere, both ways along the heaviest
    key_route_global, ///< from the heaviest arcs anywhere, both ways with the greatest sum
};

struct MainPathOptions {
    MainPathKind kind = MainPathKind::key_route_global;
    std::size_t key_routes = 10; ///< of the key-route kinds: how many arcs begin, at least 1
};

struct MainPaths {
    std::vector<ArcId> arcs;   ///< positions in `graph.cited.items`, ascending
    std::vector<ArcId> inside; ///< arcs inside cycles that the paths run through, ascending
    std::vector<NodeId> nodes; ///< ends of all these arcs, ascending
    std::size_t begun = 0;     ///< arcs begun from: with ties more than were asked for; 0 for global
};

/// Main paths.
///
/// Question    Through which documents does the main stream of a technology run?
/// Definition  Arcs follow the flow of knowledge, from the cited to the citing; sources cite nothing, sinks
///             are not cited. The five kinds are said at MainPathKind.
/// Source      hummon-doreian-1989 (local); batagelj-2003 (critical path); liu-lu-2012 (backward, key
///             routes).
/// Variant     All ties are followed, and at the cut of the key routes all equal arcs begin. Members of a
///             strong component count as one node: a path may enter it at one member and leave it at
///             another, and its inner arcs stand in `inside`.
/// Undefined   No path: empty lists.
/// Inputs      graph. topology  of it. counts  of it, by count_paths with any weight.
/// Errors      UsageError  counts of another graph; key_routes 0.
/// Cost        time O(nodes + arcs) for local and global, and O(arcs) for choosing key routes; memory 40
///             bytes a node, 1 an arc, and 12 more for key routes.
/// Stable      Whole numbers; where weights, or their sums, do not fit 128 bits, logarithms that differ by
///             less than 1e-9 count as equal.
/// Checked by  test_main_paths (all paths listed, on 500 random graphs, and hand cases)
/// Grade       experimental since 0.1
[[nodiscard]] MainPaths main_paths(const CitationGraph& graph, const Topology& topology,
                                   const PathCounts& counts, const MainPathOptions& options);

} // namespace longmen::graph
