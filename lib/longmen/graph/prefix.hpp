// SPDX-License-Identifier: GPL-3.0-or-later
// The graph as it was on a day: ids ascend with time, so what existed is a prefix of the ids.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>

#include <cstddef>

namespace longmen::graph {

/// How many documents existed at the end of a day: those without a day always, those with a year alone from
/// the first day of that year.
[[nodiscard]] NodeId documents_until(const CitationGraph& graph, Day day);

/// The first `nodes` documents of a graph and the citations among them: lists of citers are cut, and a
/// citation forward in time to a document that did not exist yet falls away.
///
/// Cost        Nothing for the whole graph. Else O(nodes + arcs): 4 bytes a document and citation of the
///             prefix for its lists of citers, and as much for the cited ones if a citation falls away.
/// Stable      The result does not depend on the number of threads.
/// Checked by  test_prefix (the same arcs given to `build_adjacency`, on random graphs)
class Prefix {
    OwnedLists cited_, citing_;
    CitationGraph graph_;

public:
    /// What `whole` points at must outlive it. `nodes` may be more than there are.
    Prefix(const CitationGraph& whole, std::size_t nodes, Threads& threads);
    [[nodiscard]] const CitationGraph& graph() const { return graph_; }
};

} // namespace longmen::graph
