// SPDX-License-Identifier: GPL-3.0-or-later
// Every indicator by its key: what commands list, models name and documentation prints.
#pragma once

#include <longmen/indicators/indicator.hpp>

#include <span>
#include <string>
#include <string_view>

namespace longmen::indicators {

/// In the order in which they are listed.
[[nodiscard]] std::span<const Indicator> all_indicators();
/// Null when there is no such key.
[[nodiscard]] const Indicator* find_indicator(std::string_view key);
/// `a, b, c`: the allowed names, for messages.
[[nodiscard]] std::string indicator_keys();

} // namespace longmen::indicators
