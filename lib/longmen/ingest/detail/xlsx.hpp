// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook (XLSX) as tables, one for each sheet in the order of its tabs.
#pragma once

#include <longmen/ingest/detail/office_package.hpp>
#include <longmen/ingest/table_reader.hpp>

namespace longmen::ingest::detail {

/// True when the package holds a workbook of the XLSX kind.
[[nodiscard]] bool is_workbook(const OfficePackage& package);

/// Hidden rows, columns and sheets are kept; formulas give their stored values; chart sheets are passed over.
/// `format` is told to the visitor: `xlsx`, or `xls` for a workbook converted from one. DataError as of
/// read_tables.
void read_workbook(OfficePackage& package, std::string_view format, const Limits& limits,
                   TableVisitor& visitor, Progress& progress);

} // namespace longmen::ingest::detail
