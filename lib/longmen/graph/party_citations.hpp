// SPDX-License-Identifier: GPL-3.0-or-later
// Citations between the owners of documents, and citations of one's own.
#pragma once

#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/weighted_graph.hpp>

#include <cstddef>
#include <cstdint>

namespace longmen::graph {

/// What one citation gives to each pair of a citing and a cited party.
enum class CitationCounting : std::uint8_t {
    full,       ///< 1
    fractional, ///< 1 / (citing parties x cited parties): a citation weighs 1 in all
};

struct PartyCitations {
    OwnedWeightedGraph graph;         ///< directed, from the citing party to the cited one
    Buffer<double> own;               ///< of each party: the weight it gives to itself
    Buffer<std::uint8_t> self;        ///< by position in `graph.cited.items`: 1, both ends share a party
    std::uint64_t self_citations = 0; ///< arcs so flagged
    std::uint64_t without_party = 0;  ///< arcs with an end whose parties are not known: they tie nothing
};

/// Citations between parties.
///
/// Question    On whose documents does a party build, and how much on its own?
/// Definition  w(p, q) = sum over citations from a document of p to a document of q, p and q different, of
///             1 (full) or 1/(k m) (fractional), k parties citing and m cited. own(p) is the same sum for p
///             = q. A citation is a self-citation when its ends have a party in common.
/// Source      hall-2005 (self-citations told apart)
/// Variant     A party named twice on a document counts once. A self-citation between joint owners also
///             ties its other pairs of parties.
/// Inputs      graph. parties  how many. of_node  the parties of each node, in any order; none where not
///             known.
/// Errors      UsageError  lists for another number of nodes, a party out of range, more than 2^32
///             neighbours.
/// Cost        time O(sum over citations of k m); memory 12 bytes a neighbour, twice while it runs, for
///             each thread 8 bytes a party, and 1 byte a citation.
/// Stable      Sums run over ascending documents: same bits for any number of threads.
/// Checked by  test_party_citations (sums in a map, on 500 random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] PartyCitations party_citations(const CitationGraph& graph, std::size_t parties,
                                             const Lists& of_node, CitationCounting counting,
                                             Threads& threads);

} // namespace longmen::graph
