// SPDX-License-Identifier: GPL-3.0-or-later
// Science linkage: how much does a portfolio rest on what is no patent?
#pragma once

#include <longmen/base/undefined.hpp>

#include <cstdint>
#include <span>

namespace longmen::indicators {

/// Science linkage.
///
/// Question    How close is a portfolio to science?
/// Definition  Mean number of references to documents other than patents.
/// Source      narin-1993, from memory.
/// Variant     Every reference that is no patent counts: scientific papers are not told from manuals or from
///             standards. Documents whose number is not known are left out; 0 references is a value.
/// Undefined   no_data  no document with a known number.
/// Inputs      references of each document; negative ones are not known.
/// Result      >= 0.
/// Errors      none.
/// Cost        O(n).
/// Stable      Integer sum, one division: same bits for any order.
/// Checked by  test_science_linkage
/// Grade       experimental since 0.2
[[nodiscard]] Measured<double> science_linkage(std::span<const std::int32_t> references);

} // namespace longmen::indicators
