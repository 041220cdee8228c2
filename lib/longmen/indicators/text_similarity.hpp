// SPDX-License-Identifier: GPL-3.0-or-later
// How like the texts of a document are to those before it, and to those after it.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/time.hpp>
#include <longmen/indicators/text_rules.hpp>
#include <longmen/indicators/text_terms.hpp>

#include <cstdint>

namespace longmen::indicators {

enum class TextSide : std::uint8_t {
    backward, ///< documents before
    forward,  ///< documents after
};

/// Sum of text similarity to the documents of some years.
///
/// Question    Is the document unlike what came before, and is what came after like it?
/// Definition  For i earlier than j: similarity = cosine of the vectors tf(w) x bidf(w), both taken with
///             bidf(w) = ln(N / (1 + n(w))), N the documents with a text of the years before i's and n(w)
///             those with w among them; below `floor` 0. backward(j) = sum over i, and forward(i) = sum over
///             j, of the pairs in which j lies within the window of i. tf is a term's share in the
///             document's terms.
/// Source      kelly-2021, from memory.
/// Variant     bidf is that of the start of the earlier document's calendar year, not of its day, and never
///             below 0; a term that more than `most_common` of the N documents have weighs nothing. Title
///             and abstract, terms as text_terms has them. Pairs of one day do not count. Not adjusted for
///             the year: percentiles by cohort serve for that.
/// Undefined   NaN: no day or no text; backward: the data do not reach back over the whole window; forward:
///             no document with a text before its year.
/// Inputs      terms  of the documents of `graph`; those without a day must have none. window_years in
///             1..20.
/// Result      >= 0. forward is right-censored like forward_citations.
/// Errors      UsageError  window_years out of range, or more texts than `most_documents`.
/// Cost        time O(sum over documents and their terms of the term's documents within the window): each
///             pair with a term in common is met, so it grows with the square of the documents where
///             vocabularies are alike, at some hundred million meetings a second and thread; memory 24 bytes
///             a term of a document, 8 a document and year, 8 a document and thread.
/// Stable      Sums in the order of terms and ids: same bits for any number of threads.
/// Checked by  test_text_similarity (definition on random texts)
/// Grade       experimental since 0.2
[[nodiscard]] Buffer<double> text_similarity(const TextTerms& terms, const graph::CitationGraph& graph,
                                             const graph::DayIndex& index, TextSide side, int window_years,
                                             const TextRules& rules, Threads& threads);

/// Importance of a document.
///
/// Question    Is the document unlike what came before and like what came after?
/// Definition  forward similarity over the window / backward similarity over `years_back`.
/// Source      kelly-2021, from memory.
/// Variant     As text_similarity.
/// Undefined   no_data           one of the two is not defined.
///             zero_denominator  nothing before is like it.
/// Inputs      two columns of one length.
/// Result      > 1: more like what came after. Right-censored like forward similarity.
/// Errors      none
/// Cost        O(documents)
/// Stable      One division: same bits everywhere.
/// Checked by  test_text_similarity
/// Grade       experimental since 0.2
[[nodiscard]] Buffer<double> text_importance(const Buffer<double>& forward, const Buffer<double>& backward);

} // namespace longmen::indicators
