// SPDX-License-Identifier: GPL-3.0-or-later
// A table as text: aligned for a screen, CSV, TSV, JSON, Markdown.
#pragma once

#include <longmen/base/table.hpp>

#include <string>

namespace longmen::tools {

/// Columns lined up by display width, numbers to the right, undefined as `–`; long texts cut at 60 columns.
std::string screen_text(const Table& table);
/// RFC 4180 with LF; a cell that a spreadsheet would take for a formula gets a leading apostrophe.
std::string separated_text(const Table& table, char separator);
/// An array of objects; undefined is null.
std::string json_text(const Table& table);
std::string markdown_text(const Table& table);

} // namespace longmen::tools
