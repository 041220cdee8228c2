// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of tools/commands.cmake as the program sees them.
#pragma once

#include <longmen/base/lang.hpp>

#include <memory>
#include <string_view>
#include <vector>

namespace longmen::tools {

class Command;

enum class CommandGroup { data, value, search, report, upkeep };

struct CommandRow {
    std::string_view name;
    CommandGroup group;
    Text help;
    std::unique_ptr<Command> (*make)();
};

[[nodiscard]] const std::vector<CommandRow>& command_table();

} // namespace longmen::tools
