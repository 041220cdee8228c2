// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of US, EP, WO, JP, KR and, by a general rule, of other offices.
#pragma once

#include <longmen/record/number.hpp>

namespace longmen::detail {

/// `folded` is upper case without separators and begins with an office or with PCT.
std::optional<DocNumber> foreign_number(std::string_view folded, NumberHint hint);
std::optional<int> foreign_year(std::string_view office, std::string_view digits);

} // namespace longmen::detail
