// SPDX-License-Identifier: GPL-3.0-or-later
// Radicalness: how far the sources of a document lie outside its own classes.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>

#include <cstdint>

namespace longmen::indicators {

enum class RadicalnessUnit : std::uint8_t {
    codes,     ///< every class symbol of every cited document counts one (OECD)
    documents, ///< every cited document counts one: outside when it shares no class
};

/// Question    Does the document build on fields it is not in?
/// Definition  codes: of the symbols of all cited documents, the share whose class is not among the
///             document's own. documents: of the cited documents with a class, the share that has none of
///             them.
/// Source      oecd-2013-03
/// Variant     Classes are subclasses; a document with two symbols in one subclass has it twice.
/// Undefined   NaN: the document has no class, or nothing it cites has one.
/// Inputs      classes  of each node, in any order, below `class_count`.
/// Result      0..1.
/// Errors      none
/// Cost        O(classes of all cited documents); 8 bytes a class and thread.
/// Stable      Integer counting, one division: same bits for any number of threads.
/// Checked by  test_radicalness (worked value, definition on random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] Buffer<double> radicalness(const graph::CitationGraph& graph, const graph::Lists& classes,
                                         std::uint32_t class_count, RadicalnessUnit unit, Threads& threads);

} // namespace longmen::indicators
