// SPDX-License-Identifier: GPL-3.0-or-later
// Merged cells of an XLSX sheet, which stand behind its rows in the file.
#pragma once

#include <longmen/ingest/detail/office_package.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace longmen::ingest::detail {

/// Merged cells that reach over more than one row.
class SheetMerges {
    std::map<std::pair<std::uint64_t, std::size_t>, std::uint64_t>
        last_; ///< first row and column -> last row

public:
    /// Parses the sheet only when its bytes speak of merged cells. DataError when there are more than a sheet
    /// made by people has.
    static SheetMerges read(OfficePackage& package, const std::string& part);
    /// Last row of the merged cell that begins here; 0 when none does.
    [[nodiscard]] std::uint64_t last_row(std::uint64_t row, std::size_t column) const {
        const auto found = last_.empty() ? last_.end() : last_.find({row, column});
        return found == last_.end() ? 0 : found->second;
    }
};

} // namespace longmen::ingest::detail
