// SPDX-License-Identifier: GPL-3.0-or-later
// Held against sums over the graph.
#include "support/weighted.hpp"

#include <longmen/graph/eigen_adaptor.hpp>
#include <longmen/graph/strength.hpp>

#include <catch2/catch.hpp>

namespace test_eigen_adaptor {

using namespace longmen;
using namespace longmen::graph;

TEST_CASE("Eigen: the matrix of a graph, on 500 random graphs") {
    Threads threads{1};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_weighted(seed, seed % 2 == 1, threads);
        const auto graph = random.view();
        const auto matrix = adjacency_matrix(graph);
        const auto nodes = static_cast<Eigen::Index>(graph.nodes());
        REQUIRE(matrix.nonZeros() == static_cast<Eigen::Index>(graph.neighbours.items.size()));
        const auto strength = strengths(graph);
        const Eigen::VectorXd ones = Eigen::VectorXd::Ones(nodes);
        const Eigen::VectorXd out = matrix * ones;
        const Eigen::VectorXd in = matrix.transpose() * ones;
        for (Eigen::Index node = 0; node < nodes; ++node) {
            REQUIRE(out[node] == strength.out[static_cast<std::size_t>(node)]);
            REQUIRE(in[node] == strength.in[static_cast<std::size_t>(node)]);
        }
        if (!graph.directed) {
            REQUIRE((Eigen::MatrixXd{matrix} - Eigen::MatrixXd{matrix}.transpose()).isZero(0));
        }
    }
    CHECK(adjacency_matrix(build_weighted(0, {}, true, threads).graph.view()).rows() == 0);
}

} // namespace test_eigen_adaptor
