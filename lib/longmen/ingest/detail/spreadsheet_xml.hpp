// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks as one XML file of Excel 2002 and 2003 (SpreadsheetML), which often bear the extension .xls.
#pragma once

#include <longmen/ingest/detail/text_source.hpp>
#include <longmen/ingest/table_reader.hpp>

#include <string>

namespace longmen::ingest::detail {

/// One table for each worksheet; comments are left out, hidden rows and columns kept. `piece` is the first
/// text of the file. DataError as of read_tables.
void read_spreadsheet_xml(const std::string& path, TextSource& text, std::string piece, const Limits& limits,
                          TableVisitor& visitor, Progress& progress);

} // namespace longmen::ingest::detail
