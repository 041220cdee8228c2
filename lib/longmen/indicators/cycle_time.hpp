// SPDX-License-Identifier: GPL-3.0-or-later
// Technology cycle time: how old is what is cited?
#pragma once

#include <longmen/base/undefined.hpp>

#include <span>

namespace longmen::indicators {

/// Technology cycle time of a set of documents.
///
/// Question    How fast does the technology move that a portfolio builds on?
/// Definition  Mean over the documents of their median age of what they cite.
/// Source      kayal-waters-1999.
/// Variant     Each document counts once, however much it cites; those without a median are left out.
/// Undefined   no_citations  no document has one.
/// Inputs      ages, medians of `citation_lags` backward, NaN where there is none.
/// Result      years, >= 0.
/// Errors      none.
/// Cost        O(n).
/// Stable      Summed in the order given: same bits for the same order.
/// Checked by  test_cycle_time
/// Grade       experimental since 0.2
[[nodiscard]] Measured<double> cycle_time(std::span<const double> ages);

} // namespace longmen::indicators
