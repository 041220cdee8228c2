// SPDX-License-Identifier: GPL-3.0-or-later
// A small table of a user's with named columns, row by row.
#pragma once

#include <longmen/base/lang.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::service::detail {

/// One column a file may have. Headings are compared folded; a unit in brackets behind one is left aside.
struct NamedColumn {
    std::vector<std::string_view> names; ///< the first is the one to show
    bool needed = false;
};

/// One row; what is absent is empty.
struct NamedRow {
    std::uint64_t number = 0;
    std::span<const std::string_view> cells; ///< by column, trimmed
    std::span<const std::string> headings;   ///< by column, as written; empty where absent
};

/// Every row of every table of the file below its heading. Columns with other headings are passed over.
/// DataError: the file cannot be read, or lacks a needed column (naming file, row and what is allowed).
void read_named_columns(const std::string& path, std::span<const NamedColumn> columns,
                        const std::function<void(const NamedRow&)>& take);

} // namespace longmen::service::detail
