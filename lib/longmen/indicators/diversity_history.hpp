// SPDX-License-Identifier: GPL-3.0-or-later
// Generality and originality as of many dates, in one pass over the neighbours.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/indicators/diversity.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace longmen::indicators {

/// Spread of the neighbours over classes, as it could be known at each cut-off.
///
/// Question    From how many fields did those come that had followed this document by the end of each year?
/// Definition  For cut-off c: `diversity` of the neighbours that exist at c.
/// Source      trajtenberg-1997; oecd-2013-03; hall-2005 for the correction.
/// Variant     That of `diversity`.
/// Undefined   no_citations, zero_denominator  as for `diversity`, of the neighbours at the cut-off.
/// Inputs      neighbours  ascending, of `graph.citing` or `graph.cited`. classes as for `diversity`.
///             cutoffs  numbers of documents that exist, ascending.
/// Result      0..1, for each document and each cut-off at which it exists.
/// Errors      UsageError  corrected and fractional.
/// Cost        That of `diversity`, and the classes met so far at each cut-off that brings a neighbour;
///             8 bytes a document for packed classes.
/// Stable      Sums in the order of neighbours: same bits for any number of threads, those of separate runs.
/// Checked by  test_diversity_history (separate runs of `diversity` on random graphs)
/// Grade       experimental since 0.1
class DiversityHistory {
    struct State;
    template <typename Packed, typename Spread>
    struct Typed;
    std::unique_ptr<State> state_;

public:
    /// `values[c]` for cut-off c, from the first at which the document exists; those before it tell nothing.
    using Visit = std::function<void(graph::NodeId node, std::size_t first, std::span<const double> values)>;

    /// What is given must outlive it. `threads` serve here only; later for those numbered below their count.
    DiversityHistory(const graph::Lists& neighbours, const graph::Lists& classes, std::uint32_t class_count,
                     DiversityRule rule, bool corrected, std::span<const graph::NodeId> cutoffs,
                     Threads& threads);
    ~DiversityHistory();
    DiversityHistory(const DiversityHistory&) = delete;
    DiversityHistory& operator=(const DiversityHistory&) = delete;

    /// Shows each document from `begin` to before `end` that exists at a cut-off, in order.
    void each(graph::NodeId begin, graph::NodeId end, unsigned thread, const Visit& visit);
};

} // namespace longmen::indicators
