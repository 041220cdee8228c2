// SPDX-License-Identifier: GPL-3.0-or-later
// How widely an invention is protected: the vendor's count, and ours over the listed members.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/record/patent.hpp>

namespace longmen::indicators {

/// Size of the patent's family, by the vendor's count.
///
/// Question    In how many places did the owner find protection worth its cost?
/// Definition  The number in the vendor's column.
/// Source      oecd-2013-03 for the use of family size; the count itself is the vendor's.
/// Variant     Vendors count documents, or applications, of the simple family; OECD counts offices
///             (see family_offices).
/// Undefined   no_data           the export has no such column, or the cell is empty.
///             impossible_value  the count is negative.
/// Inputs      patent  vendor_family_size.
/// Result      members, >= 0 (some vendors leave the patent itself out).
/// Errors      none.
/// Cost        O(1).
/// Stable      Copies an integer; same bits everywhere.
/// Checked by  test_family_size
/// Grade       experimental since 0.1
[[nodiscard]] Measured<double> vendor_family_size(const Patent& patent, Date as_of);

/// Offices in which the family is protected, counted over the members the record lists.
///
/// Question    In how many jurisdictions is the invention protected?
/// Definition  Number of distinct offices among the listed members and the patent itself.
/// Source      oecd-2013-03, family size.
/// Variant     EP counts as one office (validations are not known), WO as none. A member's office is the two
///             letters its canonical number starts with. Pending members count. Of a bare snapshot: over the
///             documents of its family there.
/// Undefined   no_data         no member is listed.
///             not_applicable  WO publications only.
/// Inputs      patent  family_members, office.
/// Result      offices, >= 1.
/// Errors      none.
/// Cost        O(m log m) for m members.
/// Stable      Integer counting; same bits everywhere.
/// Checked by  test_family_size
/// Grade       experimental since 0.1
[[nodiscard]] Measured<double> family_offices(const Patent& patent, Date as_of);

} // namespace longmen::indicators
