// SPDX-License-Identifier: GPL-3.0-or-later
// Documents: what is left out when empty, and the tables behind charts.
#include <longmen/report/document.hpp>

#include <algorithm>
#include <cmath>

namespace longmen::report {

void Chapter::add(Chart chart) {
    if (!chart.categories.empty()) {
        blocks.emplace_back(std::move(chart));
    }
}

void Chapter::add(Listing listing) {
    if (!listing.table.rows.empty()) {
        blocks.emplace_back(std::move(listing));
    }
}

Table chart_table(const Chart& chart, Lang lang) {
    Table table;
    const std::string fallback{Text{"项目", "Item"}.in(lang)};
    table.columns.push_back({"category", chart.x.empty() ? fallback : chart.x});
    if (chart.kind == Chart::Kind::matrix) {
        for (std::size_t c = 0; c < chart.categories.size(); ++c) {
            table.columns.push_back({"c" + std::to_string(c), chart.categories[c]});
        }
        for (const auto& row : chart.rows) {
            table.rows.push_back({row});
            table.rows.back().resize(chart.categories.size() + 1, std::int64_t{0});
        }
        for (const auto& cell : chart.cells) {
            table.rows[cell.row][cell.column + 1] = static_cast<std::int64_t>(cell.count);
        }
        return table;
    }
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        table.columns.push_back({"s" + std::to_string(s), chart.series[s].name});
    }
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        std::vector<Cell> row{chart.categories[c]};
        for (const auto& series : chart.series) {
            const auto& value = series.values[c];
            if (!value) {
                row.emplace_back();
            } else if (*value == std::floor(*value)) {
                row.emplace_back(static_cast<std::int64_t>(*value));
            } else {
                row.emplace_back(Decimal{*value, 4, 2});
            }
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace longmen::report
