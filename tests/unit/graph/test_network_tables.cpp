// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of one network with all that is awkward.
#include "support/networks.hpp"

#include <longmen/graph/network_tables.hpp>

#include <catch2/catch.hpp>

namespace test_network_tables {

using namespace longmen;
using namespace longmen::graph;

TEST_CASE("network tables: nodes and edges, each value as it is") {
    const auto tables = network_tables(test::awkward_network());
    const auto keys = [](const Table& table) {
        std::string all;
        for (const auto& column : table.columns) {
            all += column.key + ";";
        }
        return all;
    };
    CHECK(keys(tables.nodes) == "id;label;patents;share;listed;城市;");
    CHECK(keys(tables.edges) == "source;target;weight;kind;");
    REQUIRE(tables.nodes.rows.size() == 3);
    REQUIRE(tables.edges.rows.size() == 3);
    const auto& first = tables.nodes.rows[0];
    CHECK(std::get<std::string>(first[0]) == "91140700<A>");
    CHECK(std::get<std::int64_t>(first[2]) == 12);
    CHECK(std::get<Decimal>(first[3]).file_digits == 1);
    CHECK(std::get<std::string>(first[4]) == "true");
    CHECK(std::get<Decimal>(tables.nodes.rows[1][3]).file_digits == 7);
    CHECK(tables.nodes.rows[1][2].index() == 0);
    CHECK(std::get<std::string>(tables.edges.rows[1][1]) == "a\"b");
    CHECK(std::get<Decimal>(tables.edges.rows[2][2]).file_digits == 0);
    CHECK(tables.edges.rows[1][3].index() == 0);
    CHECK(keys(network_tables({}).nodes) == "id;");
}

} // namespace test_network_tables
