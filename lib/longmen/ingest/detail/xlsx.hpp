// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook (XLSX) as tables, one for each sheet in the order of its tabs.
#pragma once

#include <longmen/ingest/detail/xlsx_package.hpp>
#include <longmen/ingest/table_reader.hpp>

namespace longmen::ingest::detail {

/// True when the package holds a workbook of the XLSX kind.
[[nodiscard]] bool is_workbook(const XlsxPackage& package);

/// Hidden rows, columns and sheets are kept; formulas give their stored values; chart sheets are passed over.
/// DataError as of read_tables.
void read_workbook(XlsxPackage& package, const Limits& limits, TableVisitor& visitor, Progress& progress);

} // namespace longmen::ingest::detail
