// SPDX-License-Identifier: GPL-3.0-or-later
// A rectangle of numbers: candidates in rows, terms or schemes in columns; NaN where there is no value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace longmen::scoring {

/// Whether more of a term is better, or less.
enum class Direction : std::uint8_t { more, less };

struct NumberTable {
    std::size_t rows = 0, columns = 0;
    std::vector<double> cells; ///< row by row

    [[nodiscard]] double at(std::size_t row, std::size_t column) const {
        return cells[row * columns + column];
    }
    [[nodiscard]] double& at(std::size_t row, std::size_t column) { return cells[row * columns + column]; }
};

/// UsageError naming the first row that is not as long as the first one.
[[nodiscard]] NumberTable number_table(std::span<const std::vector<double>> rows);

/// UsageError when the cells do not fill the rows, or naming row and column of an infinite cell.
void check_finite(const NumberTable& table);

/// UsageError when there are not as many directions as columns.
void check_directions(const NumberTable& table, std::span<const Direction> directions);

/// The defined cells of a column, ascending: sums over them do not depend on the order of the rows.
[[nodiscard]] std::vector<double> sorted_column(const NumberTable& table, std::size_t column);

} // namespace longmen::scoring
