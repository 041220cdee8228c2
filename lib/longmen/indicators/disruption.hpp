// SPDX-License-Identifier: GPL-3.0-or-later
// CD index: is an invention cited instead of its sources, or along with them?
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/time.hpp>

#include <cstdint>

namespace longmen::indicators {

/// Later documents within the window by what they cite.
struct DisruptionCounts {
    std::uint32_t only = 0; ///< the focal document and none of its sources
    std::uint32_t both = 0; ///< the focal document and a source
    std::uint32_t past = 0; ///< a source and not the focal document
};

/// Disruption of all documents of a graph.
///
/// Question    Do later documents cite the focal one f alone, or f together with what f itself cites?
/// Definition  B = documents cited by f in the data. W = documents i with t(f) < t(i) <= t(f) + window that
/// cite
///             f or a member of B. cd = (only - both) / (only + both + past); mcd = cd times (only + both).
/// Source      funk-owen-smith-2017, the CD_t and mCD_t measures with unit weights.
/// Variant     The window ends on the same calendar day `window_years` later (not after 1,825 days); same-day
///             citers are left out. Of years alone the window is counted in years. mCD counts citers within
///             the same bounds, where the authors' code drops the lower one.
/// Undefined   no_citations  W is empty, the day of f is not known, or B is empty: the formula would then
/// give +1
///                           to any cited document, an artefact of missing data (holst-2024).
/// Inputs      graph  window_years in 1..100.
/// Result      the three counts, from which `cd` and `mcd` follow; all zero where f has no day.
/// Errors      UsageError  window_years out of range.
/// Cost        O(sum over f of out(f) + in(f) + in(b) for b in B); a bit for each document of the window, per
///             thread.
/// Stable      Integer counting, one division: same bits for any number of threads.
/// Checked by  test_disruption (hand cases, definition by sets on 500 random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] Buffer<DisruptionCounts> disruption(const graph::CitationGraph& graph,
                                                  const graph::DayIndex& index, int window_years,
                                                  Threads& threads);

/// NaN where undefined. `sources`: how many documents f cites.
[[nodiscard]] double cd_index(const DisruptionCounts& counts, std::uint32_t sources);
[[nodiscard]] double mcd_index(const DisruptionCounts& counts, std::uint32_t sources);

} // namespace longmen::indicators
