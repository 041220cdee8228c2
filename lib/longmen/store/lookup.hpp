// SPDX-License-Identifier: GPL-3.0-or-later
// From what a person types to a row: patents by any number, enterprises by code or any name.
#pragma once

#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace longmen::store {

[[nodiscard]] std::optional<std::int64_t> find_patent(const Workspace& workspace, std::string_view number);
[[nodiscard]] std::optional<std::int64_t> find_enterprise(const Workspace& workspace,
                                                          std::string_view name_or_code);
/// Enterprises whose park is written so, width, case and blanks apart.
[[nodiscard]] std::vector<std::int64_t> enterprises_of_park(const Workspace& workspace,
                                                            std::string_view park);

} // namespace longmen::store
