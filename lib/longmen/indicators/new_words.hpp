// SPDX-License-Identifier: GPL-3.0-or-later
// Words that a document brings in, and how often they are taken up.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/time.hpp>
#include <longmen/indicators/text_rules.hpp>
#include <longmen/indicators/text_terms.hpp>

namespace longmen::indicators {

/// Question    Does the document bring terms into the field of the data that nobody used before?
/// Definition  Number of its terms that no document with an earlier day has.
/// Source      arts-hou-gomez-2021, from memory: new words in title, abstract and claims.
/// Variant     Title and abstract only; terms are those of text_terms (pairs of characters in Chinese), not
///             stemmed and without stop words, which are old by nature. Documents of one day do not make
///             each other's terms old. "Before" is before in these data: a small set finds much to be new.
/// Undefined   NaN: no day or no text, or within `first_years` of the first document with a text.
/// Inputs      terms  of the documents of `graph`; those without a day must have none.
/// Result      terms, >= 0.
/// Errors      none
/// Cost        O(terms of all documents)
/// Stable      Integer counting: same bits for any number of threads.
/// Checked by  test_new_words (definition on random texts)
/// Grade       experimental since 0.2
[[nodiscard]] Buffer<double> new_words(const TextTerms& terms, const graph::CitationGraph& graph,
                                       const graph::DayIndex& index, const TextRules& rules,
                                       Threads& threads);

/// Question    Are the terms that the document brought in taken up?
/// Definition  Sum over its new terms of the later documents within the window that have the term.
/// Source      arts-hou-gomez-2021, from memory: reuse of new words.
/// Variant     As new_words; later is a later day, the window ends as that of forward_citations.
/// Undefined   NaN: as new_words.
/// Inputs      as new_words; window_years in 1..100.
/// Result      uses, >= 0. Right-censored like forward_citations.
/// Errors      UsageError  window_years out of range.
/// Cost        O(terms of all documents, and log of a term's documents for each new one)
/// Stable      Integer counting: same bits for any number of threads.
/// Checked by  test_new_words (definition on random texts)
/// Grade       experimental since 0.2
[[nodiscard]] Buffer<double> new_word_reuse(const TextTerms& terms, const graph::CitationGraph& graph,
                                            const graph::DayIndex& index, int window_years,
                                            const TextRules& rules, Threads& threads);

/// The first document with a text and a day; the number of documents when there is none.
[[nodiscard]] graph::NodeId first_text(const TextTerms& terms, const graph::DayIndex& index);
/// Whether the data reach back `years` before the day of `node`.
[[nodiscard]] bool reaches_back(const graph::CitationGraph& graph, graph::NodeId first, graph::NodeId node,
                                int years);

} // namespace longmen::indicators
