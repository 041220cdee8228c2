// SPDX-License-Identifier: GPL-3.0-or-later
// What subclasses are called, as far as a workspace has taken in a table of titles.
#pragma once

#include <longmen/store/workspace.hpp>

#include <map>
#include <string>
#include <string_view>

namespace longmen::service {

/// Short titles by subclass (`B64C`): what stands before the first semicolon or bracket. Empty when no table
/// of titles was taken in.
using ClassTitles = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] ClassTitles class_titles(const store::Workspace& workspace);

/// `B64C 飞机`, or the symbol alone.
[[nodiscard]] std::string with_title(std::string_view symbol, const ClassTitles& titles);

} // namespace longmen::service
