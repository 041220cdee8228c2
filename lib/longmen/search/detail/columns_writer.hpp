// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the columns of an index.
#pragma once

#include <longmen/search/detail/columns.hpp>
#include <longmen/store/texts.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace longmen::search::detail {

/// What a record counts as in each column; members of a list are joined by '\n'.
[[nodiscard]] std::array<std::string, counted_by> counted_values(const store::TextRecord& record);

/// Gathers columns in memory: of other columns, of records. What comes later stands.
class ColumnsWriter {
    struct Names {
        std::unordered_map<std::string, std::uint32_t> numbers;
        std::vector<const std::string*> in_order;

        std::uint32_t number(std::string name);
    };
    struct Gathered {
        std::vector<std::uint32_t> rows;
        Names names;
        Names lists; ///< by the bytes of their members' numbers

        std::uint32_t list(const std::vector<std::uint32_t>& members);
        void set(std::uint32_t row, std::uint32_t list);
    };
    std::array<Gathered, counted_by> columns_;
    std::size_t rows_ = 0;

    void add(Gathered& gathered, const Column& column, std::size_t rows);

public:
    ColumnsWriter();
    void add(const Columns& columns);
    void set(std::uint32_t row, const std::array<std::string, counted_by>& values);
    /// The file is there whole or not at all. DataError when it cannot be written.
    void write(const std::string& path) const;
};

} // namespace longmen::search::detail
