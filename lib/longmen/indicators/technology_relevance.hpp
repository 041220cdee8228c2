// SPDX-License-Identifier: GPL-3.0-or-later
// Technology relevance: citations of families, corrected for the habits of offices, against families of the
// same field and year.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/time.hpp>
#include <longmen/indicators/breakthrough.hpp>

#include <cstdint>
#include <span>

namespace longmen::indicators {

/// What tells families, fields and offices of the documents.
struct RelevanceInput {
    graph::CitationGraph graph;
    std::span<const std::uint32_t> family; ///< equal numbers: one family; empty: each document is one
    std::span<const std::uint8_t> field;   ///< 0: not known
    std::span<const std::uint32_t> office; ///< of each document, below `offices`; 0: not known
    std::uint32_t offices = 0;
};

struct Relevance {
    Buffer<double> values;        ///< one a document, that of its family; NaN where undefined
    Buffer<std::uint8_t> reasons; ///< numbers of Undefined
    Buffer<std::uint32_t> first;  ///< the earliest document of each document's family, whose window counts
};

/// Technology relevance of all families.
///
/// Question    How much do later families rest on this one, compared with families of its field and age?
/// Definition  w(o) = 1 / mean number of documents cited, over the documents of office o that cite any. c(F)
///             = sum over other families G of the largest w(office of g), g a member of G that cites a
///             member of F within the window. value = c(F) / mean of c over families of F's field and year.
/// Source      ernst-omland-2011, technology relevance, from memory; the vendor's pages for the correction
///             by office and age.
/// Variant     "Like", not the vendor's. The window is that of forward_citations on the earliest document of
///             F with a day; its field and its year by the clock are the family's. Habits of offices are
///             those in the data, all years together. Citations inside a family never count.
/// Undefined   no_data           no member has a day.
///             no_classes        the earliest member has no field.
///             cohort_too_small  fewer than 30 families of the field and year.
///             zero_denominator  none of them is cited.
/// Inputs      window_years in 1..100.
/// Result      1 is average. Right-censored where the window of `first` is open.
/// Errors      UsageError  window_years out of range.
/// Cost        O(arcs log(citations of a family)); 20 bytes a document.
/// Stable      Sums in the order of ids: same bits for any number of threads.
/// Checked by  test_technology_relevance (definition on random families)
/// Grade       experimental since 0.2
[[nodiscard]] Relevance technology_relevance(const RelevanceInput& input, const graph::DayIndex& index,
                                             int window_years, Threads& threads);

} // namespace longmen::indicators
