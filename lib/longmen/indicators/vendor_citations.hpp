// SPDX-License-Identifier: GPL-3.0-or-later
// Citation counts as a vendor's export gives them; they are never mixed with counts of our own.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/record/patent.hpp>

namespace longmen::indicators {

/// Times a patent is cited, by the vendor's count.
///
/// Question    How often do later patents rest on this one?
/// Definition  The number in the vendor's column, at the vendor's cut-off.
/// Source      oecd-2013-03 for the use of citation counts; the count itself is the vendor's.
/// Variant     No window: OECD counts within 5 or 7 years of publication, a vendor up to the day of the
/// export.
///             Vendors differ in unit (documents or families) and in self-citations; a cohort must hold one
///             kind. Value plus complete = no when publication (else filing) is less than 5 years before
///             as_of, or neither date is known: more citations are still to come.
/// Undefined   no_data           the export has no such column, or the cell is empty.
///             impossible_value  the count is negative.
/// Inputs      patent  vendor_forward_citations, pub_date, app_date.
///             as_of   the cut-off date.
/// Result      citations, >= 0; completeness.
/// Errors      none.
/// Cost        O(1).
/// Stable      Copies an integer; same bits everywhere.
/// Checked by  test_vendor_citations
/// Grade       experimental since 0.1
[[nodiscard]] Measured<double> vendor_forward_citations(const Patent& patent, Date as_of);

/// Patents that a patent cites, by the vendor's count.
///
/// Question    How much earlier art does the patent stand on?
/// Definition  The number in the vendor's column.
/// Source      oecd-2013-03, backward citations (self-citations included).
/// Variant     The vendor's count of documents; older Chinese documents often carry no references, and an
///             export then says 0: such a 0 cannot be told from a true one.
/// Undefined   no_data           the export has no such column, or the cell is empty.
///             impossible_value  the count is negative.
/// Inputs      patent  vendor_backward_citations.
/// Result      citations, >= 0.
/// Errors      none.
/// Cost        O(1).
/// Stable      Copies an integer; same bits everywhere.
/// Checked by  test_vendor_citations
/// Grade       experimental since 0.1
[[nodiscard]] Measured<double> vendor_backward_citations(const Patent& patent, Date as_of);

} // namespace longmen::indicators
