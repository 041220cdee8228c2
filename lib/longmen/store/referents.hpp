// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind codes and ids, as reference tables that were taken in tell it.
#pragma once

#include <longmen/store/workspace.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace longmen::store {

/// Spaces of reference tables (models/sources/reference.toml).
inline constexpr std::string_view division_space = "division:cn";
inline constexpr std::string_view class_title_space = "class:ipc";
inline constexpr std::string_view event_code_space = "event_code";

/// Calls `take(id, name)` for each of a space, by id.
void each_referent(const Workspace& workspace, std::string_view space,
                   const std::function<void(const std::string& id, const std::string& name)>& take);

/// The name behind an id, empty when it is not known.
[[nodiscard]] std::string referent_name(const Workspace& workspace, std::string_view space,
                                        std::string_view id);

} // namespace longmen::store
