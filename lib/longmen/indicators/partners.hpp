// SPDX-License-Identifier: GPL-3.0-or-later
// With how many others the applicants of a document file.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/weighted_graph.hpp>

#include <cstdint>

namespace longmen::indicators {

/// Question    How well connected are those who filed the document?
/// Definition  Number of different applicants, other than its own, that share a document with any of its
///             applicants, anywhere in the data.
/// Source      newman-2001
/// Variant     The network is that of co-applicants (graph::co_occurrence), whatever its weights.
/// Undefined   -1: the document has no applicant.
/// Inputs      network  of applicants. applicants  of each document.
/// Result      applicants, at least 0.
/// Errors      none
/// Cost        O(documents); for each list of joint applicants the neighbours of all but the best connected
/// one.
///             8 bytes a document, 4 a joint one, 8 an applicant, and a bit an applicant for each thread.
/// Stable      Integer counting: same bits everywhere.
/// Checked by  test_partners (sets, on random lists)
/// Grade       experimental since 0.1
[[nodiscard]] Buffer<std::int32_t> partners(const graph::WeightedGraph& network,
                                            const graph::Lists& applicants, Threads& threads);

} // namespace longmen::indicators
