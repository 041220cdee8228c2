// SPDX-License-Identifier: GPL-3.0-or-later
// LibreOffice as a program of its own, where it is installed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace longmen::ingest::detail {

enum class ProgramEnd : std::uint8_t { done, failed, timed_out, absent };

/// Runs `soffice`, or `libreoffice`, as the shell would find it: without a window, with a profile of its own
/// inside `folder`, its words unheard. After two minutes it is ended with all it started.
ProgramEnd run_office_program(const std::vector<std::string>& arguments, const std::string& folder);

} // namespace longmen::ingest::detail
