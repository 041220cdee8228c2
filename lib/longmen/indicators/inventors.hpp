// SPDX-License-Identifier: GPL-3.0-or-later
// How many people made the invention.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/record/patent.hpp>

namespace longmen::indicators {

/// Inventors named.
///
/// Question    How large a team stands behind the patent?
/// Definition  Number of different names in the list of inventors.
/// Source      allison-2004, one of the marks of valuable patents.
/// Variant     Names as the source writes them; two people of one name count once.
/// Undefined   no_data  no inventor is known (people may ask not to be named).
/// Inputs      patent  inventors.
/// Result      people, >= 1.
/// Errors      none.
/// Cost        O(k log k) for k names.
/// Stable      Integer; same bits everywhere.
/// Checked by  test_inventors
/// Grade       experimental since 0.2
[[nodiscard]] Measured<double> inventors(const Patent& patent, Date as_of);

} // namespace longmen::indicators
