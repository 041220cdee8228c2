// SPDX-License-Identifier: GPL-3.0-or-later
// Several texts in one, whatever characters they hold.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace longmen::search::detail {

/// Adds a text behind its length: `3:abc`.
void pack(std::string& packed, std::string_view text);
/// The texts in their order; those before the place where it cannot be read.
[[nodiscard]] std::vector<std::string_view> unpack(std::string_view packed);

} // namespace longmen::search::detail
