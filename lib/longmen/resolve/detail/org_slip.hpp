// SPDX-License-Identifier: GPL-3.0-or-later
// How many slips of the pen lie between two words.
#pragma once

#include <cstddef>
#include <string_view>

namespace longmen::resolve::detail {

/// Damerau-Levenshtein distance (neighbours exchanged count one), or `most + 1` when it is greater than
/// `most`.
[[nodiscard]] std::size_t slip_distance(std::string_view a, std::string_view b, std::size_t most);

} // namespace longmen::resolve::detail
