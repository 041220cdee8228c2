// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of nodes that go into a table and into a network alike.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/graph/network.hpp>
#include <longmen/service/columns.hpp>

#include <string>
#include <vector>

namespace longmen::service::detail {

inline Cell weight_cell(double value) {
    constexpr int file_digits = 6;
    constexpr int screen_digits = 2;
    return Decimal{value, file_digits, screen_digits};
}

inline Cell measured_cell(const Measured<double>& value) {
    constexpr int file_digits = 6;
    constexpr int screen_digits = 4;
    return value.defined() ? Cell{Decimal{value.value(), file_digits, screen_digits}} : Cell{};
}

class NetworkSheet {
    std::size_t nodes_;
    Lang lang_;
    std::vector<Column> heads_;
    std::vector<std::vector<Cell>> cells_;
    std::vector<graph::NetworkColumn> columns_;

public:
    NetworkSheet(std::size_t nodes, Lang lang) : nodes_(nodes), lang_(lang) {}

    /// `cell(node)`: all integers, or all decimals; undefined ones between.
    template <typename CellOf>
    void add(const char* key, const Text& heading, CellOf cell) {
        heads_.push_back({key, std::string{heading.in(lang_)}});
        graph::NetworkColumn column{key, graph::NetworkType::number, {}};
        auto& cells = cells_.emplace_back();
        for (NodeId node = 0; node < nodes_; ++node) {
            cells.push_back(cell(node));
            if (const auto* const whole = std::get_if<std::int64_t>(&cells.back())) {
                column.type = graph::NetworkType::integer;
                column.values.emplace_back(*whole);
            } else if (const auto* const number = std::get_if<Decimal>(&cells.back())) {
                column.values.emplace_back(number->value);
            } else {
                column.values.emplace_back();
            }
        }
        columns_.push_back(std::move(column));
    }
    [[nodiscard]] Table table(const std::vector<std::string>& names, const std::vector<NodeId>& order) const {
        auto table = table_with({{"name", {"名称", "Name"}}}, lang_);
        table.columns.insert(table.columns.end(), heads_.begin(), heads_.end());
        for (const auto node : order) {
            auto& row = table.rows.emplace_back();
            row.emplace_back(names[node]);
            for (const auto& cells : cells_) {
                row.push_back(cells[node]);
            }
        }
        return table;
    }
    [[nodiscard]] std::vector<graph::NetworkColumn> take_columns() { return std::move(columns_); }
};

} // namespace longmen::service::detail
