// SPDX-License-Identifier: GPL-3.0-or-later
// Values to cells.
#include <longmen/graph/network_tables.hpp>

#include <longmen/graph/detail/text_out.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace longmen::graph {
namespace {

constexpr int most_decimals = 17;

/// The fewest decimals that give the number back.
int decimals_of(double number) {
    for (int decimals = 0; decimals < most_decimals; ++decimals) {
        const auto text = fmt::format("{:.{}f}", number, decimals);
        double back = 0;
        std::from_chars(text.data(), text.data() + text.size(), back);
        if (back == number) {
            return decimals;
        }
    }
    return most_decimals;
}

Cell cell_of(const NetworkValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return *whole;
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return Decimal{*number, decimals_of(*number)};
    }
    return value.index() == 0 ? Cell{} : Cell{detail::value_text(value)};
}

void add_columns(Table& table, const std::vector<NetworkColumn>& columns) {
    for (const auto& column : columns) {
        table.columns.push_back({column.name, column.name});
        for (std::size_t row = 0; row < column.values.size(); ++row) {
            table.rows[row].push_back(cell_of(column.values[row]));
        }
    }
}

} // namespace

NetworkTables network_tables(const Network& network) {
    check_network(network);
    NetworkTables tables;
    tables.nodes.columns = {{"id", "id"}};
    if (!network.labels.empty()) {
        tables.nodes.columns.push_back({"label", "label"});
    }
    for (std::size_t node = 0; node < network.ids.size(); ++node) {
        tables.nodes.rows.push_back({network.ids[node]});
        if (!network.labels.empty()) {
            tables.nodes.rows.back().emplace_back(network.labels[node]);
        }
    }
    add_columns(tables.nodes, network.node_columns);
    tables.edges.columns = {{"source", "source"}, {"target", "target"}};
    if (!network.weights.empty()) {
        tables.edges.columns.push_back({"weight", "weight"});
    }
    for (std::size_t edge = 0; edge < network.edges.size(); ++edge) {
        tables.edges.rows.push_back(
            {network.ids[network.edges[edge].from], network.ids[network.edges[edge].to]});
        if (!network.weights.empty()) {
            tables.edges.rows.back().push_back(cell_of(network.weights[edge]));
        }
    }
    add_columns(tables.edges, network.edge_columns);
    return tables;
}

} // namespace longmen::graph
