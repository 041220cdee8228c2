// SPDX-License-Identifier: GPL-3.0-or-later
// Citations received, for all windows and as of many dates, in one pass over the citers.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/time.hpp>
#include <longmen/indicators/history.hpp>

#include <cstdint>
#include <functional>
#include <memory>

namespace longmen::indicators {

/// Citations received within windows, as they could be counted at each cut-off.
///
/// Question    How often had this document been cited within N years, as known at the end of each year?
/// Definition  For window w and cut-off c: `forward_citations` with window w on the graph of the documents
///             that exist at c.
/// Source      oecd-2013-03, forward citations.
/// Variant     That of `forward_citations`. A citation counts from the date of the citing document.
/// Undefined   no_data  the day of the document is not known.
/// Inputs      graph  grid: windows in 1..100, ascending; cut-offs as numbers of documents, ascending.
/// Result      citations, >= 0; -1 where undefined. Right-censored where the window ends after the cut-off.
/// Errors      UsageError  a window out of range, a grid without windows or cut-offs or not in order.
/// Cost        O(arcs + nodes times (windows + cut-offs)); 4 bytes a document, and 2^14 bytes a thread.
/// Stable      Integer counting: same bits everywhere, those of separate runs.
/// Checked by  test_citation_history (separate runs of `forward_citations` on random graphs)
/// Grade       experimental since 0.1
class CitationHistory {
    struct State;
    std::unique_ptr<State> state_;

public:
    using Visit = std::function<void(graph::NodeId node, const History<std::int32_t>& history)>;

    /// `graph`, `index` and `grid` must outlive it. For threads numbered below `threads`.
    CitationHistory(const graph::CitationGraph& graph, const graph::DayIndex& index, const HistoryGrid& grid,
                    unsigned threads);
    ~CitationHistory();
    CitationHistory(const CitationHistory&) = delete;
    CitationHistory& operator=(const CitationHistory&) = delete;

    /// Shows each document from `begin` to before `end` that exists at a cut-off, in order; what is shown
    /// lives until `visit` returns.
    void each(graph::NodeId begin, graph::NodeId end, unsigned thread, const Visit& visit);
};

} // namespace longmen::indicators
