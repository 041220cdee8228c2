// SPDX-License-Identifier: GPL-3.0-or-later
// Citations between documents of one applicant.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>

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
/// out
///             of other indicators.
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

} // namespace longmen::indicators
