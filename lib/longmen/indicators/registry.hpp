// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators that one record alone decides, by key.
#pragma once

#include <longmen/indicators/indicator.hpp>

#include <span>
#include <string_view>

namespace longmen::indicators {

/// In the order in which they are listed.
[[nodiscard]] std::span<const Indicator> all_indicators();
/// Null when there is no such key.
[[nodiscard]] const Indicator* find_indicator(std::string_view key);

} // namespace longmen::indicators
