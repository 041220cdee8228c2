// SPDX-License-Identifier: GPL-3.0-or-later
// Degree assortativity: do the well-tied tie with the well-tied?
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/graph/citation_graph.hpp>

namespace longmen::graph {

/// Degree assortativity.
///
/// Question    Are partners alike in how many partners they have?
/// Definition  Pearson's correlation, over both ends of all edges, of their degrees; in [-1, 1].
/// Source      newman-2002
/// Variant     Undirected, without weights.
/// Undefined   zero_denominator  no edge, or all ends have the same degree.
/// Inputs      neighbours  of an undirected graph: every edge in the lists of both ends, no loops.
/// Cost        O(nodes + edges).
/// Stable      Integers of 128 bits, one division.
/// Checked by  test_assortativity (igraph on 500 random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] Measured<double> degree_assortativity(const Lists& neighbours);

} // namespace longmen::graph
