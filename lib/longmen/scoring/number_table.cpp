// SPDX-License-Identifier: GPL-3.0-or-later
// Tables from rows, and what every method refuses in them.
#include <longmen/scoring/number_table.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <cmath>

namespace longmen::scoring {

NumberTable number_table(std::span<const std::vector<double>> rows) {
    NumberTable table{rows.size(), rows.empty() ? 0 : rows.front().size(), {}};
    table.cells.reserve(table.rows * table.columns);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows[row].size() != table.columns) {
            throw UsageError(sentence("第 {} 行有 {} 个数，应为 {} 个",
                                      "row {} has {} numbers where {} are expected", row + 1,
                                      rows[row].size(), table.columns));
        }
        table.cells.insert(table.cells.end(), rows[row].begin(), rows[row].end());
    }
    return table;
}

void check_finite(const NumberTable& table) {
    if (table.cells.size() != table.rows * table.columns) {
        throw UsageError(sentence("表有 {} 行 {} 列，却给了 {} 个数",
                                  "a table of {} rows and {} columns was given {} numbers", table.rows,
                                  table.columns, table.cells.size()));
    }
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        if (std::isinf(table.cells[i])) {
            throw UsageError(sentence("第 {} 行第 {} 列是无穷大", "row {}, column {} is infinite",
                                      i / table.columns + 1, i % table.columns + 1));
        }
    }
}

void check_directions(const NumberTable& table, std::span<const Direction> directions) {
    if (directions.size() != table.columns) {
        throw UsageError(sentence("表有 {} 列，却给了 {} 个方向", "{} columns were given {} directions",
                                  table.columns, directions.size()));
    }
}

std::vector<double> sorted_column(const NumberTable& table, std::size_t column) {
    std::vector<double> values;
    for (std::size_t row = 0; row < table.rows; ++row) {
        if (const double value = table.at(row, column); !std::isnan(value)) {
            values.push_back(value);
        }
    }
    std::ranges::sort(values);
    return values;
}

} // namespace longmen::scoring
