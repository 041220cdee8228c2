// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as text with a fixed number of significant digits, by the hundred million.
#pragma once

#include <cstddef>

namespace longmen {

inline constexpr int significant_digits = 10;

inline constexpr std::size_t longest_significant = 24; ///< bytes

/// Writes what `std::to_chars(..., std::chars_format::general, significant_digits)` gives, whole numbers
/// below 1e15 with all their digits, and returns the end. Preconditions: `value` is finite; there is room for
/// `longest_significant` bytes.
[[nodiscard]] char* write_significant(char* to, double value);

} // namespace longmen
