// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as text with a fixed number of significant digits, by the hundred million.
#pragma once

#include <string>

namespace longmen {

inline constexpr int significant_digits = 10;

/// Appends what `std::to_chars(..., std::chars_format::general, significant_digits)` gives, whole numbers
/// below 1e15 with all their digits. Precondition: finite.
void append_significant(std::string& text, double value);

} // namespace longmen
