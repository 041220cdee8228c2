// SPDX-License-Identifier: GPL-3.0-or-later
// Texts made of cells, tied to the columns of the table in hand.
#pragma once

#include <longmen/ingest/detail/row_reader.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

/// The column of a heading, by its key; nothing for a table that has none. Columns that are composed are
/// passed over.
[[nodiscard]] std::optional<std::size_t> column_of_heading(const std::vector<Column>& columns,
                                                           std::string_view key);

/// The trimmed cell; empty when the row or table has none, or it says that there is nothing.
[[nodiscard]] std::string_view told(const TableRow& row, std::optional<std::size_t> column,
                                    const Profile& profile);

/// A cell that counts from zero, such as a sequence; nothing when it is none.
[[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view cell);

class TiedTexts {
    struct Piece {
        std::string literal;
        bool cell = false; ///< a cell follows the literal
        std::optional<std::size_t> column;
    };
    struct Alternative {
        std::vector<Piece> pieces;
        bool conditional = false;
        bool except = false;
        std::optional<std::size_t> only, positive;
        std::vector<std::string> words;
        bool wants_positive = false;
    };
    const Profile& profile_;
    std::vector<Alternative> alternatives_;
    std::size_t column_ = 0;

    [[nodiscard]] bool holds(const Alternative& alternative, const TableRow& row) const;
    [[nodiscard]] std::string compose(const Alternative& alternative, const TableRow& row) const;

public:
    TiedTexts(const CellTexts& texts, const std::vector<Column>& columns, const Profile& profile);
    /// The first alternative whose condition holds and of whose cells one is told; else empty.
    [[nodiscard]] std::string read(const TableRow& row) const;
    /// First column that takes part; where a remark points.
    [[nodiscard]] std::size_t column() const { return column_; }
};

} // namespace longmen::ingest::detail
