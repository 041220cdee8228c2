// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of a patent row that tell of events: 转让人, 受让人, 转让执行日 become transfers.
#pragma once

#include <longmen/ingest/detail/row_reader.hpp>
#include <longmen/record/event.hpp>
#include <longmen/record/import_row.hpp>

#include <cstddef>
#include <vector>

namespace longmen::ingest::detail {

/// The event columns of one table (Profile::events), gathered by kind.
///
/// Each cell is split by the profile's separators, empty items included, and the columns of a kind that have
/// text in the row are held side by side: the first items make the first event, and so on. Where the numbers
/// of items differ, or a date is none, the whole kind is one event without date that holds the cells as they
/// are, with a remark. Nothing leaves the row: the cells stay where they were.
class EventColumns {
    struct Column {
        std::size_t at = 0;
        EventRole role{};
    };
    struct Kind {
        EventKind kind{};
        std::vector<Column> columns; ///< in the order of the table
    };
    struct Cell {
        Column column;
        std::string_view text;
        std::vector<std::string_view> items;
    };
    const TableContext& context_;
    std::vector<Kind> kinds_; ///< in the order of the enumeration

    [[nodiscard]] std::vector<Cell> cells_of(const TableRow& row, const Kind& kind) const;
    [[nodiscard]] bool read_aligned(const TableRow& row, const Kind& kind, const std::vector<Cell>& cells,
                                    std::vector<EventRow>& events) const;

public:
    explicit EventColumns(const TableContext& context);
    /// In the order of kinds, then of items.
    [[nodiscard]] std::vector<EventRow> read(const TableRow& row) const;
};

} // namespace longmen::ingest::detail
