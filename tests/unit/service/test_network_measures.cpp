// SPDX-License-Identifier: GPL-3.0-or-later
// Two triangles and a pair: parts, hops, and what is said of the whole.
#include <longmen/base/errors.hpp>
#include <longmen/service/network_measures.hpp>

#include <catch2/catch.hpp>

namespace test_network_measures {

using namespace longmen;
using Catch::Matchers::Contains;

namespace {

service::NamedTies eight_nodes(Threads& threads) {
    service::NamedTies ties;
    ties.name = "test";
    ties.ids = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"};
    ties.documents.assign(8, 1);
    const std::vector<graph::WeightedEdge> edges{{5, 6, 1}, {0, 1, 1}, {1, 2, 1}, {0, 2, 1},
                                                 {2, 3, 2}, {3, 4, 1}, {3, 7, 1}, {4, 7, 1}};
    ties.graph = std::move(graph::build_weighted(8, edges, false, threads).graph);
    return ties;
}

std::string by_size(const std::vector<NodeId>& nodes) {
    return "of " + std::to_string(nodes.size());
}

} // namespace

TEST_CASE("network measures: parts by size, shares and sentences", "[service]") {
    Threads threads{2};
    const auto found = service::measure_network(eight_nodes(threads), 1, by_size, threads, Lang::en);
    CHECK(found.summary.nodes == 8);
    CHECK(found.summary.edges == 8);
    CHECK(found.summary.components == 2);
    CHECK(found.summary.giant == 6);
    CHECK(found.summary.communities == 3);
    CHECK(found.summary.clustering.value() == Approx((4 * 1.0 + 2 * (1.0 / 3)) / 6)); // the pair has none
    CHECK(std::get<std::string>(found.nodes.rows[0][0]) == "丙"); // as strong as 丁, before it
    CHECK(std::get<std::string>(found.nodes.rows[1][0]) == "丁");
    CHECK(std::get<std::string>(found.communities.rows[0][4]) == "of 3");
    const auto lines = service::summary_lines(found.summary, Lang::en);
    REQUIRE(lines.size() == 2);
    CHECK_THAT(lines[1], Contains("components: 2, nodes in the largest: 6"));
    const auto table = service::summary_table(found.summary, Lang::zh);
    CHECK(std::get<Decimal>(table.rows[0][3]).value == 0.75);
    CHECK(table.columns[3].key == "giant_share");
    for (const auto& column : found.network.node_columns) {
        CHECK(column.values.size() == 8);
    }
    graph::check_network(found.network);
}

TEST_CASE("network measures: a neighbourhood keeps the ties among its nodes", "[service]") {
    Threads threads{2};
    const auto ties = eight_nodes(threads);
    const auto one = service::around(ties, "丙", 1, threads);
    CHECK(one.ids == std::vector<std::string>{"甲", "乙", "丙", "丁"});
    CHECK(one.hops == std::vector<std::uint32_t>{1, 1, 0, 1});
    CHECK(one.graph.view().edges() == 4);
    CHECK(service::around(ties, "己", 9, threads).ids.size() == 2);
    CHECK(service::around(ties, "己", 0, threads).ids.size() == 1);
    CHECK_THROWS_AS(service::around(ties, "癸", 1, threads), UsageError);
}

TEST_CASE("network measures: an empty network has nothing defined", "[service]") {
    Threads threads{1};
    service::NamedTies none;
    none.graph = std::move(graph::build_weighted(0, {}, false, threads).graph);
    const auto found = service::measure_network(std::move(none), 1, by_size, threads, Lang::zh);
    CHECK(found.nodes.rows.empty());
    CHECK(found.summary.components == 0);
    const auto table = service::summary_table(found.summary, Lang::zh);
    CHECK(std::holds_alternative<std::monostate>(table.rows[0][3]));
}

} // namespace test_network_measures
