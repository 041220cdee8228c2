// SPDX-License-Identifier: GPL-3.0-or-later
// Generality and originality: over how many classes citing and cited documents spread.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>

#include <cstdint>

namespace longmen::indicators {

/// How the classes of the neighbours are counted.
enum class DiversityRule : std::uint8_t {
    pooled,     ///< every class of every neighbour counts one
    fractional, ///< every neighbour counts one, shared by its classes
    first,      ///< every neighbour counts one, in its first class
};

/// One number a node; NaN where undefined (no neighbour has a class).
using Shares = Buffer<double>;

/// Spread of the documents that cite (generality) or are cited (originality) over classes.
///
/// Question    Do the documents that follow, or precede, this one come from many fields or from one?
/// Definition  1 - sum over classes j of s_j^2, where s_j is the share of class j among the neighbours.
/// Source      trajtenberg-1997; oecd-2013-03 (generality: fractional over citing documents, originality:
/// pooled
///             over the codes of the cited ones); hall-2005 for the correction.
/// Variant     The rule tells what is counted. Corrected: times N / (N - 1) for N counted, undefined for N <
/// 2;
///             it assumes equal weights and is refused for the fractional rule.
/// Undefined   no_citations  no neighbour in the data, or none with a class.
///             zero_denominator  corrected, with one counted.
/// Inputs      neighbours  `graph.citing` for generality, `graph.cited` for originality.
///             classes     of each node, each once, ids below `class_count`; the first is the main one.
/// Result      0..1.
/// Errors      UsageError  corrected and fractional.
/// Cost        O(arcs times classes of a neighbour); 8 bytes a node for packed classes.
/// Stable      Pooled and first: integer counting, one division. Fractional: sums in the order of neighbours.
///             Same bits for any number of threads.
/// Checked by  test_diversity (worked values, definition on 500 random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] Shares diversity(const graph::Lists& neighbours, const graph::Lists& classes,
                               std::uint32_t class_count, DiversityRule rule, bool corrected,
                               Threads& threads);

} // namespace longmen::indicators
