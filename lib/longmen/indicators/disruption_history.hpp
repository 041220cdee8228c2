// SPDX-License-Identifier: GPL-3.0-or-later
// CD index for all windows and as of many dates, in one pass over the later citers.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/time.hpp>
#include <longmen/indicators/disruption.hpp>
#include <longmen/indicators/history.hpp>

#include <cstdint>
#include <functional>
#include <memory>

namespace longmen::indicators {

/// Later documents up to a bound, as a pass over them counts.
struct alignas(16) DisruptionSums {
    std::uint32_t citing = 0;         ///< cite the focal document
    std::uint32_t both = 0;           ///< and a source of it
    std::uint32_t citing_sources = 0; ///< cite a source
    std::uint32_t none = 0;           ///< fills up, so that all are added at once

    [[nodiscard]] DisruptionCounts counts() const { return {citing - both, both, citing_sources - both}; }
};

/// Disruption within windows, as it could be known at each cut-off.
///
/// Question    How disruptive was this document, as known at the end of each year, after 1, 2, ... 30 years?
/// Definition  For window w and cut-off c: `disruption` with window w on the graph of the documents of c.
/// Each
///             later citer is classified once (only, both, past) and falls between two steps of time.
/// Source      funk-owen-smith-2017, the CD_t and mCD_t measures with unit weights.
/// Variant     That of `disruption`. A source later than the cut-off (cited forward in time) is none yet.
/// Undefined   no_citations  as for `disruption`, of what exists at the cut-off.
/// Inputs      graph  grid: windows in 1..100, ascending; cut-offs as numbers of documents, ascending.
/// Result      sums up to each step, from which `disruption`'s counts follow, and with them cd and mcd.
/// Errors      UsageError  a window out of range, a grid without windows or cut-offs or not in order.
/// Cost        That of `disruption` with the longest window, and O(nodes times (windows + cut-offs)); per
///             thread a bit for each document of the longest window, 8 bytes a document, and 2^14 bytes. A
///             document with a source later than itself is walked once for each set of sources it has had.
/// Stable      Integer counting, one division: same bits for any number of threads, those of separate runs.
/// Checked by  test_disruption_history (separate runs of `disruption` on random graphs)
/// Grade       experimental since 0.1
class DisruptionHistory {
    struct State;
    std::unique_ptr<State> state_;

public:
    using Visit = std::function<void(graph::NodeId node, const History<DisruptionSums>& history)>;

    /// `graph`, `index` and `grid` must outlive it. For threads numbered below `threads`.
    DisruptionHistory(const graph::CitationGraph& graph, const graph::DayIndex& index,
                      const HistoryGrid& grid, unsigned threads);
    ~DisruptionHistory();
    DisruptionHistory(const DisruptionHistory&) = delete;
    DisruptionHistory& operator=(const DisruptionHistory&) = delete;

    /// Shows each document from `begin` to before `end` that exists at a cut-off, in order, with one history
    /// or several that follow each other; what is shown lives until `visit` returns. The ranges of one thread
    /// must ascend.
    void each(graph::NodeId begin, graph::NodeId end, unsigned thread, const Visit& visit);
};

} // namespace longmen::indicators
