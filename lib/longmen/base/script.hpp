// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese script: traditional characters to simplified ones.
#pragma once

#include <string>
#include <string_view>

namespace longmen {

/// Traditional characters become simplified ones, everything else stays (ICU's Traditional-Simplified). Meant
/// for headings and other short words; about 1 MB/s.
[[nodiscard]] std::string simplified(std::string_view text);

} // namespace longmen
