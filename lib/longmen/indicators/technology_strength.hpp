// SPDX-License-Identifier: GPL-3.0-or-later
// How much the latest documents cite a portfolio, against the whole: current impact, technology strength.
#pragma once

#include <longmen/base/undefined.hpp>

#include <cstddef>
#include <cstdint>

namespace longmen::indicators {

/// Documents of some years, and the citations to them from one year.
struct Impact {
    std::uint64_t documents = 0, citations = 0;
    friend bool operator==(const Impact&, const Impact&) = default;
};

/// Number of years before the year of the citing documents that count; CHI's convention.
inline constexpr int impact_years = 5;

/// Citations a document.
///
/// Question    How often is a document of this set cited on average?
/// Definition  citations / documents.
/// Source      narin-1993, from memory.
/// Variant     The caller says which citations count (window, self-citations).
/// Undefined   no_data  no documents.
/// Inputs      impact
/// Result      >= 0.
/// Errors      none.
/// Cost        O(1).
/// Stable      One division.
/// Checked by  test_technology_strength
/// Grade       experimental since 0.2
[[nodiscard]] Measured<double> citations_per_document(const Impact& impact);

/// Current impact index.
///
/// Question    Is the recent work of a party cited above average now?
/// Definition  CII(y) = (citations from year y to the party's documents of y-5..y-1 / their number) / (the
///             same for the whole system).
/// Source      narin-1993, from memory.
/// Variant     One system (no field correction): compare parties of one field only. The party belongs to the
///             system. 1 is average.
/// Undefined   no_data           the party has no documents of y-5..y-1.
///             zero_denominator  nobody's documents of these years are cited in y.
/// Inputs      own, whole documents of y-5..y-1 and the citations to them from y.
/// Result      >= 0.
/// Errors      none.
/// Cost        O(1).
/// Stable      A fixed order of operations: same bits everywhere.
/// Checked by  test_technology_strength
/// Grade       experimental since 0.2
[[nodiscard]] Measured<double> current_impact(const Impact& own, const Impact& whole);

/// Technology strength.
///
/// Question    How large is a party's output, weighted by how much it is cited now?
/// Definition  TS(y) = documents of year y x CII(y).
/// Source      narin-1993, from memory.
/// Variant     Documents of the year y itself, not of the years whose citations make the index.
/// Undefined   as CII.
/// Inputs      documents  of the party in year y.
///             impact  its current impact index.
/// Result      >= 0.
/// Errors      none.
/// Cost        O(1).
/// Stable      One product.
/// Checked by  test_technology_strength
/// Grade       experimental since 0.2
[[nodiscard]] Measured<double> technology_strength(std::size_t documents, const Measured<double>& impact);

} // namespace longmen::indicators
