// SPDX-License-Identifier: GPL-3.0-or-later
// A table of a relational source, row by row, as the cells of the columns that are wanted.
#pragma once

#include <longmen/base/progress.hpp>
#include <longmen/ingest/bulk_tables.hpp>
#include <longmen/ingest/detail/bulk_layout.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

/// Which tables there are: files by the id of their profile, in the order given.
struct SourceFile {
    std::string path, table;
};

class CellRow {
    std::uint64_t number_;
    FaultList& faults_;

public:
    std::span<const std::string_view> cells; ///< without blanks around them; empty where the table has none

    CellRow(std::uint64_t number, FaultList& faults, std::span<const std::string_view> its_cells)
        : number_(number), faults_(faults), cells(its_cells) {}
    [[nodiscard]] std::string_view operator[](std::size_t column) const { return cells[column]; }
    /// The row is counted with those that cannot be used.
    void refuse(BulkFault fault) const;
};

/// Calls `take` for each row below the heading, in the order of the file; the first `needed` of `columns`
/// must be there. Rows without these cells, or with cells that are no text, are counted in `report.faults`.
/// Returns the number of rows. DataError: the file cannot be read, or lacks a column needed.
std::uint64_t each_row(const std::string& path, std::span<const std::string_view> columns, std::size_t needed,
                       BulkFaults& faults, Progress& progress,
                       const std::function<void(const CellRow&)>& take);

/// A whole number above zero; 0 for every other text.
[[nodiscard]] std::uint64_t positive(std::string_view text);

} // namespace longmen::ingest::detail
