// SPDX-License-Identifier: GPL-3.0-or-later
// Citations between documents of one applicant.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/time.hpp>
#include <longmen/indicators/forward_citations.hpp>

#include <cstdint>

namespace longmen::indicators {

/// What became of one citation.
enum class Relation : std::uint8_t {
    unknown, ///< one of the two documents has no applicant
    other,   ///< no applicant in common
    self,    ///< an applicant in common
};
[[nodiscard]] Relation relation_of(const graph::Lists& applicants, graph::NodeId citing, graph::NodeId cited);

/// Question    How much of the attention a document pays, or gets, stays in the house?
/// Definition  Citations in which citing and cited document have an applicant in common, over the citations
///             where both have an applicant.
/// Source      hall-2001-nber (SELFCTUB: the denominator are citations with known assignee)
/// Variant     Applicants are those of the data, under which other spellings are counted. Nothing is taken
///             out of other indicators.
/// Undefined   NaN: no citation with an applicant on both sides.
/// Inputs      neighbours  `graph.cited` or `graph.citing`. applicants  of each node.
/// Result      0..1.
/// Errors      none
/// Cost        O(arcs times applicants of both ends).
/// Stable      Integer counting, one division: same bits for any number of threads.
/// Checked by  test_self_citations (definition on random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] Buffer<double> self_citation_share(const graph::Lists& neighbours,
                                                 const graph::Lists& applicants, Threads& threads);

/// -1: undefined.
struct SelfCitations {
    Counts self, external;
};

/// Question    How much of the attention of the first years comes from the house, how much from others?
/// Definition  self = citations received within the window from documents with an applicant in common;
///             external = all other citations received within it.
/// Source      hall-2001-nber (self-citations by assignee)
/// Variant     The window is that of forward_citations, and the two add up to it: a citation is told apart,
///             never dropped. One from a document without applicant is external, so self is a lower bound.
/// Undefined   -1: no day, or no applicant, of the document itself.
/// Inputs      index  of `graph`. applicants  of each node. window_years in 1..100.
/// Result      citations, >= 0. Right-censored like forward_citations.
/// Errors      UsageError  window_years out of range.
/// Cost        O(arcs times applicants of both ends).
/// Stable      Integer counting: same bits everywhere.
/// Checked by  test_self_citations (definition on random graphs)
/// Grade       experimental since 0.2
[[nodiscard]] SelfCitations self_citations(const graph::CitationGraph& graph, const graph::DayIndex& index,
                                           const graph::Lists& applicants, int window_years,
                                           Threads& threads);

} // namespace longmen::indicators
