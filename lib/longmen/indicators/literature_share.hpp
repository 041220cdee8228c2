// SPDX-License-Identifier: GPL-3.0-or-later
// How much of what a document cites is literature, not patents.
#pragma once

#include <longmen/base/undefined.hpp>

#include <cstdint>
#include <optional>

namespace longmen::indicators {

/// Share of literature among the references.
///
/// Question    Does the document rest on science rather than on earlier patents?
/// Definition  literature / (literature + patents), counts of what it cites.
/// Source      oecd-2013-03, NPL citations; their share is its usual form.
/// Variant     Literature is whatever is no patent, scientific or not, as the source counts it; patents are
///             those cited in the data. Reports of search and references in the text are not told apart.
/// Undefined   no_data           the number of literature is not known.
///             impossible_value  it is negative.
///             no_citations      neither is cited.
/// Inputs      literature  references that are no patents. patents  documents cited.
/// Result      0..1.
/// Errors      none.
/// Cost        O(1).
/// Stable      One division: same bits everywhere.
/// Checked by  test_literature_share
/// Grade       experimental since 0.2
[[nodiscard]] Measured<double> literature_share(std::optional<std::int64_t> literature, std::int64_t patents);

} // namespace longmen::indicators
