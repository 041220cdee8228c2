// SPDX-License-Identifier: GPL-3.0-or-later
// Technology cycle time: how old is what is cited?
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/graph/citation_graph.hpp>

#include <cstdint>
#include <span>

namespace longmen::indicators {

/// Median age of what each document cites.
///
/// Question    How fast does the technology move that a document builds on?
/// Definition  Median over the cited documents of t(citing) - t(cited), in years of 365.25 days.
/// Source      kayal-waters-1999, technology cycle time.
/// Variant     t() is the clock of the graph. With a year only on either side, the difference of the years.
///             An even number of ages gives the mean of the two in the middle. Cited documents without a day,
///             or later than the citing one, are left out. No half year is added.
/// Undefined   no_data       the day of the document is not known.
///             no_citations  it cites nothing that has a day before its own.
/// Inputs      graph.
/// Result      years, >= 0; `undefined_age` (-1) for both reasons.
/// Errors      none.
/// Cost        O(arcs) on average.
/// Stable      Each document by itself: same bits for any number of threads.
/// Checked by  test_cycle_time (definition on random graphs)
/// Grade       experimental since 0.2
[[nodiscard]] Buffer<double> median_cited_ages(const graph::CitationGraph& graph, Threads& threads);
inline constexpr double undefined_age = -1;

/// Technology cycle time of a set of documents.
///
/// Question    How fast does the technology move that a portfolio builds on?
/// Definition  Mean over the documents of their median age of what they cite.
/// Source      kayal-waters-1999.
/// Variant     Each document counts once, however much it cites; those without a median are left out.
/// Undefined   no_citations  no document has one.
/// Inputs      ages, as `median_cited_ages` gives them.
/// Result      years, >= 0.
/// Errors      none.
/// Cost        O(n).
/// Stable      Summed in the order given: same bits for the same order.
/// Checked by  test_cycle_time
/// Grade       experimental since 0.2
[[nodiscard]] Measured<double> cycle_time(std::span<const double> ages);

} // namespace longmen::indicators
