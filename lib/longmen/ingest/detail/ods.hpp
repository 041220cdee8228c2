// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets of an OpenDocument spreadsheet, in a package (ODS) or as one XML file (FODS).
#pragma once

#include <longmen/ingest/detail/office_package.hpp>
#include <longmen/ingest/detail/text_source.hpp>
#include <longmen/ingest/table_reader.hpp>

#include <string>

namespace longmen::ingest::detail {

/// One table for each sheet. Numbers, percentages and amounts give their value, dates `YYYY-MM-DD` with
/// ` HH:MM:SS` where they have a time, else the text; annotations, drawings and copies of other files'
/// sheets are left out; hidden rows, columns and sheets are kept. DataError as of read_tables; also for a
/// package with a password, and for OpenDocument files that are no spreadsheet.
void read_ods(OfficePackage& package, const Limits& limits, TableVisitor& visitor, Progress& progress);

/// The same of a flat file; `piece` is its first text.
void read_flat_ods(const std::string& path, TextSource& text, std::string piece, const Limits& limits,
                   TableVisitor& visitor, Progress& progress);

} // namespace longmen::ingest::detail
