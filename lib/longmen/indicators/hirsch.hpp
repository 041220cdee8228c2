// SPDX-License-Identifier: GPL-3.0-or-later
// Hirsch-type indices: one number for how many documents of a set are much cited.
#pragma once

#include <longmen/base/undefined.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace longmen::indicators {

struct Hirsch {
    std::size_t h = 0, g = 0;
    double m = 0; ///< h a year
};

/// Indices of Hirsch's kind for a set of documents.
///
/// Question    How broad is the base of much cited documents?
/// Definition  h = the largest number with h documents cited at least h times each.
///             g = the largest number with the g most cited documents cited at least g^2 times together.
///             m = h / years active.
/// Source      hirsch-2005 for h and m; egghe-2006 for g.
/// Variant     g does not exceed the number of documents (no fictitious uncited documents are added).
///             Citations up to the cut-off date without window: h never falls, and sets of different age are
///             not comparable by it.
/// Undefined   no_data  no document with a known count; `years_active` below 1 makes m that of one year.
/// Inputs      citations  of each document; negative ones are not known and left out.
///             years_active  calendar years from the first document to the cut-off date, both counted.
/// Result      h, g, m.
/// Errors      none.
/// Cost        O(n log n), memory O(n).
/// Stable      Integer counting, one division: same bits for any order of the input.
/// Checked by  test_hirsch (definition on random sets)
/// Grade       experimental since 0.2
[[nodiscard]] Measured<Hirsch> hirsch(std::span<const std::int32_t> citations, int years_active);

} // namespace longmen::indicators
