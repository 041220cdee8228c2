// SPDX-License-Identifier: GPL-3.0-or-later
// Years between documents and what they cite, or what cites them.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>

#include <cstdint>

namespace longmen::indicators {

enum class LagStatistic : std::uint8_t { mean, median };

/// Question    How old is the knowledge a document rests on, or how long does it take to be taken up?
/// Definition  Mean or median over its neighbours of the years between the two documents.
/// Source      hall-2001-nber (BCKGTLAG, FWDAPLAG: means); kayal-waters-1999 (technology cycle time: the
///             median age of what is cited)
/// Variant     The clock is that of the graph; a year has 365.2425 days, and where one side has only a year
///             the lag is the difference of the years. Neighbours without a day, and citations of later
///             documents, are left out. The median of an even number is the mean of the middle two.
/// Undefined   NaN: the document has no day, or no neighbour is left.
/// Inputs      neighbours  `graph.cited` (backward) or `graph.citing` (forward).
/// Result      years, at least 0.
/// Errors      none
/// Cost        O(arcs); the median sorts each list of lags.
/// Stable      Sums in the order of ids: same bits for any number of threads.
/// Checked by  test_citation_lags (definition on random graphs, hand cases)
/// Grade       experimental since 0.1
[[nodiscard]] Buffer<double> citation_lags(const graph::CitationGraph& graph, const graph::Lists& neighbours,
                                           LagStatistic statistic, Threads& threads);

} // namespace longmen::indicators
