// SPDX-License-Identifier: GPL-3.0-or-later
// An answer in several parts, printed for people or handed on as a table or JSON.
#pragma once

#include "options/output_options.hpp"

#include <longmen/service/section.hpp>

#include <string>
#include <vector>

namespace longmen::tools {

/// Sections on the screen and in Markdown; `table` for CSV, TSV and XLSX; `json` for JSON.
void write_sections(Context& context, const OutputOptions& output,
                    const std::vector<service::Section>& sections, const Table& table,
                    const std::string& json);

} // namespace longmen::tools
