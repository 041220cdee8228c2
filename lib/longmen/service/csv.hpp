// SPDX-License-Identifier: GPL-3.0-or-later
// One cell of a CSV or TSV file.
#pragma once

#include <longmen/base/table.hpp>

#include <string>
#include <string_view>

namespace longmen::service {

/// Quoted by RFC 4180 where needed. Text a spreadsheet would run as a formula gets a leading apostrophe.
[[nodiscard]] std::string csv_cell(std::string_view text, char separator = ',');
/// A cell of a table: numbers with their digits in files, which never look like a formula; undefined empty.
void append_csv_cell(std::string& text, const Cell& cell, char separator);

} // namespace longmen::service
