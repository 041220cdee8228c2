// SPDX-License-Identifier: GPL-3.0-or-later
// LibreOffice as a program of its own, where it is installed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longmen::ingest::detail {

/// Where `soffice` or `libreoffice` lies in the folders of PATH.
[[nodiscard]] std::optional<std::string> find_office_program();

enum class ProgramEnd : std::uint8_t { done, failed, timed_out };

/// Runs it without a window, with a profile of its own inside `folder`, its words unheard. After two minutes
/// it is ended with all it started.
ProgramEnd run_office_program(const std::string& program, const std::vector<std::string>& arguments,
                              const std::string& folder);

} // namespace longmen::ingest::detail
