// SPDX-License-Identifier: GPL-3.0-or-later
// Ranks freed from age: each held against documents of its time.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>

#include <cstddef>

namespace longmen::indicators {

inline constexpr std::size_t fewest_contemporaries = 50;

/// How many documents are taken as contemporaries of one: 5 % of those with a day, at least 50, at most
/// 15,000 and at most all.
[[nodiscard]] std::size_t contemporaries(std::size_t dated);

/// Question    Does a document rank high for its age, not because of it?
/// Definition  (x - mean) / standard deviation of x over the D documents nearest in the order of time.
/// Source      mariani-2018 (there D is about 15,000 of 6 million; smaller data take `contemporaries`)
/// Variant     The window holds the document and moves to stay inside the dated documents at both ends. The
///             standard deviation is that of the window, not of a sample.
/// Undefined   NaN: no day, fewer than 50 documents with a day, or all of the window equal.
/// Inputs      values  one a node, finite, in the order of time, such as PageRank.
/// Result      standard deviations above the mean.
/// Errors      none
/// Cost        O(nodes); 32 bytes a node.
/// Stable      Sums run in one order, in long double: same bits for any number of threads.
/// Checked by  test_rescaled_rank (definition on random values)
/// Grade       experimental since 0.1
[[nodiscard]] Buffer<double> rescaled_rank(const Buffer<double>& values, std::size_t first_dated,
                                           Threads& threads);

} // namespace longmen::indicators
