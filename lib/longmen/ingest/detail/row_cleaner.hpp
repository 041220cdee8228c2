// SPDX-License-Identifier: GPL-3.0-or-later
// What spreadsheets and the people who use them put around values, taken off before a row is read.
#pragma once

#include <longmen/ingest/detail/row_reader.hpp>

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

/// The value inside the marks by which people keep a code from being taken for a number: `="0301"`, `'0301`,
/// `0301'`. Nothing when the cell bears none.
[[nodiscard]] std::optional<std::string> without_text_marks(std::string_view cell);

/// True for what a formula leaves that failed: `#N/A`, `#REF!`, `Err:502`.
[[nodiscard]] bool is_formula_error(std::string_view cell);

/// The rows of one table. Marks of text are taken off; a failed formula is no value, with a remark; a cell
/// that a merged one above covers has its value, except where that would make a record or an amount twice:
/// the numbers of a patent, name and code in a list of enterprises, counts, amounts.
class RowCleaner {
    const TableContext& context_;
    std::vector<bool> repeats_; ///< by column
    std::optional<std::uint64_t> first_row_;
    std::vector<std::string_view> cells_;
    std::deque<std::string> texts_; ///< that `cells_` point into

    void take_covered(const TableRow& row);
    void take_marks(const TableRow& row);

public:
    explicit RowCleaner(const TableContext& context);
    /// The views hold until the next call. Merged cells that begin above the first row are part of the
    /// heading.
    TableRow clean(const TableRow& row);
};

} // namespace longmen::ingest::detail
