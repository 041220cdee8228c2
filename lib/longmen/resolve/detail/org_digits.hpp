// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese numbers of bodies as digits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace longmen::resolve::detail {

/// 第五十二研究所 is read as 第52研究所: numbers behind 第, or of two characters and more in front of what is
/// `counted`.
[[nodiscard]] std::string with_digits(std::string_view text, const std::vector<std::string>& counted);

} // namespace longmen::resolve::detail
