// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as an XLSX workbook.
#pragma once

#include <longmen/base/table.hpp>

#include <string>
#include <vector>

namespace longmen::report {

struct Sheet {
    std::string name; ///< at most 31 characters, none of []:*?/\ are kept
    Table table;
};

/// The bytes of a workbook, the same for the same tables: a sheet each, headings bold and frozen, numbers as
/// numbers, text as text (never a formula), undefined cells empty, columns as wide as their text up to a
/// limit. DataError when a table has more rows than a sheet can hold.
[[nodiscard]] std::string spreadsheet(const std::vector<Sheet>& sheets);

} // namespace longmen::report
