// SPDX-License-Identifier: GPL-3.0-or-later
// Documents alike by their citations: bibliographic coupling and co-citation.
#pragma once

#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/weighted_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace longmen::graph {

enum class Coupling : std::uint8_t {
    bibliographic, ///< two documents cite the same ones
    co_citation,   ///< two documents are cited by the same ones
};

/// How the number s(a, b) of shared documents becomes a weight; s(a), s(b): the documents of each that count.
enum class CouplingWeight : std::uint8_t {
    count,   ///< s(a, b)
    cosine,  ///< s(a, b) / sqrt(s(a) s(b))
    jaccard, ///< s(a, b) / (s(a) + s(b) - s(a, b))
};

struct CouplingOptions {
    CouplingWeight weight = CouplingWeight::count;
    /// A document shared by more than this many ties nothing, and is counted as left out: one that 5,000
    /// documents cite would couple 12.5 million pairs, and says least about each.
    std::size_t hub = 1000;
};

struct CouplingGraph {
    OwnedWeightedGraph graph;   ///< undirected, on the nodes of the citation graph
    std::uint64_t left_out = 0; ///< hubs
};

/// Coupling of documents.
///
/// Question    Which documents build on the same prior art (bibliographic), or are built on together
///             (co-citation)?
/// Definition  S(a) = the documents a cites (bibliographic) or is cited by (co-citation), without hubs;
///             s(a) = |S(a)|, s(a, b) = |S(a) and S(b)|; the weight is one of CouplingWeight.
/// Source      kessler-1963 (bibliographic); small-1973 (co-citation); salton-mcgill-1983 (cosine).
/// Variant     Hubs, documents with more than `hub` on the other side, are left out of S and so of the
///             denominators too.
/// Undefined   Two documents that share nothing have no edge.
/// Inputs      graph.
/// Result      the graph and the number of hubs left out.
/// Errors      UsageError  hub below 2; more than 2^32 neighbours in all.
/// Cost        time O(sum of d^2), d the other side's degrees up to `hub`; memory as co_occurrence.
/// Stable      Integers, then one division: same bits for any number of threads.
/// Checked by  test_coupling (intersection of sets, on 500 random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] CouplingGraph couple(const CitationGraph& graph, Coupling coupling,
                                   const CouplingOptions& options, Threads& threads);

struct CoupledDocument {
    NodeId node = 0;
    std::uint32_t shared = 0; ///< documents that both cite, or by which both are cited
    double weight = 0;        ///< as of its edge in `couple`
};

/// The neighbours of one document in `couple`, ascending, without making the graph of all. O(sum of the
/// other side's degrees over what the document cites or is cited by); memory 4 bytes a node.
[[nodiscard]] std::vector<CoupledDocument> coupled_with(const CitationGraph& graph, NodeId node,
                                                        Coupling coupling, const CouplingOptions& options);

} // namespace longmen::graph
