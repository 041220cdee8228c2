// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a child table, many to a statement.
#pragma once

#include <longmen/store/detail/sqlite.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::store::detail {

/// Gathers rows and inserts them, in order, 256 at a time: a cursor that stands where the last row went
/// finds the place of the next one without going down the tree. What is gathered must be flushed before the
/// table is read or changed by others.
class BulkInsert {
    static constexpr std::size_t rows_of_statement = 256;

    struct Value {
        std::int64_t integer = 0; ///< or where the text begins
        std::size_t length = 0;
        bool text = false;
    };

    std::size_t columns_;
    Statement one_, many_;
    std::string texts_;
    std::vector<Value> values_;

    void run(Statement& statement, std::size_t first, std::size_t count);

public:
    /// `into`: `INSERT INTO class`; `otherwise`: what stands behind the values, may be empty.
    BulkInsert(const Database& database, std::string_view into, std::size_t columns,
               std::string_view otherwise = {});
    BulkInsert& add(std::int64_t value);
    BulkInsert& add(std::string_view text);
    void end_row();
    void flush();
};

} // namespace longmen::store::detail
